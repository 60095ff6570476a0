package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.settlement.SettlementServices.CHARTER;
import static org.jointflights.application.settlement.SettlementServices.FR;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jointflights.application.settlement.CertifyClaims.Finding;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertifyClaimsTest {

    private static final long CHARTER_CLAIM = 1;
    private static final long COACH_CLAIM = 2;

    private final SettlementServices services = new SettlementServices();
    private final CertifyClaims certify = services.certify;

    @BeforeEach
    void charter_and_coach_are_claimed() {
        services.claimCharterAndCoach(REFERENCE);
        services.as("fxfinance1");
    }

    @Test
    void those_are_open_that_count_and_were_not_checked() {
        assertThat(certify.open(REFERENCE)).extracting(Claim::id).containsExactly(CHARTER_CLAIM, COACH_CLAIM);
        find(CHARTER_CLAIM, Finding.ELIGIBLE, null, null);
        assertThat(certify.open(REFERENCE)).extracting(Claim::id).containsExactly(COACH_CLAIM);
        services.claims.withdrawn(COACH_CLAIM, "Wrong.");
        assertThat(certify.open(REFERENCE)).isEmpty();
    }

    @Test
    void a_claim_is_looked_at_with_its_own_flight() {
        OperationReference other = new OperationReference("JRO-2027-0002");

        NotYours refused =
                refusal(NotYours.class, "settlement.claim.otherFlight", () -> certify.get(other, CHARTER_CLAIM));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), CHARTER_CLAIM, other));
        assertThat(certify.get(REFERENCE, CHARTER_CLAIM).claimant()).isEqualTo(GB);
    }

    @Test
    void nothing_is_eligible_before_the_conditions_are_met_on_which_the_fund_pays() {
        services.ports.decisions.put(FinancialDecision.unsigned(
                REFERENCE,
                GB,
                Fund.FRONTEX,
                new FundingTerms(Fund.FRONTEX, 100, "frontex", false),
                Money.euro(100_000)));
        refusal(
                Conflict.class,
                "settlement.condition.refused",
                () -> find(CHARTER_CLAIM, Finding.ELIGIBLE, null, null));
        assertThat(certify.open(REFERENCE)).hasSize(2);

        // France is promised nothing, and what is not eligible needs no condition.
        find(COACH_CLAIM, Finding.ELIGIBLE, null, null);
        find(CHARTER_CLAIM, Finding.NOT_ELIGIBLE, null, "No report.");
        assertThat(certify.open(REFERENCE)).isEmpty();
    }

    @Test
    void all_of_a_cost_is_eligible() {
        find(CHARTER_CLAIM, Finding.ELIGIBLE, null, null);

        assertFound(CHARTER, "");
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_CERTIFIED, GB, List.of(CHARTER, CHARTER, CHARTER_CLAIM, GB));
    }

    @Test
    void or_a_part_or_nothing_for_a_reason() {
        find(CHARTER_CLAIM, Finding.PARTLY, Money.euro(99_999), "One cent was wine.");
        assertFound(Money.euro(99_999), "One cent was wine.");

        certify.certify(REFERENCE, COACH_CLAIM, Finding.NOT_ELIGIBLE, false, null, false, "No.");
        assertThat(services.claims.get(COACH_CLAIM).certification())
                .extracting(Certification::eligible)
                .isEqualTo(Money.euro(0));
    }

    @ParameterizedTest
    @CsvSource({"PARTLY, 50000", "NOT_ELIGIBLE, "})
    void without_a_reason_it_is_refused(Finding finding, @Nullable Long part) {
        refuse("reason", "settlement.reason.missing", finding, part == null ? null : Money.euro(part));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 100_000})
    void a_part_is_above_zero_and_below_the_whole(long cents) {
        refuse("eligibleAmount", "settlement.eligible.part", Finding.PARTLY, Money.euro(cents));
    }

    @Test
    void the_smallest_part_is_one_cent() {
        find(CHARTER_CLAIM, Finding.PARTLY, Money.euro(1), "Nearly nothing.");

        assertFound(Money.euro(1), "Nearly nothing.");
    }

    @Test
    void a_part_is_named_where_one_is_found_and_nowhere_else() {
        refuse("eligibleAmount", "common.missing", Finding.PARTLY, null);
        refuse("eligibleAmount", "settlement.eligible.noPart", Finding.ELIGIBLE, Money.euro(5));
        refuse("eligibleAmount", "settlement.eligible.noPart", Finding.NOT_ELIGIBLE, Money.euro(5));
    }

    @Test
    void nobody_certifies_what_they_entered() {
        services.ports.user.is("gbfinance1", "FXfinance");

        NotYours refused = refusal(
                NotYours.class, "settlement.certify.own", () -> find(CHARTER_CLAIM, Finding.ELIGIBLE, null, null));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), CHARTER_CLAIM));
        services.ports.user.is("fxlegal1/gbfinance1", "FXfinance");
        refusal(NotYours.class, "settlement.certify.own", () -> find(CHARTER_CLAIM, Finding.ELIGIBLE, null, null));
        assertThat(services.claims.get(CHARTER_CLAIM).certification()).isNull();
    }

    @Test
    void a_claim_that_was_withdrawn_is_not_certified() {
        services.claims.withdrawn(CHARTER_CLAIM, "Wrong.");

        refusal(
                Conflict.class,
                "settlement.claim.changed",
                () -> certify.certify(REFERENCE, CHARTER_CLAIM, Finding.ELIGIBLE, false, null, false, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"ELIGIBLE", "PARTLY"})
    void nothing_is_eligible_before_its_voucher_was_checked(Finding finding) {
        Money part = finding == Finding.PARTLY ? Money.euro(5) : null;

        BadInput refused = refusal(
                BadInput.class,
                "settlement.voucher.unchecked",
                () -> certify.certify(REFERENCE, CHARTER_CLAIM, finding, false, part, false, "Why"));

        assertThat(refused.field()).isEqualTo("voucherChecked");
        assertThat(services.claims.get(CHARTER_CLAIM).certification()).isNull();
    }

    @Test
    void nor_without_any_voucher() {
        services.as("frfinance1");
        Claim claim = services.enter.enter(REFERENCE, FR, services.planned(3, Money.euro(5), null));
        services.convertAll(REFERENCE);
        services.as("fxfinance1");

        BadInput refused = refusal(
                BadInput.class, "settlement.voucher.none", () -> find(claim.id(), Finding.ELIGIBLE, null, null));

        assertThat(refused.field()).isEqualTo("decision");
        certify.certify(REFERENCE, claim.id(), Finding.NOT_ELIGIBLE, true, null, false, "No voucher.");
    }

    @Test
    void of_a_flight_that_others_cancelled_nothing_is_eligible_without_the_clause() {
        assertThat(certify.isCancelled(REFERENCE)).isFalse();
        cancel(FR);
        assertThat(certify.isCancelled(REFERENCE)).isTrue();

        assertThat(refusal(
                                BadInput.class,
                                "settlement.cancelled.clause",
                                () -> find(CHARTER_CLAIM, Finding.ELIGIBLE, null, null))
                        .field())
                .isEqualTo("clause");

        certify.certify(REFERENCE, CHARTER_CLAIM, Finding.ELIGIBLE, true, null, true, null);
        assertThat(services.claims.get(CHARTER_CLAIM).certification())
                .isEqualTo(new Certification(CHARTER, true, "", "fxfinance1", services.ports.clock.instant()));
    }

    @Test
    void whoever_caused_the_cancellation_is_paid_nothing() {
        cancel(GB);

        BadInput refused = refusal(
                BadInput.class,
                "settlement.cancelled.own",
                () -> certify.certify(REFERENCE, CHARTER_CLAIM, Finding.ELIGIBLE, true, null, true, null));

        assertThat(refused.field()).isEqualTo("decision");
        assertThat(refused.asSentence().arguments()).endsWith(GB.toString());
        certify.certify(REFERENCE, COACH_CLAIM, Finding.ELIGIBLE, true, null, true, null);
    }

    @Test
    void nor_is_a_carriers_fee_that_somebody_caused() {
        cancel(FR);
        Claim fee = penalty();
        refusal(
                BadInput.class,
                "settlement.cancelled.own",
                () -> certify.certify(REFERENCE, fee.id(), Finding.ELIGIBLE, true, null, true, null));
    }

    @Test
    void one_that_nobody_caused_may_be_eligible() {
        cancel(null);
        Claim fee = penalty();

        certify.certify(REFERENCE, fee.id(), Finding.ELIGIBLE, true, null, true, null);

        assertThat(services.claims.get(fee.id()).certification()).isNotNull();
    }

    private Claim penalty() {
        Claim fee = services.penalty();
        services.claims.converted(
                fee.id(), new Conversion(Money.euro(5), Money.euro(5), RateRule.MONTH_OF_FLIGHT, List.of()));
        return fee;
    }

    private void cancel(@Nullable Party causedBy) {
        services.ports.cancellations.add(new Cancellation(
                REFERENCE, "why", causedBy, Instant.parse("2027-04-01T09:00:00Z"), Duration.ofDays(19), "manager1"));
    }

    private void find(long claim, Finding finding, @Nullable Money part, @Nullable String reason) {
        certify.certify(REFERENCE, claim, finding, true, part, false, reason);
    }

    private void refuse(String field, String code, Finding finding, @Nullable Money part) {
        assertThat(refusal(BadInput.class, code, () -> find(CHARTER_CLAIM, finding, part, null))
                        .field())
                .isEqualTo(field);
        assertThat(services.claims.get(CHARTER_CLAIM).certification()).isNull();
    }

    private void assertFound(Money eligible, String reason) {
        assertThat(services.claims.get(CHARTER_CLAIM).certification())
                .isEqualTo(new Certification(eligible, false, reason, "fxfinance1", services.ports.clock.instant()));
    }
}
