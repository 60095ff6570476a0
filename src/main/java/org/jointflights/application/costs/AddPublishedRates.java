package org.jointflights.application.costs;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.jointflights.application.DataFile;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.money.ExchangeRate;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the monthly rates that come with the product on record, those that are not there yet, before any work begins. */
@Component
class AddPublishedRates implements SmartInitializingSingleton {

    static final String SOURCE = "InforEuro rule, derived from ECB";

    private static final Currency POUND = Currency.getInstance("GBP");

    private final Rates rates;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AddPublishedRates(Rates rates, Clock clock, PlatformTransactionManager transactions) {
        this.rates = rates;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> addMissing());
    }

    private void addMissing() {
        List<YearMonth> there = rates.all().stream()
                .map(PublishedRate::rate)
                .filter(rate -> rate.currency().equals(POUND))
                .map(ExchangeRate::month)
                .toList();
        for (ExchangeRate rate : read()) {
            if (!there.contains(rate.month())) {
                rates.add(new PublishedRate(rate, CurrentUser.SYSTEM, clock.instant()));
            }
        }
    }

    private static List<ExchangeRate> read() {
        return DataFile.rows("inforeuro-gbp-derived.csv").stream()
                .map(row -> new ExchangeRate(
                        POUND, new BigDecimal(row.get("gbp_per_eur")), YearMonth.parse(row.get("month")), SOURCE))
                .toList();
    }
}
