package org.jointflights.application.costs;

import java.util.List;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A flight's figures as they stand now, to begin trying out from. */
@Service
@Transactional(readOnly = true)
public class ReadFlightFigures {

    private final CheckFlightAccess access;
    private final Budgets budgets;
    private final AssembleCostInput inputs;

    ReadFlightFigures(CheckFlightAccess access, Budgets budgets, AssembleCostInput inputs) {
        this.access = access;
        this.budgets = budgets;
        this.inputs = inputs;
    }

    /**
     * An input as JSON.
     *
     * @param unconverted how many cost items are left out because no rate has brought them into euro yet
     */
    public record Figures(String json, int unconverted) {}

    /**
     * Who takes part with which seats, the route with all distances, and the cost items in euro. Throws
     * {@link org.jointflights.domain.Unknown} if there is no such flight, {@link org.jointflights.domain.NotYours} if the
     * person signed in may not look at it.
     */
    public Figures of(OperationReference reference) {
        access.require(reference);
        List<CostItem> items = budgets.of(reference).stream()
                .filter(line -> !line.leftOut())
                .map(BudgetLine::planned)
                .toList();
        List<CostItem> inEuro = items.stream()
                .filter(item -> item.amount().currency().equals(Money.EUR))
                .toList();
        return new Figures(CostJson.write(inputs.withDistances(reference, inEuro)), items.size() - inEuro.size());
    }
}
