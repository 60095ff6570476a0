package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.settlement.SettlementServices.BRITISH;
import static org.jointflights.application.settlement.SettlementServices.CHARTER;
import static org.jointflights.application.settlement.SettlementServices.DEPARTURE;
import static org.jointflights.application.settlement.SettlementServices.FR;
import static org.jointflights.application.settlement.SettlementServices.FRENCH;
import static org.jointflights.application.settlement.SettlementServices.FX;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jointflights.application.costs.Split.Status;
import org.jointflights.application.settlement.ReadAccounts.SignedContent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAccountsTest {

    private static final Party ES = new Party("ES");

    private final SettlementServices services = new SettlementServices();
    private final ReadAccounts read = services.read;

    @ParameterizedTest
    @ValueSource(strings = {"GBdoctor", "FRfinance", "FXcoordinator", "auditor", "manager"})
    void whoever_shares_the_cost_or_sees_every_flight_reads_its_accounts(String group) {
        services.ports.user.is("somebody", group);

        assertThat(read.areOpen(REFERENCE)).isTrue();
        assertThat(read.forReader(REFERENCE).reference()).isEqualTo(REFERENCE);
    }

    @Test
    void a_state_that_bears_nothing_reads_the_flight_but_not_its_accounts() {
        services.take(REFERENCE, ES, Participation.Status.DECLINED, FRENCH, null);
        services.postings.add(REFERENCE, List.of(paid(2, GB)), Instant.EPOCH);
        services.ports.user.is("esfinance1", "ESfinance");

        NotYours refused = refusal(NotYours.class, "settlement.notYours", () -> read.forReader(REFERENCE));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), REFERENCE));
        services.postings.add(REFERENCE, List.of(paid(1, ES)), Instant.EPOCH);
        assertThat(read.forReader(REFERENCE).parties()).containsExactly(FR, FX, GB);
    }

    @Test
    void a_stranger_reads_neither() {
        services.ports.user.is("itfinance1", "ITfinance");

        refusal(NotYours.class, "overview.flight.notYours", () -> read.forReader(REFERENCE));
        refusal(Unknown.class, "common.flight.unknown", () -> read.forReader(new OperationReference("JRO-2027-0009")));
    }

    @Test
    void the_accounts_are_as_they_stand() {
        services.planFirstVersion();

        FlightAccounts accounts = read.of(REFERENCE);

        assertThat(accounts.plan()).isNull();
        assertThat(accounts.statement())
                .isEqualTo(services.statements.current(REFERENCE).orElseThrow());
        assertThat(accounts.claims()).isEqualTo(services.claims.of(REFERENCE));
        assertThat(accounts.transfers()).isEqualTo(services.transfers.of(REFERENCE));
        assertThat(accounts.ledger().postings()).isEqualTo(services.postings.of(REFERENCE));
        assertThat(accounts.split()).isNotNull();
        assertThat(accounts.proposal()).isNull();
        assertThat(accounts.planned())
                .containsExactly(Map.entry(FR, Money.euro(33_333)), Map.entry(GB, Money.euro(66_667)));
        assertThat(accounts.hasShares()).isTrue();
        assertThat(accounts.faults()).isEmpty();
        assertThat(read.sharedAs(REFERENCE, services.claims.get(1)).amount()).isEqualTo(CHARTER);
    }

    @Test
    void a_newer_proposal_stands_beside_the_split_that_was_agreed() {
        services.split(REFERENCE, 2, Status.OPEN, Withdrawals.USED);

        FlightAccounts accounts = read.of(REFERENCE);

        assertThat(accounts.split()).extracting("number").isEqualTo(1);
        assertThat(accounts.proposal()).extracting("number").isEqualTo(2);
        assertThat(accounts.rule()).isEqualTo(WithdrawalRule.COMMITTED);
    }

    @Test
    void a_proposal_that_is_itself_on_record_stands_there_once_and_nothing_is_planned_by_it() {
        OperationReference other = new OperationReference("JRO-2027-0002");
        services.addFlight(other);
        assertThat(read.of(other).hasShares()).isFalse();
        services.split(other, 1, Status.OPEN, Withdrawals.USED);

        FlightAccounts accounts = read.of(other);

        assertThat(accounts.split()).isNotNull();
        assertThat(accounts.proposal()).isNull();
        assertThat(accounts.planned()).isEmpty();
        assertThat(accounts.rule()).isEqualTo(WithdrawalRule.COMMITTED);
        assertThat(accounts.lines()).isEmpty();
    }

    @Test
    void the_rule_is_that_of_the_split() {
        services.split(REFERENCE, 2, Status.FIXED, Withdrawals.USED);

        assertThat(read.of(REFERENCE).rule()).isEqualTo(WithdrawalRule.USED);
    }

    @Test
    void shares_that_are_posted_are_shown_without_any_split() {
        OperationReference other = new OperationReference("JRO-2027-0002");
        services.addFlight(other);
        services.claimCharterAndCoach(REFERENCE);
        services.postings.add(
                other,
                List.of(
                        paid(1, GB),
                        new Posting(
                                2,
                                1,
                                1L,
                                null,
                                Fund.NATIONAL,
                                Posting.Kind.SHARE,
                                GB,
                                Money.euro(-1),
                                "1",
                                "1/1",
                                Sentence.of("common.said", "why"),
                                null)),
                Instant.EPOCH);

        assertThat(read.of(other).hasShares()).isTrue();
    }

    @Test
    void what_no_longer_fits_is_told() {
        services.computeFirstVersion();
        services.postings.add(REFERENCE, List.of(paid(6, GB)), Instant.EPOCH);

        assertThat(read.of(REFERENCE).faults())
                .extracting(Refusal::code)
                .containsExactly("settlement.statement.falsePostings");
    }

    @Test
    void what_was_signed_of_the_accounts_is_handed_out_by_its_hash() {
        services.computeFirstVersion();
        Statement statement = services.statements.current(REFERENCE).orElseThrow();
        services.as("frfinance1");

        assertThat(read.signedContent(statement.signed().hash()))
                .isEqualTo(new SignedContent(
                        REFERENCE + "-accounts-1", statement.signed().json()));
        refusal(Unknown.class, "approval.content.unknown", () -> read.signedContent("0"));
    }

    @Test
    void so_is_what_was_signed_of_the_plan() {
        PlanVersion version = new PlanContent(
                        REFERENCE,
                        GB,
                        "Kosovo",
                        DEPARTURE,
                        null,
                        services.ports.flights.get(REFERENCE).route(),
                        null,
                        Map.of(GB, new PlanContent.Part(BRITISH, "STN", null)),
                        WithdrawalRule.COMMITTED,
                        List.of(),
                        List.of(),
                        List.of())
                .freeze(3, services.ports.clock.instant());
        services.ports.versions.add(version);
        services.as("frfinance1");

        assertThat(read.signedContent(version.hash()))
                .isEqualTo(new SignedContent(REFERENCE + "-version-3", version.content()));
        services.as("itfinance1");
        refusal(NotYours.class, "overview.flight.notYours", () -> read.signedContent(version.hash()));
    }

    @Test
    void what_is_stored_and_was_not_signed_is_not_handed_out() {
        Statement real = Statement.computed(REFERENCE, 1, services.ports.clock.instant(), List.of());
        services.statements.add(new Statement(
                REFERENCE,
                1,
                real.computedAt(),
                new Statement.Content(real.signed().json() + " ", real.signed().hash()),
                List.of()));
        services.as("itfinance1");
        refusal(
                NotYours.class,
                "overview.flight.notYours",
                () -> read.signedContent(real.signed().hash()));
        services.as("frfinance1");

        refusal(
                Conflict.class,
                "settlement.statement.falseHash",
                () -> read.signedContent(real.signed().hash()));
    }

    private static Posting paid(int number, Party party) {
        return new Posting(
                number,
                1,
                1L,
                null,
                Fund.NATIONAL,
                Posting.Kind.PAID,
                party,
                Money.euro(1),
                "1",
                "1/1",
                Sentence.of("common.said", "why"),
                null);
    }
}
