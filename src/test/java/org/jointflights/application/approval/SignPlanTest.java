package org.jointflights.application.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.BRITISH;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.FRENCH;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.util.List;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.approval.SignPlan.Place;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.junit.jupiter.api.Test;

class SignPlanTest {

    private final PlanToSign plan = new PlanToSign();
    private final InMemoryPorts ports = plan.ports;
    private final SignPlan sign = plan.services.sign;

    @Test
    void a_signature_is_on_record_with_what_was_seen_by_whom_and_when() {
        PlanVersion version = plan.frozen();
        ports.clock.advance(Duration.ofHours(1));
        ports.user.is("gbfinance1", "GBfinance");
        sign.sign(REFERENCE, new Place(version.hash(), SigningRole.DECISION_FOR_STATE, GB), "Seen.");

        assertThat(ports.versions.signatures(REFERENCE))
                .containsExactly(new Signature(
                        REFERENCE,
                        1,
                        version.hash(),
                        SigningRole.DECISION_FOR_STATE,
                        GB,
                        "gbfinance1",
                        ports.clock.instant(),
                        false,
                        "Seen.",
                        null));
        TrailEntry entry = ports.trail.last();
        assertThat(entry.event()).isEqualTo(TrailEvent.SIGNED);
        assertThat(entry.party()).isEqualTo(GB);
        assertThat(entry.arguments()).containsExactly(Sentence.of("approval.role.DECISION_FOR_STATE"), GB, 1, "Seen.");
    }

    @Test
    void a_refusal_is_on_record_with_its_reason_and_ends_the_round() {
        PlanVersion version = plan.frozen();
        assertThat(sign.refusals(REFERENCE)).isEmpty();
        answer(version, SigningRole.DECISION_FOR_FRONTEX, GB, "fxfinance1");
        ports.user.is("gbfinance1");
        sign.refuse(REFERENCE, new Place(version.hash(), SigningRole.DECISION_FOR_STATE, GB), "A sum is wrong.");

        assertThat(sign.refusals(REFERENCE))
                .containsExactly(ports.versions.signatures(REFERENCE).get(1));
        assertThat(sign.refusals(REFERENCE).get(0).reason()).isEqualTo("A sum is wrong.");
        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.REFUSED);
    }

    @Test
    void who_signs_for_no_party_is_told_without_one() {
        PlanVersion version = plan.frozen();
        plan.services.signAll(REFERENCE);

        TrailEntry go = ports.trail.last();
        assertThat(go.arguments()).startsWith(Sentence.of("approval.role.GO")).endsWith(version.number(), "");
        assertThat(go.party()).isNull();
        assertThat(go.arguments().get(1)).isNotEqualTo("");
    }

    @Test
    void whoever_prepared_the_version_does_not_sign_it() {
        plan.completes("gbfinance1", "userTask_enterActualCost");
        PlanVersion version = plan.frozen();

        NotYours refused = refusal(
                NotYours.class,
                "approval.signer.preparer",
                () -> answer(version, SigningRole.DECISION_FOR_STATE, GB, "gbfinance1"));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), 1));
        requireNoAnswer();
        refusal(
                NotYours.class,
                "approval.signer.preparer",
                () -> answer(version, SigningRole.DECISION_FOR_STATE, GB, "gblegal1/gbfinance1"));
        answer(version, SigningRole.DECISION_FOR_STATE, GB, "gblegal1/gbfinance2");
        assertThat(plan.ports.trail.last().actor()).isEqualTo("gblegal1/gbfinance2");
        refusal(
                NotYours.class,
                "approval.signer.twice",
                () -> answer(version, SigningRole.DECISION_FOR_STATE, GB, "gblegal1"));
        refusal(
                NotYours.class,
                "approval.signer.twice",
                () -> answer(version, SigningRole.DECISION_FOR_STATE, GB, "gbfinance2"));
    }

    @Test
    void who_only_answered_or_worked_after_it_was_frozen_did_not_prepare_it() {
        plan.completes("gbfinance1", "userTask_answerShare");
        PlanVersion version = plan.frozen();
        ports.clock.advance(Duration.ofSeconds(1));
        plan.completes("gbfinance2", "userTask_addCostItem");

        answer(version, SigningRole.DECISION_FOR_STATE, GB, "gbfinance1");
        answer(version, SigningRole.DECISION_FOR_FRONTEX, GB, "gbfinance2");
        assertThat(ports.versions.signatures(REFERENCE)).hasSize(2);
    }

    @Test
    void nobody_signs_one_document_twice() {
        PlanVersion version = plan.frozen();
        answer(version, SigningRole.DECISION_FOR_STATE, GB, "gbfinance1");

        refusal(
                NotYours.class,
                "approval.signer.twice",
                () -> answer(version, SigningRole.DECISION_FOR_FRONTEX, GB, "gbfinance1"));
        assertThat(ports.versions.signatures(REFERENCE)).hasSize(1);
    }

    @Test
    void decisions_come_first_and_the_go_comes_last() {
        PlanVersion version = plan.frozen();

        refusal(
                Conflict.class,
                "approval.order.decisionsFirst",
                () -> answer(version, SigningRole.FINANCE, GB, "gbfinance1"));
        requireNoAnswer();
        for (Party state : List.of(FR, GB)) {
            answer(version, SigningRole.DECISION_FOR_FRONTEX, state, "fx" + state);
            answer(version, SigningRole.DECISION_FOR_STATE, state, state + "finance1");
        }
        refusal(Conflict.class, "approval.order.goLast", () -> answer(version, SigningRole.GO, null, "executive1"));
        assertThat(ports.versions.signatures(REFERENCE)).hasSize(4);
    }

    @Test
    void nobody_signs_what_they_have_not_seen() {
        plan.frozen();
        ports.user.is("gbfinance1");

        refusal(
                Conflict.class,
                "approval.version.outdated",
                () -> sign.sign(REFERENCE, new Place("0".repeat(64), SigningRole.DECISION_FOR_STATE, GB), null));
        requireNoAnswer();
    }

    @Test
    void a_version_that_the_plan_has_left_behind_is_not_signed() {
        PlanVersion version = plan.frozen();
        plan.britishCome(FRENCH);

        Conflict refused = refusal(
                Conflict.class,
                "approval.version.outdated",
                () -> answer(version, SigningRole.DECISION_FOR_STATE, GB, "gbfinance1"));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), 1, version.shortHash()));
        requireNoAnswer();
    }

    @Test
    void a_version_whose_route_is_open_is_not_signed() {
        PlanVersion version = plan.services.freeze.freeze(REFERENCE);

        refusal(
                Conflict.class,
                "approval.version.notRouted",
                () -> answer(version, SigningRole.DECISION_FOR_STATE, GB, "gbfinance1"));
        requireNoAnswer();
    }

    @Test
    void the_signatures_hold_from_the_commitment_until_the_plan_asks_for_more() throws PlanMoved {
        assertThat(sign.hold(REFERENCE)).isFalse();
        plan.frozen();
        plan.services.signAll(REFERENCE);
        assertThat(sign.hold(REFERENCE)).isFalse();
        plan.services.freeze.commit(REFERENCE);
        assertThat(sign.hold(REFERENCE)).isTrue();

        plan.britishCome(Seats.NONE);
        assertThat(sign.hold(REFERENCE)).isTrue();
        plan.britishCome(BRITISH.plus(BRITISH));
        assertThat(sign.hold(REFERENCE)).isFalse();
    }

    @Test
    void a_version_that_became_void_holds_no_more() throws PlanMoved {
        plan.frozen();
        plan.services.signAll(REFERENCE);
        plan.services.freeze.commit(REFERENCE);
        plan.services.freeze.makeVoidAsPlanChanged(REFERENCE);

        assertThat(sign.hold(REFERENCE)).isFalse();
    }

    @Test
    void a_signature_that_somebody_changed_stops_everything() throws PlanMoved {
        plan.frozen();
        plan.services.signAll(REFERENCE);
        plan.services.freeze.commit(REFERENCE);
        ports.versions.add(new Signature(
                REFERENCE,
                1,
                "0".repeat(64),
                SigningRole.FINANCE,
                GB,
                "gbfinance9",
                ports.clock.instant(),
                false,
                null,
                null));

        refusal(Conflict.class, "approval.signature.falseHash", () -> sign.hold(REFERENCE));
    }

    private void answer(PlanVersion version, SigningRole role, Party party, String person) {
        ports.user.is(person);
        sign.sign(REFERENCE, new Place(version.hash(), role, party), null);
    }

    private void requireNoAnswer() {
        assertThat(ports.versions.signatures(REFERENCE)).isEmpty();
        assertThat(ports.happened()).doesNotContain(TrailEvent.SIGNED, TrailEvent.REFUSED);
    }
}
