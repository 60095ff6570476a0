package org.jointflights.application.costs;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.money.ExchangeRate;

/** Exchange rates without a database. */
public final class InMemoryRates implements Rates {

    private final List<PublishedRate> rates = new ArrayList<>();

    @Override
    public Optional<PublishedRate> find(Currency currency, YearMonth month) {
        return rates.stream()
                .filter(published -> published.rate().currency().equals(currency)
                        && published.rate().month().equals(month))
                .findFirst();
    }

    @Override
    public List<PublishedRate> all() {
        return rates.stream()
                .sorted(Comparator.comparing((PublishedRate published) ->
                                published.rate().currency().getCurrencyCode())
                        .thenComparing(published -> published.rate().month()))
                .toList();
    }

    @Override
    public void add(PublishedRate published) {
        ExchangeRate rate = published.rate();
        if (find(rate.currency(), rate.month()).isPresent()) {
            throw Conflict.of("costs.budget.rate.taken", rate.currency(), rate.month());
        }
        rates.add(published);
    }
}
