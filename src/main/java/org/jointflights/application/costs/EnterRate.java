package org.jointflights.application.costs;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.ExchangeRates;
import org.jointflights.domain.money.RateMissing;
import org.jointflights.domain.money.RateRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a missing exchange rate on record. */
@Service
@Transactional
public class EnterRate {

    private final Rates rates;
    private final Budgets budgets;
    private final Flights flights;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    EnterRate(Rates rates, Budgets budgets, Flights flights, CurrentUser actor, WriteTrail trail, Clock clock) {
        this.rates = rates;
        this.budgets = budgets;
        this.flights = flights;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Where somebody else has entered the rate of that month meanwhile, only the same figure is taken. Throws
     * {@link BadInput} for a figure that is no rate, or that makes an amount of this flight too large to be kept.
     */
    public void enter(
            OperationReference reference, Currency currency, YearMonth month, BigDecimal unitsPerEuro, String source) {
        ExchangeRate rate = new ExchangeRate(currency, unitsPerEuro, month, source);
        PublishedRate known = rates.find(currency, month).orElse(null);
        if (known != null) {
            if (known.rate().unitsPerEuro().compareTo(unitsPerEuro) != 0) {
                throw BadInput.of(
                        "rate",
                        unitsPerEuro.toPlainString(),
                        "costs.budget.rate.other",
                        known.rate().unitsPerEuro().toPlainString(),
                        currency,
                        month,
                        known.rate().source());
            }
            return;
        }
        requireUsable(reference, rate);
        rates.add(new PublishedRate(rate, actor.id(), clock.instant()));
        trail.record(reference, TrailEvent.RATE_ENTERED, unitsPerEuro.toPlainString(), currency, month, source);
    }

    private void requireUsable(OperationReference reference, ExchangeRate rate) {
        RateRule.Dates dates = RateRule.Dates.ofFlight(flights.get(reference).realDate());
        ExchangeRates one = new ExchangeRates(List.of(rate));
        for (BudgetLine line : budgets.of(reference)) {
            if (line.price().net().currency().equals(rate.currency())) {
                try {
                    one.toEuro(line.price().toShare(), ConvertCosts.RULE, dates);
                } catch (RateMissing otherMonth) {
                    throw BadInput.of("rate", rate.unitsPerEuro(), "costs.budget.rate.month", otherMonth.month());
                }
            }
        }
    }
}
