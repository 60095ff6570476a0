package org.jointflights.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.BRITISH;
import static org.jointflights.application.ParisToLagos.FRENCH;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsolidatePlanTest {

    private static final Crew CREW = new Crew("Border police", "Medical service", "English", "CGLPL");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final ConsolidatePlan consolidate = new PlanningServices(ports).consolidate;

    @BeforeEach
    void a_flight_that_all_have_answered() {
        ParisToLagos.at(Stage.PLANNING, ports);
        ports.user.is("frcoordinator", "FRcoordinator");
    }

    @Test
    void the_plan_names_its_crew_and_what_empty_seats_do() {
        consolidate.consolidate(REFERENCE, CREW, WithdrawalRule.TAPERED);

        assertThat(ports.crews.of(REFERENCE)).contains(CREW);
        assertThat(ports.rules.of(REFERENCE)).isEqualTo(WithdrawalRule.TAPERED);
        assertThat(ports.trail.of(REFERENCE))
                .extracting(TrailEntry::what)
                .containsExactly(
                        Sentence.of("trail.consolidated", 2L, 36, 70),
                        Sentence.of("trail.withdrawalRule", Sentence.of("costs.rule.TAPERED")));
    }

    @Test
    void only_the_seats_of_those_who_take_part_are_declared() {
        assertThat(consolidate.declared(REFERENCE)).isEqualTo(FRENCH.plus(BRITISH));
    }

    @Test
    void a_plan_that_nobody_else_flies_is_none() {
        ports.participations.put(ports.participations.get(REFERENCE, GB).declined("why", ports.clock.instant()));

        refusal(
                BadInput.class,
                "planning.alone",
                () -> consolidate.consolidate(REFERENCE, CREW, WithdrawalRule.TAPERED));
        assertThat(ports.crews.of(REFERENCE)).isEmpty();
        assertThat(ports.rules.of(REFERENCE)).isEqualTo(WithdrawalRule.COMMITTED);
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void who_is_invited_later_is_asked_and_nobody_twice() {
        Party se = new Party("SE");
        consolidate.invite(REFERENCE, Set.of(se));
        BadInput twice =
                refusal(BadInput.class, "planning.invited.already", () -> consolidate.invite(REFERENCE, Set.of(GB)));

        assertThat(ports.participations.get(REFERENCE, se))
                .isEqualTo(Participation.invited(REFERENCE, se, ports.clock.instant()));
        assertThat(twice.value()).isEqualTo("GB");
        assertThat(ports.participations.get(REFERENCE, GB).seats()).isEqualTo(BRITISH);
        assertThat(ports.participations.of(REFERENCE)).hasSize(4);
    }

    @Test
    void frontex_is_not_invited() {
        BadInput refused = refusal(
                BadInput.class, "planning.invited.frontex", () -> consolidate.invite(REFERENCE, Set.of(Party.FRONTEX)));

        assertThat(refused.field()).isEqualTo("invited");
        assertThat(ports.participations.of(REFERENCE)).hasSize(3);
    }

    @Test
    void that_there_is_no_plan_is_on_record() {
        consolidate.noPlan(REFERENCE);

        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.noPlan"));
    }
}
