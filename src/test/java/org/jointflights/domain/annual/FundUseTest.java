package org.jointflights.domain.annual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.FundUse.Ended;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a fund may promise, has promised and will come to. */
class FundUseTest {

    private static final Party FR = new Party("FR");

    @Test
    void what_ended_flights_did_not_use_is_free_again() {
        FundUse use = use(1_000_000_00, 0, 300_000_00, new Ended(1, euro(500_000_00), euro(410_000_00)));
        assertThat(use.committed()).isEqualTo(euro(710_000_00));
        assertThat(use.free()).isEqualTo(euro(290_000_00));
        assertThat(use.isOverdrawn()).isFalse();
    }

    @Test
    void a_year_is_overdrawn_from_the_first_cent() {
        assertThat(use(300_000_00, 0, 300_000_00, Ended.NONE).isOverdrawn()).isFalse();
        FundUse over = use(299_999_99, 0, 300_000_00, Ended.NONE);
        assertThat(over.isOverdrawn()).isTrue();
        assertThat(over.free()).isEqualTo(euro(-1));
    }

    @Test
    void a_forecast_learns_from_five_flights_and_not_from_four() {
        // 410/500 of 100,000.01 are 82,000.0082.
        Ended five = new Ended(5, euro(500_000_00), euro(410_000_00));
        assertThat(use(492_000_00, 40_000_00, 60_000_01, five).forecast()).isEqualTo(euro(492_000_01));
        assertThat(use(492_000_00, 40_000_00, 60_000_01, five).isShort()).isTrue();
        assertThat(use(492_000_01, 40_000_00, 60_000_01, five).isShort()).isFalse();
        Ended four = new Ended(4, euro(500_000_00), euro(410_000_00));
        assertThat(use(0, 40_000_00, 60_000_01, four).forecast()).isEqualTo(euro(510_000_01));
    }

    @Test
    void nobody_said_is_neither_enough_nor_too_little() {
        FundUse use = FundUse.none(Fund.FRONTEX, FR).expecting(euro(5));
        assertThat(use.free()).isNull();
        assertThat(use.isOverdrawn()).isFalse();
        assertThat(use.isShort()).isFalse();
        assertThat(use.isEmpty()).isFalse();
        assertThat(FundUse.none(Fund.FRONTEX, FR).isEmpty()).isTrue();
    }

    @Test
    void a_signer_reads_what_is_left_and_is_warned_where_it_is_too_little_or_unknown() {
        assertThat(said(euro(100_000_00), 70_000_00))
                .isEqualTo(
                        "Frontex may promise FR 100,000.00 EUR for flights of 2027; committed for others: 70,000.00 EUR;"
                                + " this decision: 30,000.00 EUR; left after it: 0.00 EUR.");
        assertThat(said(euro(100_000_00), 70_000_01))
                .startsWith("⚠ This decision promises 0.01 EUR more than is left.");
        assertThat(said(null, 70_000_00))
                .startsWith("⚠ Nobody has entered what Frontex may promise FR for flights of 2027.");
    }

    @Test
    void what_is_no_appropriation_is_refused() {
        assertThatThrownBy(() -> entry(Fund.NATIONAL, 2027, FR, euro(1))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> entry(Fund.FRONTEX, 2004, FR, euro(1))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> entry(Fund.FRONTEX, 2027, Party.FRONTEX, euro(1)))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> entry(Fund.FRONTEX, 2027, FR, euro(-1))).isInstanceOf(BadInput.class);
        assertThat(entry(Fund.FRONTEX, 2027, FR, euro(0)).amount()).isEqualTo(euro(0));
    }

    private static String said(@Nullable Money appropriated, long committed) {
        FinancialDecision decision = FinancialDecision.unsigned(
                new OperationReference("JRO-2027-0001"),
                FR,
                Fund.FRONTEX,
                new FundingTerms(Fund.FRONTEX, 100, "frontex", false),
                euro(30_000_00));
        return new LeftOfYear(decision, 2027, appropriated, euro(committed))
                .sentence()
                .in(Locale.ENGLISH);
    }

    private static Appropriation entry(Fund fund, int year, Party state, Money amount) {
        return new Appropriation(fund, year, state, amount, "fxfinance1", Instant.EPOCH);
    }

    private static FundUse use(long appropriated, long underWay, long promised, Ended ended) {
        return new FundUse(
                Fund.FRONTEX, FR, euro(appropriated), euro(underWay), euro(promised), ended, ended.granted(), euro(0));
    }

    private static Money euro(long cents) {
        return Money.euro(cents);
    }
}
