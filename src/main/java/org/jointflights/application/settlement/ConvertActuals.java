package org.jointflights.application.settlement;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.costs.ConvertCosts;
import org.jointflights.application.costs.PublishedRate;
import org.jointflights.application.costs.Rates;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRates;
import org.jointflights.domain.money.RateMissing;
import org.jointflights.domain.money.RateRule;
import org.jointflights.domain.settlement.Claim;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns claims into euro, by the rate rule of the flight's budget. */
@Service
@Transactional
public class ConvertActuals {

    private final Claims claims;
    private final Rates rates;
    private final Flights flights;

    ConvertActuals(Claims claims, Rates rates, Flights flights) {
        this.claims = claims;
        this.rates = rates;
        this.flights = flights;
    }

    /** Throws {@link RateMissing}, with nothing stored, where a rate is not on record. */
    public void convert(OperationReference reference) throws RateMissing {
        ExchangeRates known =
                new ExchangeRates(rates.all().stream().map(PublishedRate::rate).toList());
        RateRule.Dates flight = RateRule.Dates.ofFlight(flights.get(reference).realDate());
        List<Claim> open = claims.of(reference).stream()
                .filter(claim -> claim.counts() && claim.conversion() == null)
                .toList();
        SortedMap<Long, Conversion> conversions = new TreeMap<>();
        for (Claim claim : open) {
            conversions.put(claim.id(), known.toEuro(claim.amount(), ConvertCosts.RULE, flight));
        }
        claims.converted(conversions);
    }
}
