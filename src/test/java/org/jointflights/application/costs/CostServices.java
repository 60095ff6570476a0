package org.jointflights.application.costs;

import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.flight.FlightServices;
import org.jointflights.application.work.FindPreparers;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.money.Money;

/** The services of cost sharing over what is kept in memory. */
public final class CostServices {

    public final KeepBudget budget;
    public final ConvertCosts convert;
    public final EnterRate rate;
    public final SplitCosts split;
    public final AnswerShares answer;
    public final CompareKeys compare;
    public final ReadFlightFigures figures;

    final AssembleCostInput inputs;

    public CostServices(InMemoryPorts ports) {
        FlightServices flights = new FlightServices(ports);
        inputs = new AssembleCostInput(
                ports.flights, ports.participations, flights.airports, ports.rules, ports.budgets);
        budget = new KeepBudget(ports.budgets, inputs, ports.writeTrail);
        convert = new ConvertCosts(ports.budgets, ports.rates, ports.flights, inputs, ports.writeTrail);
        rate = new EnterRate(ports.rates, ports.budgets, ports.flights, ports.user, ports.writeTrail, ports.clock);
        split = new SplitCosts(
                ports.flights, ports.budgets, ports.splits, inputs, ports.writeTrail, ports.notices, ports.clock);
        answer = new AnswerShares(
                ports.splits,
                new FindPreparers(ports.work, task -> true, ports.trail),
                ports.user,
                ports.writeTrail,
                ports.clock);
        compare = new CompareKeys(ports.budgets, inputs);
        figures = new ReadFlightFigures(flights.access, ports.budgets, inputs);
    }

    /** The charter of 262,000 euro that France pays and all share by that key. */
    public static NewItem charter(Key key) {
        return common(CostCategory.CHARTER, "Charter", euro(26_200_000), key);
    }

    /** A cost that France pays and all share. */
    static NewItem common(CostCategory category, String description, Price price, Key key) {
        return new NewItem(category, description, price, ParisToLagos.FR, Set.of(), key, null);
    }

    /** The same cost by another key. */
    static NewItem by(Key key, NewItem item) {
        return new NewItem(
                item.category(), item.description(), item.price(), item.payer(), item.named(), key, item.assumed());
    }

    /** A cost of the United Kingdom alone. */
    public static NewItem british(String description, Price price) {
        return new NewItem(
                CostCategory.ESCORTS, description, price, ParisToLagos.GB, Set.of(ParisToLagos.GB), Key.EQUAL, null);
    }

    /** A cost that these alone share, in equal parts. */
    public static NewItem shared(String description, Party payer, Set<Party> sharers) {
        return new NewItem(CostCategory.HANDLING, description, euro(10_000), payer, sharers, Key.EQUAL, null);
    }

    /** A price in cents. */
    public static Price euro(long cents) {
        return Price.withoutVat(Money.euro(cents));
    }
}
