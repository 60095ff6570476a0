package org.jointflights.application.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFlightAccessTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final CheckFlightAccess access = new FlightServices(ports).access;

    @BeforeEach
    void a_flight() {
        ParisToLagos.at(Stage.APPROVAL, ports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRfinance", "GBlegal", "EScoordinator", "FXcoordinator", "auditor", "manager"})
    void whoever_was_asked_or_sees_every_flight_may_look(String group) {
        ports.user.is("somebody", group);

        assertThat(access.require(REFERENCE)).isEqualTo(ports.flights.get(REFERENCE));
        assertThat(access.viewer().groups()).containsExactly(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEcoordinator", "frcoordinator", "FRvisitor", "camunda"})
    void nobody_else_may(String group) {
        ports.user.is("somebody", group);

        NotYours refused = refusal(NotYours.class, "overview.flight.notYours", () -> access.require(REFERENCE));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), REFERENCE));
    }

    @Test
    void the_organiser_may_though_it_has_no_part() {
        OperationReference alone = new OperationReference("JRO-2027-0002");
        Flight flight = ports.flights.get(REFERENCE);
        ports.flights.add(new Flight(
                alone,
                flight.type(),
                new Party("SE"),
                flight.destination(),
                flight.route(),
                flight.departure(),
                flight.realDate(),
                flight.capacity(),
                flight.stage(),
                flight.stageSince(),
                null,
                0,
                null,
                0));
        ports.user.is("secoordinator", "SEcoordinator");

        assertThat(access.require(alone).organiser()).isEqualTo(new Party("SE"));
    }

    @Test
    void a_flight_that_is_not_there_is_unknown_to_everybody() {
        ports.user.is("auditor", "auditor");

        refusal(Unknown.class, "common.flight.unknown", () -> access.require(new OperationReference("JRO-2027-0009")));
    }
}
