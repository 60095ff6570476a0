package org.jointflights.domain.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What each party bears in two scenarios, and the difference: those of the second less those of the first. The rows add up to the
 * totals of both, to the cent.
 */
public record ComparedShares(List<Row> rows, Money first, Money second, Money difference) {

    /**
     * A party's; of where it does not take part there is nothing, and nothing is zero.
     *
     * @param firstSeats all its committed seats
     */
    public record Row(
            Party party,
            @Nullable Integer firstSeats,
            @Nullable Integer secondSeats,
            @Nullable Money first,
            @Nullable Money second,
            Money difference) {

        /** Whether it takes part in one of the two alone. */
        public boolean isInOne() {
            return first == null || second == null;
        }
    }

    public ComparedShares {
        rows = List.copyOf(rows);
    }

    /** Whether everybody bears the same in both. */
    public boolean isSame() {
        return rows.stream().allMatch(row -> row.difference().isZero());
    }

    /** Those who take part in one of the two alone. */
    public List<Row> inOne() {
        return rows.stream().filter(Row::isInOne).toList();
    }

    /** All committed seats of the first. */
    public int firstSeats() {
        return seats(Row::firstSeats);
    }

    /** All committed seats of the second. */
    public int secondSeats() {
        return seats(Row::secondSeats);
    }

    private int seats(Function<Row, @Nullable Integer> of) {
        return rows.stream()
                .map(of)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Throws {@link Conflict} for amounts in two currencies: no rate is part of a scenario. */
    public static ComparedShares of(CostShares first, CostShares second) {
        CostInput one = first.input();
        CostInput other = second.input();
        if (!one.currency().equals(other.currency())) {
            throw Conflict.of("scenario.compare.currencies", one.currency(), other.currency());
        }
        Map<Party, Money> before = first.totals();
        Map<Party, Money> after = second.totals();
        Map<Party, Integer> seatsBefore = seats(one);
        Map<Party, Integer> seatsAfter = seats(other);
        Set<Party> parties = new TreeSet<>(before.keySet());
        parties.addAll(after.keySet());
        Money none = Money.zero(one.currency());
        List<Row> rows = new ArrayList<>();
        Money sum = none;
        for (Party party : parties) {
            Money difference = after.getOrDefault(party, none).minus(before.getOrDefault(party, none));
            sum = sum.plus(difference);
            rows.add(new Row(
                    party,
                    seatsBefore.get(party),
                    seatsAfter.get(party),
                    before.get(party),
                    after.get(party),
                    difference));
        }
        requireSum(first.total(), before, none);
        requireSum(second.total(), after, none);
        Money difference = second.total().minus(first.total());
        if (!sum.equals(difference)) {
            throw new IllegalStateException("the differences are " + sum + " and not " + difference);
        }
        return new ComparedShares(rows, first.total(), second.total(), difference);
    }

    private static void requireSum(Money total, Map<Party, Money> shares, Money none) {
        Money sum = shares.values().stream().reduce(none, Money::plus);
        if (!sum.equals(total)) {
            throw new IllegalStateException("the shares are " + sum + " and not " + total);
        }
    }

    private static Map<Party, Integer> seats(CostInput input) {
        Map<Party, Integer> seats = new TreeMap<>();
        for (Participant one : input.participants()) {
            seats.put(one.party(), one.committed().total());
        }
        return seats;
    }
}
