package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.costs.CostServices.charter;
import static org.jointflights.application.costs.CostServices.shared;

import java.time.Instant;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.work.TaskDone;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateMissing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerSharesTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final CostServices costs = new CostServices(ports);

    @BeforeEach
    void a_flight_whose_shares_lie_before_the_parties() throws CannotDivide {
        ParisToLagos.at(Stage.COST_SHARING, ports);
        costs.budget.add(REFERENCE, charter(Key.PER_RETURNEE));
        costs.split.forAnswers(REFERENCE, 1);
        ports.user.is("gbfinance1", "GBfinance");
    }

    @Test
    void an_acceptance_is_on_record_with_who_gave_it() {
        costs.answer.accept(REFERENCE, GB);

        assertThat(ports.splits.answers(REFERENCE, 1))
                .containsExactly(new ShareAnswer(GB, true, null, "gbfinance1", ports.clock.instant()));
        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of("trail.share.accepted", GB, Money.euro(16_011_111)));
        assertThat(ports.trail.last().party()).isEqualTo(GB);
    }

    @Test
    void whoever_entered_an_item_accepts_no_share_but_may_object() {
        ports.work.add(
                new TaskDone("task-1", "userTask_addCostItem", REFERENCE, FR, "gbfinance1", ports.clock.instant()));
        int before = ports.traces().size();

        NotYours refused =
                refusal(NotYours.class, "costs.budget.share.prepared", () -> costs.answer.accept(REFERENCE, GB));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), 1));
        ports.user.is("gbfinance2/gbfinance1", "GBfinance");
        refusal(NotYours.class, "costs.budget.share.prepared", () -> costs.answer.accept(REFERENCE, GB));
        ports.user.is("gbfinance1", "GBfinance");
        assertThat(ports.splits.answers(REFERENCE, 1)).isEmpty();
        assertThat(ports.traces()).hasSize(before);
        costs.answer.object(REFERENCE, GB, "I was wrong.");
    }

    @Test
    void whoever_entered_an_item_of_the_next_split_has_prepared_nothing_of_this_one() {
        ports.work.add(new TaskDone(
                "task-1",
                "userTask_addCostItem",
                REFERENCE,
                FR,
                "gbfinance1",
                ports.clock.instant().plusMillis(1)));

        costs.answer.accept(REFERENCE, GB);

        assertThat(ports.splits.answers(REFERENCE, 1)).hasSize(1);
    }

    @Test
    void whoever_proposed_the_flight_accepts_no_share() {
        ports.user.is("gbfinance1", "GBfinance", "GBcoordinator");
        ports.writeTrail.record(REFERENCE, TrailEvent.PROPOSED, "Nigeria", "CDG");

        refusal(NotYours.class, "costs.budget.share.prepared", () -> costs.answer.accept(REFERENCE, GB));
    }

    @Test
    void an_objection_is_on_record_with_its_reason() {
        costs.answer.object(REFERENCE, GB, "Escorts fly too.");

        assertThat(ports.splits.answers(REFERENCE, 1))
                .containsExactly(new ShareAnswer(GB, false, "Escorts fly too.", "gbfinance1", ports.clock.instant()));
        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of("trail.share.objected", GB, Money.euro(16_011_111), "Escorts fly too."));
        assertThat(ports.trail.last().party()).isEqualTo(GB);
    }

    @Test
    void nobody_answers_twice() {
        costs.answer.accept(REFERENCE, GB);
        int before = ports.traces().size();

        refusal(Conflict.class, "costs.budget.share.answered", () -> costs.answer.object(REFERENCE, GB, "why"));
        assertThat(ports.splits.answers(REFERENCE, 1)).allMatch(ShareAnswer::accepted);
        assertThat(ports.traces()).hasSize(before);
    }

    @Test
    void who_is_not_asked_does_not_answer() {
        int before = ports.traces().size();

        NotYours refused =
                refusal(NotYours.class, "costs.budget.share.notAsked", () -> costs.answer.accept(REFERENCE, ES));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), ES, REFERENCE));
        assertThat(ports.splits.answers(REFERENCE, 1)).isEmpty();
        assertThat(ports.traces()).hasSize(before);
    }

    @Test
    void whoever_takes_part_is_asked_and_whoever_else_bears_something() throws CannotDivide {
        costs.budget.remove(REFERENCE, 1);
        costs.budget.add(REFERENCE, shared("Buses", FR, Set.of(FR, Party.FRONTEX)));
        costs.split.forAnswers(REFERENCE, 2);

        assertThat(costs.answer.asked(REFERENCE)).containsExactly(FR, Party.FRONTEX, GB);
    }

    @Test
    void an_organiser_that_only_pays_is_not_asked() throws CannotDivide, RateMissing {
        ports.participations.put(ports.participations
                .get(REFERENCE, FR)
                .withdrawn(WithdrawalCause.LEGAL, "why", ports.clock.instant(), DEPARTURE));
        costs.convert.convert(REFERENCE);
        costs.split.forAnswers(REFERENCE, 2);

        assertThat(costs.answer.asked(REFERENCE)).containsExactly(GB);
    }

    @Test
    void when_all_have_accepted_the_split_stands() {
        costs.answer.accept(REFERENCE, GB);
        costs.answer.accept(REFERENCE, FR);

        assertThat(costs.answer.everybodyAccepts(REFERENCE)).isTrue();
        assertThat(ports.splits.current(REFERENCE).orElseThrow().status()).isEqualTo(Split.Status.AGREED);
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.shares.agreed", 1));
    }

    @Test
    void when_one_objects_the_split_is_dropped() {
        costs.answer.accept(REFERENCE, FR);
        costs.answer.object(REFERENCE, GB, "why");
        int before = ports.traces().size();

        assertThat(costs.answer.everybodyAccepts(REFERENCE)).isFalse();
        assertThat(ports.splits.current(REFERENCE).orElseThrow().status()).isEqualTo(Split.Status.DROPPED);
        assertThat(ports.traces()).hasSize(before);
    }

    @Test
    void a_split_that_is_settled_is_answered_no_more() {
        costs.answer.everybodyAccepts(REFERENCE);

        refusal(Conflict.class, "costs.budget.split.notOpen", () -> costs.answer.open(REFERENCE));
        refusal(Conflict.class, "costs.budget.split.notOpen", () -> costs.answer.accept(REFERENCE, GB));
        refusal(Conflict.class, "costs.budget.split.notOpen", () -> costs.answer.everybodyAccepts(REFERENCE));
    }

    @Test
    void the_silent_are_reminded_once_for_each_split() {
        costs.answer.accept(REFERENCE, FR);
        remind();
        remind();

        assertThat(ports.outbox.all().subList(2, ports.outbox.all().size()))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.once()).isEqualTo(REFERENCE + "/shareReminder/1/GBfinance");
                    assertThat(notice.text())
                            .isEqualTo(Sentence.of("notice.shareReminder", REFERENCE, Money.euro(16_011_111)));
                });
    }

    @Test
    void of_a_split_that_is_settled_nobody_is_reminded() {
        costs.answer.everybodyAccepts(REFERENCE);
        int before = ports.traces().size();

        remind();

        assertThat(ports.traces()).hasSize(before);
    }

    private void remind() {
        ports.reminders.send(new RemindParties(ports.splits), REFERENCE, null);
    }

    @Test
    void answers_are_due_after_five_days() {
        assertThat(AnswerShares.dueFor(Instant.parse("2027-03-01T09:00:00Z")))
                .isEqualTo(Instant.parse("2027-03-06T09:00:00Z"));
    }
}
