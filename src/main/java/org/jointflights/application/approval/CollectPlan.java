package org.jointflights.application.approval;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.FlightKinds;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.WithdrawalRules;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.application.planning.Quotes;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.approval.PlanContent.CostShare;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.springframework.stereotype.Component;

/** Gathers what a signature covers from where it is kept. */
@Component
class CollectPlan {

    private final Flights flights;
    private final Participations participations;
    private final Quotes quotes;
    private final WithdrawalRules rules;
    private final Budgets budgets;
    private final Splits splits;
    private final FinancialDecisions decisions;
    private final FlightKinds kinds;

    CollectPlan(
            Flights flights,
            Participations participations,
            Quotes quotes,
            WithdrawalRules rules,
            Budgets budgets,
            Splits splits,
            FinancialDecisions decisions,
            FlightKinds kinds) {
        this.flights = flights;
        this.participations = participations;
        this.quotes = quotes;
        this.rules = rules;
        this.budgets = budgets;
        this.splits = splits;
        this.decisions = decisions;
        this.kinds = kinds;
    }

    /** The plan as it stands now; without shares while no split is agreed. */
    PlanContent of(OperationReference reference) {
        Flight flight = flights.get(reference);
        Map<Party, PlanContent.Part> parts = new TreeMap<>();
        participations.of(reference).stream()
                .filter(Participation::takesPart)
                .forEach(taking -> parts.put(
                        taking.party(), new PlanContent.Part(taking.seats(), taking.embarkation(), taking.handOver())));
        return new PlanContent(
                reference,
                flight.organiser(),
                flight.destination(),
                flight.departure(),
                kinds.of(reference)
                        .map(kind -> new PlanContent.Law(flight.type(), kind))
                        .orElse(null),
                flight.route(),
                quotes.of(reference).stream()
                        .filter(CarrierQuote::isChosen)
                        .findFirst()
                        .orElse(null),
                parts,
                rules.of(reference),
                costs(reference),
                shares(reference),
                decisions.of(reference));
    }

    /** The zone in which the plan tells times: that of the place where the flight begins. */
    ZoneId zone(OperationReference reference) {
        return flights.get(reference).departure().getZone();
    }

    private List<CostItem> costs(OperationReference reference) {
        return budgets.of(reference).stream()
                .filter(line -> !line.leftOut())
                .map(BudgetLine::planned)
                .toList();
    }

    private List<CostShare> shares(OperationReference reference) {
        return splits.current(reference).filter(Split::stands).map(Split::shares).orElse(List.of()).stream()
                .map(share -> new CostShare(share.item(), share.party(), share.amount(), share.exact()))
                .toList();
    }
}
