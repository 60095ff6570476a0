package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class SubmitFlightActTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final FlightActServices acts = new FlightActServices(ports);

    @BeforeEach
    void a_flight_being_planned() {
        ParisToLagos.at(Stage.PLANNING, ports);
        ports.user.is("frcoordinator", "FRcoordinator");
    }

    @Test
    void an_act_is_found_by_its_address() {
        assertThat(acts.submit.named("change-plan")).isSameAs(acts.changePlan);
        Unknown refused = refusal(Unknown.class, "overview.act.unknown", () -> acts.submit.named("fly"));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "fly"));
    }

    @Test
    void everybody_is_offered_what_is_theirs_and_fits() {
        assertThat(acts.submit.possible(REFERENCE))
                .containsExactly(acts.closeAnswers, acts.changePlan, acts.postpone, acts.cancel);
        ports.user.is("gbcoordinator", "GBcoordinator");
        assertThat(acts.submit.possible(REFERENCE)).containsExactly(acts.withdraw);
        ports.user.is("executive1", "executive");
        assertThat(acts.submit.possible(REFERENCE)).containsExactly(acts.suspend, acts.cancel);
        ports.user.is("auditor", "auditor");
        assertThat(acts.submit.possible(REFERENCE)).isEmpty();
    }

    @Test
    void what_does_not_fit_the_flight_as_it_stands_is_not_offered() {
        ports.flights.put(ports.flights.get(REFERENCE).reached(Stage.COST_SHARING, ports.clock.instant()));

        assertThat(acts.submit.possible(REFERENCE)).containsExactly(acts.changePlan, acts.postpone, acts.cancel);
    }

    @Test
    void when_it_is_over_nothing_is_offered() {
        acts.cancel.cancel(REFERENCE, "why", null);

        assertThat(acts.submit.possible(REFERENCE)).isEmpty();
    }

    @Test
    void what_was_typed_is_done() {
        acts.submit.perform(REFERENCE, acts.cancel, Map.of("causedBy", "GB", "reason", "why"));

        assertThat(ports.cancellations.of(REFERENCE).orElseThrow().causedBy()).isEqualTo(GB);
    }

    @Test
    void numbers_and_empty_fields_are_read_as_well() {
        Map<String, Object> typed = new HashMap<>();
        typed.put("embarkations", "CDG STN");
        typed.put("destinations", "LOS");
        typed.put("capacity", 200);
        typed.put("reason", null);

        BadInput refused =
                refusal(BadInput.class, "common.missing", () -> acts.submit.perform(REFERENCE, acts.changePlan, typed));
        assertThat(refused.field()).isEqualTo("reason");
        typed.put("reason", "why");
        acts.submit.perform(REFERENCE, acts.changePlan, typed);
        assertThat(ports.flights.get(REFERENCE).capacity()).isEqualTo(200);
    }

    @Test
    void a_field_that_the_act_does_not_ask_for_is_refused() {
        BadInput refused = refusal(
                BadInput.class,
                "common.undeclared",
                () -> acts.submit.perform(
                        REFERENCE, acts.cancel, Map.of("causedBy", "GB", "reason", "why", "decidedBy", "x")));

        assertThat(refused.field()).isEqualTo("decidedBy");
        assertThat(refused.value()).isEqualTo("x");
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void what_a_step_of_the_work_overtakes_is_decided_again_on_what_that_has_left() {
        Overtaken act = new Overtaken(4);

        acts.submit.perform(REFERENCE, act, Map.of());

        assertThat(act.done).isTrue();
    }

    @Test
    void what_is_overtaken_again_and_again_is_given_up() {
        Overtaken act = new Overtaken(5);

        assertThatThrownBy(() -> acts.submit.perform(REFERENCE, act, Map.of()))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(act.done).isFalse();
    }

    /** An act that is done unless somebody else has just changed what it is about. */
    private static final class Overtaken implements FlightAct {

        private int times;
        private boolean done;

        Overtaken(int times) {
            this.times = times;
        }

        @Override
        public String name() {
            return "OVERTAKEN";
        }

        @Override
        public List<String> fields() {
            return List.of();
        }

        @Override
        public Set<String> groups(Flight flight) {
            return Set.of();
        }

        @Override
        public void perform(Flight flight, TypedFields typed) {
            if (times-- > 0) {
                throw new OptimisticLockingFailureException("changed");
            }
            done = true;
        }
    }

    @Test
    void a_value_that_is_no_plain_one_is_refused() {
        BadInput refused = refusal(
                BadInput.class,
                "overview.notPlain",
                () -> acts.submit.perform(REFERENCE, acts.cancel, Map.of("causedBy", "GB", "reason", List.of("why"))));

        assertThat(refused.field()).isEqualTo("reason");
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void a_stranger_learns_nothing_about_the_flight() {
        ports.user.is("secoordinator", "SEcoordinator");

        refusal(NotYours.class, "overview.flight.notYours", () -> acts.submit.possible(REFERENCE));
        refusal(
                NotYours.class,
                "overview.flight.notYours",
                () -> acts.submit.perform(REFERENCE, acts.cancel, Map.of("undeclared", "x")));
        assertThat(ports.happened()).containsExactly(TrailEvent.ATTEMPT_REFUSED);
    }

    @Test
    void an_attempt_at_what_is_somebody_elses_is_all_that_is_left_of_it_and_is_told_once() {
        ports.user.is("gbcoordinator", "GBcoordinator");
        for (int attempt = 0; attempt < 3; attempt++) {
            refusal(
                    NotYours.class,
                    "flight.notYours",
                    () -> acts.submit.perform(
                            REFERENCE, acts.postpone, Map.of("departure", "2027-06-20 09:30", "reason", "why")));
        }

        assertThat(ports.traces()).hasSize(1);
        TrailEntry told = ports.trail.last();
        assertThat(told.actor()).isEqualTo("gbcoordinator");
        assertThat(told.party()).isEqualTo(FR);
        assertThat(told.what())
                .isEqualTo(Sentence.of(
                        "trail.attemptRefused",
                        Sentence.of("overview.act.POSTPONE"),
                        Sentence.of("flight.notYours", "FRcoordinator"),
                        "POSTPONE"));
    }

    @Test
    void what_was_only_typed_wrong_is_no_attempt() {
        refusal(
                BadInput.class,
                "common.missing",
                () -> acts.submit.perform(REFERENCE, acts.postpone, Map.of("reason", "why")));

        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void while_it_is_suspended_the_flight_can_be_left_and_ended_but_not_moved_on() {
        ports.flights.put(ports.flights.get(REFERENCE).suspended("A report came."));

        assertThat(acts.submit.possible(REFERENCE)).containsExactly(acts.cancel);
        refusal(
                Conflict.class,
                "common.flight.suspended",
                () -> acts.submit.perform(
                        REFERENCE, acts.postpone, Map.of("departure", "2027-06-20 09:30", "reason", "why")));
        refusal(
                Conflict.class,
                "common.flight.suspended",
                () -> acts.submit.perform(
                        REFERENCE,
                        acts.changePlan,
                        Map.of("embarkations", "CDG", "destinations", "LOS", "capacity", 200, "reason", "why")));
        refusal(
                Conflict.class,
                "common.flight.suspended",
                () -> acts.submit.perform(REFERENCE, acts.closeAnswers, Map.of()));
        assertThat(ports.traces()).isEmpty();
        ports.user.is("gbcoordinator", "GBcoordinator");
        assertThat(acts.submit.possible(REFERENCE)).containsExactly(acts.withdraw);
        acts.submit.perform(REFERENCE, acts.withdraw, Map.of("party", "GB", "cause", "OTHER", "reason", "why"));
        ports.user.is("frcoordinator", "FRcoordinator");
        acts.submit.perform(REFERENCE, acts.cancel, Map.of("causedBy", "GB", "reason", "why"));
        assertThat(ports.cancellations.of(REFERENCE)).isPresent();
    }
}
