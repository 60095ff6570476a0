package org.jointflights.application.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.FRENCH;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.approval.SignPlan.Place;
import org.jointflights.application.costs.Split;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.RequiredSignatures;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreezePlanTest {

    private final PlanToSign plan = new PlanToSign();
    private final InMemoryPorts ports = plan.ports;
    private final FreezePlan freeze = plan.services.freeze;

    @Test
    void what_is_signed_is_the_plan_as_it_stands_now_with_a_decision_for_every_state() {
        PlanVersion version = freeze.freeze(REFERENCE);

        assertThat(version).isEqualTo(plan.services.plans.of(REFERENCE).freeze(1, ports.clock.instant()));
        assertThat(freeze.current(REFERENCE)).isEqualTo(version);
        assertThat(version.total()).isEqualTo(Money.euro(26_250_000));
        assertThat(ports.decisions.of(REFERENCE))
                .extracting(FinancialDecision::beneficiary)
                .containsExactly(FR, GB);
        assertThat(ports.decisions.of(REFERENCE)).allMatch(version::holds);
        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of("trail.versionFrozen", 1, version.shortHash(), version.total()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Split.Status.class,
            names = {"OPEN", "DROPPED"})
    void while_no_split_stands_nothing_is_signed(Split.Status status) {
        plan.split(status);

        refusal(Conflict.class, "approval.split.notAgreed", () -> freeze.freeze(REFERENCE));
        requireNothing();
    }

    @Test
    void what_the_manager_fixed_is_signed_as_what_was_agreed() {
        plan.split(Split.Status.FIXED);

        assertThat(freeze.freeze(REFERENCE).number()).isEqualTo(1);
    }

    @Test
    void a_flight_without_a_split_is_not_signed() {
        InMemoryPorts fresh = new InMemoryPorts();
        ParisToLagos.at(Stage.APPROVAL, fresh);

        refusal(Conflict.class, "approval.split.notAgreed", () -> new ApprovalServices(fresh).freeze.freeze(REFERENCE));
    }

    @Test
    void the_next_version_makes_the_last_one_void() {
        freeze.freeze(REFERENCE);
        ports.clock.advance(Duration.ofHours(1));
        PlanVersion second = freeze.freeze(REFERENCE);

        assertThat(second.number()).isEqualTo(2);
        assertThat(ports.versions.of(REFERENCE))
                .extracting(StoredVersion::voided)
                .containsExactly(ports.clock.instant(), null);
        assertThat(ports.versions.of(REFERENCE).get(0).voidedFor()).isEqualTo(Sentence.of("approval.void.replaced", 2));
        assertThat(ports.happened()
                        .subList(ports.happened().size() - 2, ports.happened().size()))
                .containsExactly(TrailEvent.VERSION_VOID, TrailEvent.VERSION_FROZEN);
    }

    @Test
    void which_signatures_it_needs_follows_from_its_route() {
        freeze.freeze(REFERENCE);
        refusal(Conflict.class, "approval.version.notRouted", () -> freeze.required(REFERENCE));

        freeze.route(REFERENCE, ApprovalRoute.TWO_FINANCE_AND_MANAGER);

        assertThat(freeze.current(REFERENCE).route()).isEqualTo(ApprovalRoute.TWO_FINANCE_AND_MANAGER);
        assertThat(freeze.required(REFERENCE))
                .isEqualTo(
                        new RequiredSignatures(ApprovalRoute.TWO_FINANCE_AND_MANAGER, Set.of(FR, GB), Set.of(FR, GB)));
    }

    @Test
    void where_nothing_is_frozen_there_is_nothing_to_sign() {
        Conflict refused = refusal(Conflict.class, "approval.version.none", () -> freeze.current(REFERENCE));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), REFERENCE));
        refusal(Conflict.class, "approval.version.none", () -> freeze.required(REFERENCE));
    }

    @Test
    void when_the_plan_changes_the_version_and_its_answers_are_void_and_that_is_told_once() {
        PlanVersion version = plan.frozen();
        ports.user.is("fxfinance1");
        plan.services.sign.sign(REFERENCE, new Place(version.hash(), SigningRole.DECISION_FOR_FRONTEX, GB), null);

        freeze.makeVoidAsPlanChanged(REFERENCE);
        int before = ports.traces().size();
        freeze.makeVoidAsPlanChanged(REFERENCE);

        assertThat(ports.versions.current(REFERENCE)).isEmpty();
        assertThat(ports.versions.signatures(REFERENCE)).noneMatch(Signature::counts);
        assertThat(ports.traces()).hasSize(before);
        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.VERSION_VOID);
        assertThat(ports.trail.last().arguments()).containsExactly(1, Sentence.of("approval.void.planChanged"));
        assertThat(ports.told()).as("whose answer it was").contains("FXfinance notice.voided");
    }

    @Test
    void where_nothing_is_frozen_nothing_becomes_void() {
        freeze.makeVoidAsPlanChanged(REFERENCE);

        requireNothing();
    }

    @Test
    void after_a_refusal_the_signatures_are_asked_for_again_on_a_new_version() {
        refuse(SigningRole.DECISION_FOR_STATE, GB, "gbfinance1");

        freeze.answerRefusal(REFERENCE, true, "It was misread.");

        assertThat(ports.versions.of(REFERENCE).get(0).voidedFor())
                .isEqualTo(Sentence.of("common.said", "It was misread."));
        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of("trail.versionVoid", 1, Sentence.of("common.said", "It was misread.")));
    }

    @Test
    void a_negative_opinion_on_fundamental_rights_sends_the_plan_back() {
        signDecisions();
        refuse(SigningRole.RIGHTS_OPINION, null, "rightsofficer1");

        BadInput refused = refusal(
                BadInput.class,
                "approval.askedAgain.rights",
                () -> freeze.answerRefusal(REFERENCE, true, "It was misread."));
        assertThat(refused.field()).isEqualTo("answer");
        assertThat(ports.versions.current(REFERENCE)).isPresent();

        freeze.answerRefusal(REFERENCE, false, "The plan goes back.");
        assertThat(ports.versions.current(REFERENCE)).isEmpty();
    }

    @Test
    void a_positive_opinion_hinders_no_second_asking() {
        signDecisions();
        ports.user.is("rightsofficer1");
        String hash = freeze.current(REFERENCE).hash();
        plan.services.sign.sign(REFERENCE, new Place(hash, SigningRole.RIGHTS_OPINION, null), null);
        refuse(SigningRole.FINANCE, GB, "gbfinance9");

        freeze.answerRefusal(REFERENCE, true, "It was misread.");

        assertThat(ports.versions.current(REFERENCE)).isEmpty();
    }

    @Test
    void from_the_last_signature_on_the_seats_are_committed() throws PlanMoved {
        PlanVersion version = plan.frozen();
        plan.services.signAll(REFERENCE);
        ports.clock.advance(Duration.ofHours(1));

        freeze.commit(REFERENCE);

        assertThat(freeze.current(REFERENCE).committed()).isEqualTo(ports.clock.instant());
        assertThat(ports.participations.of(REFERENCE))
                .extracting(Participation::status)
                .containsExactly(
                        Participation.Status.DECLINED, Participation.Status.COMMITTED, Participation.Status.COMMITTED);
        assertThat(ports.participations.get(REFERENCE, GB).since()).isEqualTo(ports.clock.instant());
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.committed", 1, version.shortHash()));
    }

    @Test
    void a_plan_that_moved_after_the_last_signature_is_not_committed() {
        plan.frozen();
        plan.services.signAll(REFERENCE);
        plan.britishCome(FRENCH);

        assertThatThrownBy(() -> freeze.commit(REFERENCE)).isInstanceOf(PlanMoved.class);
        requireNotCommitted();
    }

    @Test
    void without_every_signature_nothing_is_committed() {
        plan.frozen();

        assertThatThrownBy(() -> freeze.commit(REFERENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks signatures");
        requireNotCommitted();
    }

    @Test
    void a_signature_on_another_content_is_none() {
        PlanVersion version = plan.frozen();
        ports.versions.add(new Signature(
                REFERENCE,
                1,
                "0".repeat(64),
                SigningRole.GO,
                null,
                "executive1",
                ports.clock.instant(),
                false,
                null,
                null));

        Conflict refused = refusal(Conflict.class, "approval.signature.falseHash", () -> freeze.commit(REFERENCE));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "executive1", 1, REFERENCE));
        refusal(Conflict.class, "approval.signature.falseHash", () -> freeze.given(version));
    }

    @Test
    void answers_to_another_version_do_not_count() {
        plan.frozen();
        plan.services.signAll(REFERENCE);
        PlanVersion second = plan.frozen();

        assertThat(freeze.given(second)).isEmpty();
    }

    private void signDecisions() {
        PlanVersion version = plan.frozen();
        for (Party state : List.of(FR, GB)) {
            for (SigningRole role : List.of(SigningRole.DECISION_FOR_FRONTEX, SigningRole.DECISION_FOR_STATE)) {
                ports.user.is(state + " " + role);
                plan.services.sign.sign(REFERENCE, new Place(version.hash(), role, state), null);
            }
        }
    }

    private void refuse(SigningRole role, Party party, String person) {
        if (ports.versions.current(REFERENCE).isEmpty()) {
            plan.frozen();
        }
        ports.user.is(person);
        plan.services.sign.refuse(
                REFERENCE, new Place(freeze.current(REFERENCE).hash(), role, party), "A sum is wrong.");
    }

    private void requireNothing() {
        assertThat(ports.versions.all()).isEmpty();
        assertThat(ports.decisions.of(REFERENCE)).isEmpty();
        assertThat(ports.happened()).doesNotContain(TrailEvent.VERSION_FROZEN, TrailEvent.VERSION_VOID);
    }

    private void requireNotCommitted() {
        assertThat(freeze.current(REFERENCE).committed()).isNull();
        assertThat(ports.participations.of(REFERENCE))
                .noneMatch(part -> part.status() == Participation.Status.COMMITTED);
        assertThat(ports.happened()).doesNotContain(TrailEvent.COMMITTED);
    }
}
