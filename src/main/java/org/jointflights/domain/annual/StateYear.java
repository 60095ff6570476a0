package org.jointflights.domain.annual;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;

/**
 * What a state had of a year's joint flights and what it bore, flight by flight, in euro and in the state's own money.
 *
 * @param flights by day, then reference
 * @param funds what each fund promised it
 */
public record StateYear(int year, Party party, List<OfFlight> flights, List<FundUse> funds) {

    /**
     * One flight, as posted by now.
     *
     * @param organised whether the state organised it
     * @param returnees of the state that the aircraft took; nothing before it left
     * @param spent what it paid to suppliers
     * @param granted what funds pay of it
     * @param bore its shares, its own costs among them
     * @param settled what it paid (above zero) or got (below zero) of what was owed between the parties, waivers included
     */
    public record OfFlight(
            OperationReference reference,
            LocalDate day,
            String destination,
            Stage stage,
            boolean organised,
            int returnees,
            Money spent,
            Money granted,
            Money bore,
            Money settled) {

        /** What it is owed, below zero what it owes. */
        public Money open() {
            return spent.minus(granted).minus(bore).plus(settled);
        }
    }

    public StateYear {
        flights = flights.stream()
                .sorted(Comparator.comparing(OfFlight::day).thenComparing(OfFlight::reference))
                .toList();
        funds = List.copyOf(funds);
    }

    /** People of the state that were returned. */
    public int returnees() {
        return flights.stream().mapToInt(OfFlight::returnees).sum();
    }

    public Money spent() {
        return sum(OfFlight::spent);
    }

    public Money granted() {
        return sum(OfFlight::granted);
    }

    public Money bore() {
        return sum(OfFlight::bore);
    }

    public Money settled() {
        return sum(OfFlight::settled);
    }

    public Money open() {
        return sum(OfFlight::open);
    }

    private Money sum(Function<OfFlight, Money> column) {
        return flights.stream().map(column).reduce(Money.zero(Money.EUR), Money::plus);
    }
}
