package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.settlement.SettlementServices.FR;
import static org.jointflights.application.settlement.SettlementServices.FX;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jointflights.application.costs.PublishedRate;
import org.jointflights.application.trail.PreparingEvents;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.work.TaskDone;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Statement.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignStatementsTest {

    private final SettlementServices services = new SettlementServices();
    private final SignStatements sign = services.sign;

    @Test
    void before_the_first_version_there_is_nothing_to_sign() {
        services.as("gbfinance2");

        refusal(Conflict.class, "settlement.statement.none", () -> sign.sign(REFERENCE, GB));
        refusal(Conflict.class, "settlement.statement.none", () -> sign.current(REFERENCE));
        refusal(Conflict.class, "settlement.statement.none", () -> sign.toSign(REFERENCE));
    }

    @Test
    void everybody_signs_whose_accounts_these_are() {
        services.computeFirstVersion();
        assertThat(sign.toSign(REFERENCE)).containsExactly(FR, FX, GB);

        services.as("gbfinance2");
        sign.sign(REFERENCE, GB);

        assertThat(sign.toSign(REFERENCE)).containsExactly(FR, FX);
        assertThat(sign.everybodySigned(REFERENCE)).isFalse();
        Statement statement = sign.current(REFERENCE);
        assertThat(statement.answers())
                .containsExactly(new Answer(
                        GB,
                        null,
                        "gbfinance2",
                        services.ports.clock.instant(),
                        null,
                        statement.signed().hash()));
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_SIGNED, GB, List.of(GB, 1));
        services.signAll(REFERENCE);
        assertThat(sign.everybodySigned(REFERENCE)).isTrue();
    }

    @Test
    void so_does_whoever_paid_or_bears_anything_beside_them() {
        services.computeFirstVersion();
        post(Posting.Kind.PAID, new Party("ES"), 6);
        post(Posting.Kind.SHARE, new Party("IT"), 7);
        post(Posting.Kind.GRANT, new Party("EU"), 8);

        assertThat(sign.signers(REFERENCE)).containsExactly(new Party("ES"), FR, FX, GB, new Party("IT"));
    }

    @Test
    void nobody_signs_for_another_party() {
        services.computeFirstVersion();
        services.as("frfinance2");

        NotYours refused = refusal(NotYours.class, "settlement.sign.group", () -> sign.sign(REFERENCE, GB));
        refusal(NotYours.class, "settlement.sign.group", () -> sign.object(REFERENCE, GB, "Why"));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "GBfinance"));
        assertThat(sign.current(REFERENCE).answers()).isEmpty();
    }

    @Test
    void nobody_signs_what_they_prepared() {
        services.computeFirstVersion();
        services.as("gbfinance1");

        NotYours refused = refusal(NotYours.class, "settlement.sign.prepared", () -> sign.sign(REFERENCE, GB));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), GB));
        for (String substitute : List.of("gbfinance1/gbfinance3", "gbfinance3/gbfinance1")) {
            services.ports.user.is(substitute, "GBfinance");
            refusal(NotYours.class, "settlement.sign.prepared", () -> sign.sign(REFERENCE, GB));
        }
        assertThat(sign.current(REFERENCE).answers()).isEmpty();
    }

    @Test
    void nobody_signs_what_they_certified() {
        services.computeFirstVersion();
        String certifier = services.claims.of(REFERENCE).get(0).certification().by();
        services.ports.user.is(certifier, "FXfinance");

        NotYours refused = refusal(NotYours.class, "settlement.sign.certified", () -> sign.sign(REFERENCE, FX));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), 1));
        assertThat(sign.current(REFERENCE).answers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("deciding")
    void nobody_signs_after_deciding_an_objection_but_a_colleague_does(TrailEvent decision) {
        services.ports.user.is("gbfinance2", "GBcoordinator", "GBfinance");
        services.ports.writeTrail.record(REFERENCE, decision, "Why.");
        services.computeFirstVersion();
        services.as("gbfinance2");

        NotYours refused = refusal(NotYours.class, "settlement.sign.decided", () -> sign.sign(REFERENCE, GB));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), GB));
        assertThat(sign.current(REFERENCE).answers()).isEmpty();
        services.as("gbfinance3");
        sign.sign(REFERENCE, GB);
        assertThat(sign.toSign(REFERENCE)).containsExactly(FR, FX);
    }

    static Set<TrailEvent> deciding() {
        return EnumSet.of(
                TrailEvent.OBJECTION_FOLLOWED,
                TrailEvent.OBJECTION_KEPT,
                TrailEvent.KEY_FIXED,
                TrailEvent.ACCOUNTS_UPHELD,
                TrailEvent.ACCOUNTS_CORRECTED,
                TrailEvent.ACCOUNTS_ARBITRATED,
                TrailEvent.CLAIMS_ASKED_AGAIN);
    }

    static Set<TrailEvent> nothing_else_that_the_trail_tells_keeps_anybody_from_signing() {
        Set<TrailEvent> others = PreparingEvents.others();
        others.removeAll(deciding());
        return others;
    }

    @ParameterizedTest
    @MethodSource
    void nothing_else_that_the_trail_tells_keeps_anybody_from_signing(TrailEvent event) {
        services.ports.user.is("gbfinance2", "GBfinance");
        services.ports.writeTrail.record(REFERENCE, event);
        services.computeFirstVersion();
        services.as("gbfinance2");

        sign.sign(REFERENCE, GB);

        assertThat(sign.toSign(REFERENCE)).containsExactly(FR, FX);
    }

    @Test
    void nobody_signs_who_counted_the_heads_that_the_accounts_are_shared_by() {
        does("gbfinance2", "userTask_countAboard");
        services.computeFirstVersion();
        services.as("gbfinance2");

        NotYours refused = refusal(NotYours.class, "settlement.sign.shaped", () -> sign.sign(REFERENCE, GB));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), GB));
        assertThat(sign.current(REFERENCE).answers()).isEmpty();
        services.ports.user.is("gbfinance3/gbfinance2", "GBfinance");
        refusal(NotYours.class, "settlement.sign.shaped", () -> sign.sign(REFERENCE, GB));
        services.ports.user.is("gblegal1/gbfinance3", "GBfinance");
        sign.sign(REFERENCE, GB);
        assertThat(sign.toSign(REFERENCE)).containsExactly(FR, FX);
    }

    @Test
    void nor_who_cancelled_the_flight_or_took_somebody_off() {
        services.ports.user.is("frfinance2", "FRcoordinator");
        services.ports.writeTrail.record(REFERENCE, TrailEvent.TAKEN_OFF);
        services.ports.user.is("gbfinance2", "GBcoordinator");
        services.ports.writeTrail.record(REFERENCE, TrailEvent.CANCELLED, "Why.");
        services.computeFirstVersion();

        services.as("frfinance2");
        refusal(NotYours.class, "settlement.sign.shaped", () -> sign.sign(REFERENCE, FR));
        services.as("gbfinance2");
        refusal(NotYours.class, "settlement.sign.shaped", () -> sign.sign(REFERENCE, GB));
    }

    @Test
    void what_is_done_after_the_version_was_made_is_not_in_it() {
        services.computeFirstVersion();
        services.ports.clock.advance(Duration.ofMillis(1));
        does("gbfinance2", "userTask_countAboard");
        services.as("gbfinance2");

        sign.sign(REFERENCE, GB);

        assertThat(sign.toSign(REFERENCE)).containsExactly(FR, FX);
    }

    @Test
    void nobody_signs_who_entered_a_rate_that_a_claim_is_converted_at_for_whichever_flight() {
        services.ports.rates.add(rate("JPY", "160", "gbfinance2"));
        services.ports.rates.add(rate("SEK", "11", "frfinance2"));
        services.as("gbfinance1");
        services.enter.enter(
                REFERENCE, GB, services.planned(1, new Money(1_000_000, Currency.getInstance("JPY")), "GB-1"));
        services.convertAll(REFERENCE);
        services.certifyAll(REFERENCE);
        services.compute.compute(REFERENCE);
        services.as("gbfinance2");

        NotYours refused = refusal(NotYours.class, "settlement.sign.rate", () -> sign.sign(REFERENCE, GB));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "JPY", "2015-04"));
        assertThat(sign.current(REFERENCE).answers()).isEmpty();
        services.as("gbfinance3");
        sign.sign(REFERENCE, GB);
        services.as("frfinance2");
        sign.sign(REFERENCE, FR);
        assertThat(sign.toSign(REFERENCE)).containsExactly(FX);
    }

    private static PublishedRate rate(String currency, String unitsPerEuro, String by) {
        return new PublishedRate(
                new ExchangeRate(
                        Currency.getInstance(currency),
                        new BigDecimal(unitsPerEuro),
                        YearMonth.of(2015, 4),
                        "InforEuro"),
                by,
                Instant.EPOCH);
    }

    private void does(String person, String task) {
        services.ports.work.add(new TaskDone("1", task, REFERENCE, null, person, services.ports.clock.instant()));
    }

    @Test
    void each_signature_is_another_persons() {
        services.computeFirstVersion();
        services.ports.user.is("gbfinance2", "GBfinance", "FRfinance");
        sign.sign(REFERENCE, GB);

        NotYours refused = refusal(NotYours.class, "settlement.sign.twice", () -> sign.sign(REFERENCE, FR));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), GB));
        assertThat(sign.toSign(REFERENCE)).containsExactly(FR, FX);
    }

    @Test
    void a_claim_that_was_withdrawn_prepared_nothing() {
        services.claimCharterAndCoach(REFERENCE);
        services.claims.withdrawn(1, "Wrong.");
        services.certifyAll(REFERENCE);
        services.compute.compute(REFERENCE);
        services.as("gbfinance1");

        sign.sign(REFERENCE, GB);

        assertThat(sign.toSign(REFERENCE)).containsExactly(FR, FX);
    }

    @Test
    void nobody_signs_twice() {
        services.computeFirstVersion();
        services.as("gbfinance2");
        sign.sign(REFERENCE, GB);

        refusal(Conflict.class, "settlement.statement.answered", () -> sign.sign(REFERENCE, GB));
        refusal(Conflict.class, "settlement.statement.answered", () -> sign.object(REFERENCE, GB, "Why"));
    }

    @Test
    void accounts_that_are_not_what_was_put_forward_are_not_signed() {
        services.computeFirstVersion();
        post(Posting.Kind.PAID, GB, 6);
        services.as("gbfinance2");

        refusal(Conflict.class, "settlement.statement.falsePostings", () -> sign.sign(REFERENCE, GB));
        refusal(Conflict.class, "settlement.statement.falsePostings", () -> sign.requireTrue(REFERENCE));

        assertThat(sign.current(REFERENCE).answers()).isEmpty();
    }

    private void post(Posting.Kind kind, Party party, int number) {
        services.postings.add(
                REFERENCE,
                List.of(new Posting(
                        number,
                        1,
                        1L,
                        null,
                        Fund.NATIONAL,
                        kind,
                        party,
                        Money.euro(0),
                        "0",
                        "1/1",
                        Sentence.of("common.said", "why"),
                        null)),
                Instant.EPOCH);
    }
}
