package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.settlement.SettlementServices.FX;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.jointflights.application.settlement.FlightAccounts.Line;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Posting.Kind;
import org.junit.jupiter.api.Test;

class FlightAccountsTest {

    private static final Party EU = new Party("EU");

    @Test
    void a_grant_of_national_money_is_none_and_only_frontexs_is_payable_by_it() {
        FlightAccounts accounts = of(
                posting(1, Fund.RETURN_FUND, Kind.GRANT, GB, Money.euro(70)),
                posting(2, Fund.RETURN_FUND, Kind.GRANT, EU, Money.euro(-70)),
                posting(3, Fund.NATIONAL, Kind.GRANT, GB, Money.euro(-70)),
                posting(4, Fund.FRONTEX, Kind.GRANT, GB, Money.euro(5)),
                posting(5, Fund.FRONTEX, Kind.GRANT, FX, Money.euro(-5)));

        assertThat(accounts.lines()).containsExactly(line(EU, 0, -70), line(FX, 0, -5), line(GB, 75, 5));
        assertThat(accounts.totalPayableByFrontex()).isEqualTo(Money.euro(5));
        assertThat(accounts.hasShares()).isFalse();
    }

    @Test
    void what_is_open_in_another_currency_is_not_added_up_with_euro() {
        FlightAccounts accounts =
                of(posting(1, Fund.NATIONAL, Kind.PAYMENT, GB, new Money(5, Currency.getInstance("GBP"))));

        assertThat(accounts.lines()).isEmpty();
    }

    private static FlightAccounts of(Posting... postings) {
        return new FlightAccounts(
                REFERENCE,
                null,
                null,
                new TreeSet<>(List.of(GB)),
                List.of(),
                new Ledger(List.of(postings)),
                null,
                List.of(),
                null,
                null,
                WithdrawalRule.COMMITTED);
    }

    private static Posting posting(int number, Fund fund, Kind kind, Party party, Money amount) {
        return new Posting(
                number, 1, 1L, null, fund, kind, party, amount, "1", "1/1", Sentence.of("common.said", "why"), null);
    }

    private static Line line(Party party, long granted, long open) {
        Money nothing = Money.euro(0);
        return new Line(party, nothing, Money.euro(granted), nothing, nothing, Money.euro(open));
    }
}
