package org.jointflights.domain.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.ReferenceRate;
import org.jointflights.domain.settlement.Due;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is to be paid so that it comes on a day. */
class ObligationTest {

    private static final OperationReference FLIGHT = new OperationReference("JRO-2027-0042");
    private static final LocalDate LAST = LocalDate.of(2027, 7, 16);

    @Test
    void what_comes_in_time_bears_no_interest_and_a_day_later_it_does() {
        Obligation owed = owed(new Obligation.Late(LAST, rate()));

        assertThat(owed.amountOn(LAST)).isEqualTo(Money.euro(75_00));
        assertThat(owed.amountOn(LAST.plusDays(30))).isEqualTo(Money.euro(75_35));
    }

    @Test
    void without_the_rate_no_figure_is_guessed_once_interest_is_due() {
        Obligation owed = owed(new Obligation.Late(LAST, null));

        assertThat(owed.amountOn(LAST)).isEqualTo(Money.euro(75_00));
        refusal(Conflict.class, "recovery.rate.missing", () -> owed.amountOn(LAST.plusDays(1)));
    }

    @Test
    void what_follows_from_the_accounts_stays_the_same_however_late() {
        assertThat(owed(null).amountOn(LAST.plusYears(2))).isEqualTo(Money.euro(75_00));
    }

    private static Obligation owed(Obligation.@Nullable Late late) {
        return new Obligation(
                new EndToEnd.OfTransfer(FLIGHT, 7),
                new TreeSet<>(Set.of(FLIGHT)),
                new Due(Fund.NATIONAL, new Party("FR"), new Party("GB"), Money.euro(75_00)),
                late,
                null,
                true);
    }

    private static ReferenceRate rate() {
        return new ReferenceRate(YearMonth.of(2027, 7), new BigDecimal("2.15"), "OJ C, 1 July 2027");
    }
}
