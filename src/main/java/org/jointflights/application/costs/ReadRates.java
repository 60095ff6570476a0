package org.jointflights.application.costs;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.money.RateChanges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows which exchange rates are on record, to finance people and to those who watch over all flights. */
@Service
@Transactional(readOnly = true)
public class ReadRates {

    private final Rates rates;
    private final CurrentUser actor;
    private final Clock clock;

    ReadRates(Rates rates, CurrentUser actor, Clock clock) {
        this.rates = rates;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * One currency: its newest rate, and since when and how many months of it are there.
     *
     * @param gaps the months since then that have none, up to the present one
     */
    public record OfCurrency(PublishedRate newest, PublishedRate oldest, int months, List<RateChanges.Gap> gaps) {

        public OfCurrency {
            gaps = List.copyOf(gaps);
        }
    }

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
                .map(all -> new OfCurrency(
                        all.get(all.size() - 1),
                        all.get(0),
                        all.size(),
                        RateChanges.gaps(all.stream().map(PublishedRate::rate).toList(), YearMonth.now(clock))))
                .sorted(Comparator.comparing(
                        one -> one.newest().rate().currency().getCurrencyCode()))
                .toList();
    }
}
