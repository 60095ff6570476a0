package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.StopOrders;
import org.jointflights.application.people.absence.ManageSubstitutions;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A stop is lifted by somebody else of another group: whoever acts for somebody away is bound by both persons and all their groups. */
class SubstitutesAndStopsTest extends OperationCase {

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    StopOrders orders;

    @Autowired
    ManageSubstitutions substitutions;

    @Autowired
    TestClock clock;

    @AfterEach
    void nobody_is_away() {
        users.nobodyIsAway();
    }

    @Test
    void a_stop_is_not_lifted_for_the_doctor_by_somebody_of_the_group_that_ordered_it() {
        OperationReference reference = stoppedBy("frlegal1");

        acts("frlegal2", "frdoctor", "FRdoctor");
        refusal(NotYours.class, "operation.order.sameGroup", () -> lifts("frlegal2", reference));
        users.as("frlegal2").does(() -> substitutions.stop());
        refusal(NotYours.class, "operation.order.sameGroup", () -> lifts("frlegal2", reference));
        assertThat(orders.of(reference)).allMatch(order -> order.isOpen());

        lifts("frdoctor", reference);
        assertThat(orders.of(reference)).noneMatch(order -> order.isOpen());
    }

    @Test
    void neither_of_the_two_lifts_what_one_ordered_for_the_other_and_the_trail_names_both() {
        acts("frlegal2", "frdoctor", "FRdoctor");
        OperationReference reference = stoppedBy("frlegal2");
        assertThat(orders.of(reference)).extracting(order -> order.by()).containsExactly("frlegal2/frdoctor");

        refusal(NotYours.class, "operation.order.own", () -> lifts("frdoctor", reference));
        refusal(NotYours.class, "operation.order.own", () -> lifts("frlegal2", reference));
        users.as("frlegal2").does(() -> substitutions.stop());
        refusal(NotYours.class, "operation.order.own", () -> lifts("frlegal2", reference));

        lifts("frlegal1", reference);
        assertThat(orders.of(reference)).noneMatch(order -> order.isOpen());
    }

    private OperationReference stoppedBy(String person) {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        users.as(person)
                .does(() -> acts.perform(
                        reference,
                        acts.named("stop-people"),
                        Map.of("stopped", "FR", "cause", "COURT", "reason", "canary of a court")));
        users.runJobs(reference);
        return reference;
    }

    private void lifts(String person, OperationReference reference) {
        users.as(person)
                .does(() -> acts.perform(
                        reference, acts.named("lift-stop"), Map.of("stopNumber", "1", "view", "It may go on.")));
    }

    private void acts(String substitute, String absent, String group) {
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        users.as(absent)
                .does(() -> substitutions.enter(
                        new TypedFields(Map.of(
                                "substitute", substitute,
                                "firstDay", today,
                                "lastDay", today,
                                "agreedBy", "frcoordinator")),
                        List.of(group)));
        users.as("frcoordinator").does(() -> substitutions.listed().forEach(one -> substitutions.agree(one.id())));
        users.as(substitute).does(() -> substitutions.listed().forEach(one -> substitutions.act(one.id())));
    }
}
