package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
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
import org.jointflights.application.settlement.FlightAccounts.Line;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Posting.Kind;
import org.jointflights.domain.settlement.Statement;
import org.junit.jupiter.api.Test;

class ComputeAccountsTest {

    private final SettlementServices services = new SettlementServices();

    @Test
    void what_was_paid_and_what_it_is_shared_as_is_posted() {
        services.computeFirstVersion();

        assertThat(services.postings.of(REFERENCE))
                .extracting(
                        Posting::number,
                        Posting::statement,
                        Posting::claim,
                        Posting::kind,
                        Posting::party,
                        Posting::amount)
                .containsExactly(
                        tuple(1, 1, 1L, Kind.PAID, GB, CHARTER),
                        tuple(2, 1, 1L, Kind.SHARE, FR, Money.euro(-33_333)),
                        tuple(3, 1, 1L, Kind.SHARE, GB, Money.euro(-66_667)),
                        tuple(4, 1, 2L, Kind.PAID, FR, Money.euro(60_000)),
                        tuple(5, 1, 2L, Kind.SHARE, FR, Money.euro(-60_000)));
        Statement statement = services.statements.current(REFERENCE).orElseThrow();
        assertThat(statement)
                .isEqualTo(Statement.computed(
                        REFERENCE, 1, services.ports.clock.instant(), services.postings.of(REFERENCE)));
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_COMPUTED, List.of(1, 5));
    }

    @Test
    void nothing_is_computed_while_a_claim_waits_to_be_certified() {
        services.claimCharterAndCoach(REFERENCE);
        services.claims.withdrawn(1, "Wrong.");

        Conflict refused =
                refusal(Conflict.class, "settlement.claim.notCertified", () -> services.compute.compute(REFERENCE));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), 2L, REFERENCE));
        assertThat(services.statements.current(REFERENCE)).isEmpty();
        assertThat(services.postings.of(REFERENCE)).isEmpty();
    }

    @Test
    void a_second_version_of_the_same_claims_posts_nothing() {
        services.computeFirstVersion();

        assertThat(services.compute.compute(REFERENCE)).isEqualTo(2);

        assertThat(services.postings.of(REFERENCE)).hasSize(5);
        assertThat(services.ports.trail.last().arguments()).containsExactly(2, 0);
    }

    @Test
    void what_is_no_longer_right_is_reversed() {
        services.computeFirstVersion();
        services.claims.withdrawn(2, "Entered twice.");

        services.compute.compute(REFERENCE);

        assertThat(services.postings.of(REFERENCE).subList(5, 7))
                .extracting(Posting::statement, Posting::party, Posting::amount, Posting::reverses)
                .containsExactly(tuple(2, FR, Money.euro(-60_000), 4), tuple(2, FR, Money.euro(60_000), 5));
    }

    @Test
    void after_the_shares_are_finally_posted_nothing_is_computed() {
        services.planFirstVersion();

        Conflict refused = refusal(Conflict.class, "settlement.posted", () -> services.compute.compute(REFERENCE));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), REFERENCE));
        assertThat(services.statements.current(REFERENCE).orElseThrow().version())
                .isEqualTo(1);
    }

    @Test
    void accounts_that_do_not_add_up_to_zero_are_no_accounts() {
        services.claimCharterAndCoach(REFERENCE);
        services.certifyAll(REFERENCE);
        services.postings.add(REFERENCE, List.of(SettlementServices.stray(1)), Instant.EPOCH);

        assertThatThrownBy(() -> services.compute.compute(REFERENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("add up to");
        assertThat(services.statements.current(REFERENCE)).isEmpty();
    }

    @Test
    void a_signed_decision_pays_its_part_and_the_rest_is_shared() {
        decide(50, 50);
        services.computeFirstVersion();

        FlightAccounts accounts = services.read.of(REFERENCE);
        assertThat(accounts.lines())
                .containsExactly(
                        line(FR, 60_000, 0, 76_667, 33_333, -16_667),
                        line(FX, 0, 0, 0, 0, -50_000),
                        line(GB, 100_000, 50_000, 33_333, 66_667, 66_667));
        assertThat(SettlementServices.paid(accounts)).isEqualTo(Money.euro(160_000));
        assertThat(accounts.payableByFrontex()).isEqualTo(Map.of(GB, Money.euro(50_000)));
        assertThat(accounts.totalPayableByFrontex()).isEqualTo(Money.euro(50_000));
        assertThat(accounts.plan()).isNotNull();
    }

    @Test
    void one_that_is_not_signed_pays_nothing() {
        services.claimCharterAndCoach(REFERENCE);
        services.certifyAll(REFERENCE);
        services.ports.decisions.put(decision(50));

        services.compute.compute(REFERENCE);

        assertThat(services.read.of(REFERENCE).totalPayableByFrontex()).isEqualTo(Money.euro(0));
    }

    @Test
    void frontex_does_not_sign_a_grant_while_a_report_is_owed_and_the_states_may() {
        decide(50, 50);
        services.computeFirstVersion();
        services.owed.incidents = true;
        services.as("gbfinance2");
        services.sign.sign(REFERENCE, GB);
        services.as("fxfinance2");
        refusal(Conflict.class, "settlement.condition.notSigned", () -> services.sign.sign(REFERENCE, FX));
        assertThat(services.sign.toSign(REFERENCE)).containsExactly(FR, FX);
        services.owed.incidents = false;
        services.sign.sign(REFERENCE, FX);
        assertThat(services.sign.toSign(REFERENCE)).containsExactly(FR);
    }

    @Test
    void one_that_is_not_what_was_signed_stops_the_accounts() {
        decide(50, 60);
        services.claimCharterAndCoach(REFERENCE);
        services.certifyAll(REFERENCE);

        Conflict refused =
                refusal(Conflict.class, "approval.decision.notAsSigned", () -> services.compute.compute(REFERENCE));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), GB, 1, REFERENCE));
        assertThat(services.postings.of(REFERENCE)).isEmpty();
    }

    @Test
    void what_frontex_bears_of_its_own_is_payable_by_it() {
        services.as("fxfinance2");
        services.enter.enter(
                REFERENCE, FX, new NewClaim(null, CostCategory.FRONTEX_MISSION, "Mission", Money.euro(700), null));
        services.convertAll(REFERENCE);
        services.as("fxfinance1");
        services.certify.certify(REFERENCE, 1, CertifyClaims.Finding.NOT_ELIGIBLE, false, null, false, "No voucher.");
        services.compute.compute(REFERENCE);

        FlightAccounts accounts = services.read.of(REFERENCE);
        assertThat(accounts.payableByFrontex()).containsEntry(FX, Money.euro(700));
        assertThat(accounts.lines())
                .containsExactly(
                        line(FR, 0, 0, 0, 33_333, 0), line(FX, 700, 0, 700, 0, 0), line(GB, 0, 0, 0, 66_667, 0));
    }

    /** Frontex and the British have signed one rate; perhaps another is stored now. */
    private void decide(int signed, int stored) {
        PlanVersion version = new PlanContent(
                        REFERENCE,
                        GB,
                        "Kosovo",
                        DEPARTURE,
                        null,
                        services.ports.flights.get(REFERENCE).route(),
                        null,
                        Map.of(
                                FR, new PlanContent.Part(FRENCH, "LIL", null),
                                GB, new PlanContent.Part(BRITISH, "STN", null)),
                        WithdrawalRule.COMMITTED,
                        List.of(),
                        List.of(),
                        List.of(decision(signed)))
                .freeze(1, services.ports.clock.instant());
        services.ports.versions.add(version);
        services.ports.decisions.put(decision(stored));
        sign(version, SigningRole.DECISION_FOR_FRONTEX, "fxfinance1");
        sign(version, SigningRole.DECISION_FOR_STATE, "gbfinance1");
    }

    private void sign(PlanVersion version, SigningRole role, String person) {
        services.ports.versions.add(
                new Signature(REFERENCE, 1, version.hash(), role, GB, person, version.frozen(), false, null, null));
    }

    private static FinancialDecision decision(int percent) {
        return FinancialDecision.unsigned(
                REFERENCE,
                GB,
                Fund.FRONTEX,
                new FundingTerms(Fund.FRONTEX, percent, "frontex", true),
                Money.euro(1_000_000));
    }

    private static Line line(Party party, long paid, long granted, long borne, long planned, long open) {
        return new Line(
                party, Money.euro(paid), Money.euro(granted), Money.euro(borne), Money.euro(planned), Money.euro(open));
    }
}
