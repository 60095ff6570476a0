package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.process.operation.OperationCrew.FR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What states answer is recorded on the flight's page, as often as there is something to record, and read at departure. */
class PermitsAtDepartureTest extends OperationCase {

    private static final String CLEAR = "userTask_clearDeparture";

    @Autowired
    Flights flights;

    @Autowired
    Permits permits;

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    ReadFlightFile files;

    @Autowired
    TestClock clock;

    @AfterEach
    void clockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void the_aircraft_stays_until_every_permit_is_granted_or_by_silence_in_its_time() {
        OperationReference flight = readyToLeave();
        records(flight, "LANDING", "NG", "", "2027-02-01 09:00", "AWAITED");
        records(flight, "TRANSIT", "DE", "", "2027-02-26 09:00", "AWAITED");
        assertThat(permits.of(flight)).as("the one without a state is replaced").hasSize(2);
        assertStays(
                flight,
                "this permit is not answered: Landing NG",
                "Transit DE; if the state is silent until 2027-02-28");

        records(flight, "LANDING", "NG", "NG 17", "2027-02-01 09:00", "GRANTED");
        assertThatThrownBy(() -> records(flight, "TRANSIT", "DE", "", "2027-02-28 09:00", "NOTIFIED"))
                .hasMessageContaining("the state has until 2027-03-02T09:00");
        assertStays(flight, "Transit DE; if the state is silent until 2027-02-28");

        records(flight, "TRANSIT", "DE", "", "2027-02-26 09:00", "NOTIFIED");
        crew.clears(FR, CLEAR, flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.IN_FLIGHT);
    }

    @Test
    void nobody_but_the_organisers_coordinator_records_a_permit() {
        OperationReference flight = readyToLeave();
        List<Permit> before = permits.of(flight);

        for (String other : List.of("frlegal1", "frescortleader")) {
            assertThatThrownBy(() -> records(other, flight, Map.of())).as(other).isInstanceOf(NotYours.class);
        }
        assertThat(permits.of(flight)).isEqualTo(before);
    }

    private void assertStays(OperationReference flight, String... sentences) {
        for (String sentence : sentences) {
            assertThatThrownBy(() -> crew.clears(FR, CLEAR, flight)).hasStackTraceContaining(sentence);
        }
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.OPERATION);
    }

    private void records(
            OperationReference flight, String kind, String state, String number, String requested, String answer) {
        records(
                "frcoordinator",
                flight,
                Map.of(
                        "permitKind", kind,
                        "permitState", state,
                        "permitNumber", number,
                        "requestedOn", requested,
                        "permitAnswer", answer));
    }

    private void records(String who, OperationReference flight, Map<String, String> typed) {
        FlightAct act = acts.named("record-permit");
        Map<String, String> fields = new HashMap<>(Map.of(
                "permitKind", "LANDING", "permitState", "NG", "permitAnswer", "REFUSED", "validOn", "2027-04-22"));
        fields.putAll(typed);
        users.as(who).does(() -> acts.perform(flight, act, fields));
    }

    private OperationReference readyToLeave() {
        OperationReference flight = crew.flight(
                FlightType.JRO,
                FR,
                new Stop("CDG", Purpose.START, 0),
                new Stop("LOS", Purpose.DESTINATION, 4700),
                new Stop("CDG", Purpose.RETURN, 4700));
        crew.takesPart(flight, FR, new Seats(10, 12, 1, 1, 1, 0), "CDG", null);
        crew.start(flight);
        crew.openBoarding(flight);
        crew.confirmAll("userTask_confirmBoarding", flight);
        crew.countsAboard(FR, "userTask_countAboard", flight, 10);
        return flight;
    }
}
