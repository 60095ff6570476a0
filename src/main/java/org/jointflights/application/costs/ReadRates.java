package org.jointflights.application.costs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.NotYours;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows which exchange rates are on record, to finance people and to those who watch over all flights. */
@Service
@Transactional(readOnly = true)
public class ReadRates {

    private final Rates rates;
    private final CurrentUser actor;

    ReadRates(Rates rates, CurrentUser actor) {
        this.rates = rates;
        this.actor = actor;
    }

    /** One currency: its newest rate, and since when and how many months of it are there. */
    public record OfCurrency(PublishedRate newest, PublishedRate oldest, int months) {}

    /** By currency; throws {@link NotYours} for whoever has nothing to do with money. */
    public List<OfCurrency> byCurrency() {
        if (!Viewer.of(actor.groups()).readsRates()) {
            throw NotYours.of("costs.rates.closed");
        }
        Map<String, List<PublishedRate>> byCurrency = new LinkedHashMap<>();
        rates.all()
                .forEach(rate -> byCurrency
                        .computeIfAbsent(rate.rate().currency().getCurrencyCode(), unseen -> new ArrayList<>())
                        .add(rate));
        return byCurrency.values().stream()
                .map(all -> new OfCurrency(all.get(all.size() - 1), all.get(0), all.size()))
                .sorted(Comparator.comparing(
                        one -> one.newest().rate().currency().getCurrencyCode()))
                .toList();
    }
}
