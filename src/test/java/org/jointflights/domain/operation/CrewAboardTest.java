package org.jointflights.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.FlightType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who must be aboard, by kind of flight; the seats are returnees, escorts, medical, interpreters, monitors, others. */
class CrewAboardTest {

    private static final Party FR = new Party("FR");
    private static final Party ES = new Party("ES");
    private static final Sentence NO_MONITOR = Sentence.of("operation.crew.monitor");
    private static final Sentence NO_REPRESENTATIVE = Sentence.of("operation.crew.representative");

    @ParameterizedTest
    @EnumSource(names = {"JRO", "NRO", "FRONTEX", "BILATERAL"})
    void whoever_is_returned_has_escorts_or_two_representatives_of_their_own_state(FlightType kind) {
        Map<Party, Seats> escorted = Map.of(FR, new Seats(5, 5, 1, 1, 1, 0), ES, new Seats(5, 0, 0, 0, 0, 2));
        Map<Party, Seats> alone = Map.of(FR, new Seats(5, 5, 1, 1, 1, 0), ES, new Seats(5, 0, 0, 0, 0, 1));

        assertThat(CrewAboard.missing(kind, escorted, 0)).isEmpty();
        assertThat(CrewAboard.missing(kind, alone, 9)).containsExactly(Sentence.of("operation.crew.escorts", ES, 2));
    }

    @Test
    void a_collecting_flight_has_escorts_of_the_destination_and_one_representative_and_one_monitor_of_ours() {
        Map<Party, Seats> right = Map.of(FR, new Seats(5, 0, 1, 1, 1, 1), ES, new Seats(5, 0, 0, 0, 0, 0));

        assertThat(CrewAboard.missing(FlightType.CRO, right, 4)).isEmpty();
        assertThat(CrewAboard.missing(FlightType.CRO, right, 0))
                .containsExactly(Sentence.of("operation.crew.destinationEscorts"));
        assertThat(CrewAboard.missing(FlightType.CRO, Map.of(FR, new Seats(5, 0, 1, 1, 1, 0)), 4))
                .containsExactly(NO_REPRESENTATIVE);
        assertThat(CrewAboard.missing(FlightType.CRO, Map.of(FR, new Seats(5, 0, 1, 1, 0, 1)), 4))
                .containsExactly(NO_MONITOR);
    }

    @Test
    void who_comes_with_the_aircraft_is_not_in_the_plan() {
        assertThat(CrewAboard.missingInPlan(FlightType.CRO, Map.of(FR, new Seats(5, 0, 1, 1, 1, 1))))
                .isEmpty();
        assertThat(CrewAboard.missingInPlan(FlightType.CRO, Map.of(FR, new Seats(5, 0, 1, 1, 0, 0))))
                .containsExactly(NO_MONITOR, NO_REPRESENTATIVE);
    }

    @Test
    void a_voluntary_flight_has_a_doctor_and_an_interpreter_and_nobody_who_escorts_or_watches() {
        assertThat(CrewAboard.missing(FlightType.VOLUNTARY, Map.of(FR, new Seats(5, 0, 1, 1, 0, 0)), 0))
                .isEmpty();
        assertThat(CrewAboard.missing(FlightType.VOLUNTARY, Map.of(FR, new Seats(5, 0, 0, 0, 0, 0)), 0))
                .containsExactly(Sentence.of("operation.crew.doctor"), Sentence.of("operation.crew.interpreter"));
    }
}
