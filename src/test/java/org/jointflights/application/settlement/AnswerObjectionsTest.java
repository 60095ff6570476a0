package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.settlement.SettlementServices.FR;
import static org.jointflights.application.settlement.SettlementServices.FX;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.util.List;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Statement.Answer;
import org.junit.jupiter.api.Test;

class AnswerObjectionsTest {

    private final SettlementServices services = new SettlementServices();
    private final SignStatements sign = services.sign;
    private final AnswerObjections objections = services.objections;

    @Test
    void an_objection_stays_open_until_the_organiser_answers_it() {
        objected();

        assertThat(sign.openObjections(REFERENCE)).extracting(Answer::party).containsExactly(FR);
        assertThat(sign.openObjections(REFERENCE)).extracting(Answer::objection).containsExactly("Too much.");
        assertThat(sign.toSign(REFERENCE)).contains(FR);
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_OBJECTED, FR, List.of(FR, 1, "Too much."));

        services.as("gbfinance1");
        objections.uphold(REFERENCE, "It is by seats.");

        assertThat(sign.openObjections(REFERENCE)).isEmpty();
        assertThat(sign.current(REFERENCE).answers()).extracting(Answer::reply).containsExactly("It is by seats.");
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_UPHELD, List.of("It is by seats."));
        services.as("frfinance2");
        sign.sign(REFERENCE, FR);
        assertThat(sign.toSign(REFERENCE)).containsExactly(FX, GB);
    }

    @Test
    void only_the_organisers_finance_answers() {
        objected();
        services.as("frfinance1");

        NotYours refused = refusal(
                NotYours.class, "settlement.reply.organiser", () -> objections.uphold(REFERENCE, "It is by seats."));
        refusal(NotYours.class, "settlement.reply.organiser", () -> objections.correct(REFERENCE, 1, "Right."));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "GBfinance"));
        assertThat(sign.openObjections(REFERENCE)).hasSize(1);
        assertThat(services.claims.get(1).counts()).isTrue();
    }

    @Test
    void where_nobody_objects_there_is_nothing_to_answer() {
        services.computeFirstVersion();
        services.as("gbfinance1");

        refusal(Conflict.class, "settlement.objection.none", () -> objections.uphold(REFERENCE, "It is by seats."));
        refusal(Conflict.class, "settlement.objection.none", () -> objections.correct(REFERENCE, 1, "Right."));

        assertThat(services.claims.get(1).counts()).isTrue();
    }

    @Test
    void a_claim_that_is_corrected_is_withdrawn_and_its_party_asked_again() {
        objected();
        services.as("gbfinance1");

        objections.correct(REFERENCE, 2, "The coach cost less.");

        Claim coach = services.claims.get(2);
        assertThat(coach.withdrawnFor()).isEqualTo("The coach cost less.");
        assertThat(services.statements.askedToClaim(REFERENCE)).containsExactly(FR);
        assertThat(sign.openObjections(REFERENCE)).isEmpty();
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_CORRECTED, FR, List.of(2L, FR, "The coach cost less."));
    }

    @Test
    void only_a_claim_that_a_party_entered_and_that_counts_is_corrected() {
        objected();
        services.claims.withdrawn(2, "Wrong.");
        Claim fee = services.penalty();
        services.as("gbfinance1");

        for (long claim : new long[] {2, fee.id(), 99}) {
            BadInput refused = refusal(
                    BadInput.class, "settlement.claim.notHere", () -> objections.correct(REFERENCE, claim, "Right."));
            assertThat(refused.field()).isEqualTo("claim");
            assertThat(refused.value()).isEqualTo(Long.toString(claim));
        }
        assertThat(sign.openObjections(REFERENCE)).hasSize(1);
    }

    @Test
    void a_signature_from_before_an_objection_was_upheld_stands() {
        objected();
        services.as("gbfinance2");
        sign.sign(REFERENCE, GB);

        objections.uphold(REFERENCE, "It is by seats.");

        assertThat(sign.toSign(REFERENCE)).containsExactly(FR, FX);
    }

    private void objected() {
        services.computeFirstVersion();
        services.as("frfinance1");
        sign.object(REFERENCE, FR, "Too much.");
    }
}
