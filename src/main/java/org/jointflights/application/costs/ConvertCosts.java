package org.jointflights.application.costs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRates;
import org.jointflights.domain.money.RateMissing;
import org.jointflights.domain.money.RateRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a budget up to the plan: who shares each line as things stand, and what each is in euro. */
@Service
@Transactional
public class ConvertCosts {

    /** The rate of the month of the flight, for all lines; assumed, because no text names a rule for joint flights. */
    public static final RateRule RULE = RateRule.MONTH_OF_FLIGHT;

    private final Budgets budgets;
    private final Rates rates;
    private final Flights flights;
    private final AssembleCostInput inputs;
    private final WriteTrail trail;

    ConvertCosts(Budgets budgets, Rates rates, Flights flights, AssembleCostInput inputs, WriteTrail trail) {
        this.budgets = budgets;
        this.rates = rates;
        this.flights = flights;
        this.inputs = inputs;
        this.trail = trail;
    }

    /** Throws {@link RateMissing}, with nothing stored, where a rate is not on record. */
    public void convert(OperationReference reference) throws RateMissing {
        Flight flight = flights.get(reference);
        ExchangeRates known =
                new ExchangeRates(rates.all().stream().map(PublishedRate::rate).toList());
        RateRule.Dates dates = RateRule.Dates.ofFlight(flight.realDate());
        List<BudgetLine> converted = new ArrayList<>();
        for (BudgetLine line : budgets.of(reference)) {
            Conversion conversion = known.toEuro(line.price().toShare(), RULE, dates);
            converted.add(asThingsStand(line, conversion, flight));
        }
        budgets.converted(converted);
    }

    private BudgetLine asThingsStand(BudgetLine line, Conversion conversion, Flight flight) {
        OperationReference reference = line.reference();
        Set<Party> accountable = inputs.accountable(reference);
        Set<Party> sharers = inputs.sharersNow(line);
        Party payer = line.item().payer();
        if (!accountable.contains(payer)) {
            trail.record(
                    reference, TrailEvent.ITEM_PAYER, payer, flight.organiser(), line.position(), line.description());
            payer = flight.organiser();
        }
        boolean leftOut = sharers.isEmpty();
        if (leftOut && !line.leftOut()) {
            trail.record(reference, TrailEvent.ITEM_LEFT_OUT, line.position(), line.description());
        }
        CostItem before = line.item();
        Set<Party> sharing = leftOut ? before.sharers() : sharers;
        CostItem now = new CostItem(
                before.id(),
                before.description(),
                before.category(),
                conversion.after(),
                payer,
                sharing,
                before.key(),
                line.terms().weightsOf(sharing),
                Map.of(),
                null);
        return line.with(now.converted(conversion), leftOut);
    }
}
