package org.jointflights.domain.costs;

import static org.jointflights.domain.costs.Key.Needs.DISTANCES;
import static org.jointflights.domain.costs.Key.Needs.GROUPS;
import static org.jointflights.domain.costs.Key.Needs.PLAN;
import static org.jointflights.domain.costs.Key.Needs.QUOTES;
import static org.jointflights.domain.costs.Key.Needs.WEIGHTS;

import java.util.List;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostInput.Sharing;
import org.jspecify.annotations.Nullable;

/**
 * The sharing key of a cost item: how its amount is divided over the parties that share it. Each says here what it needs
 * and how it divides; that is all there is to a key but its texts {@code costs.key.<name>}. The formulas and what each of
 * them guarantees are in {@code docs/cost-methods.md}.
 */
public enum Key {
    /** The default: every leg's part, by kilometres, is divided by seats over the parties whose route includes it. */
    LEG_SHARE_BY_SEATS(Measure.SEATS, PLAN, KeyProportions::legShares, Trait.ADDS_UP_LEGS),
    LEG_SHARE_BY_RETURNEES(Measure.RETURNEES, PLAN, KeyProportions::legShares, Trait.ADDS_UP_LEGS),
    /** Every leg in equal parts: the Shapley value of the legs (Littlechild and Owen 1973 for a single line). */
    LEG_SHARE_BY_STATE(Measure.STATES, PLAN, KeyProportions::legShares, Trait.ADDS_UP_LEGS),
    PER_SEAT(Measure.SEATS, PLAN, KeyProportions::weighed),
    PER_RETURNEE(Measure.RETURNEES, PLAN, KeyProportions::weighed),
    /** The same for every party. */
    EQUAL(Measure.STATES, PLAN, KeyProportions::weighed),
    /** By seats times the kilometres of the party's own legs. */
    SEAT_KILOMETRE(Measure.SEATS, PLAN, KeyProportions::seatKilometres),
    /** The Shapley value of the route on which a smaller group would skip the stops it does not need. */
    ROUTE_SHAPLEY(Measure.STATES, DISTANCES, KeyProportions::routeShapley),
    /** The same, weighted (Kalai and Samet 1987). */
    ROUTE_SHAPLEY_BY_SEATS(Measure.SEATS, DISTANCES, KeyProportions::routeShapley),
    ROUTE_SHAPLEY_BY_RETURNEES(Measure.RETURNEES, DISTANCES, KeyProportions::routeShapley),
    /** In proportion to what each party would pay for a flight of its own. */
    STAND_ALONE(null, QUOTES, KeyProportions::standAlone),
    /** Separable costs first, the rest by remaining benefits: SCRB, also known as ACA. */
    SEPARABLE_COSTS(null, GROUPS, KeyProportions::separableCosts),
    /** Makes the least contented group as content as possible (Schmeidler 1969). At most 15 parties. */
    NUCLEOLUS(null, GROUPS, KeyProportions::nucleolus, Trait.SLOW),
    /** The same, contentment counted per member; nobody gains when the total rises. At most 15 parties. */
    PER_CAPITA_NUCLEOLUS(null, GROUPS, KeyProportions::perCapitaNucleolus, Trait.SLOW),
    /** What joining adds, averaged over all orders of joining (Shapley 1953), by legs, route or quotes as is measured. */
    SHAPLEY(null, GROUPS, KeyProportions::shapley),
    /** The equal profit method: parts of flying alone that differ as little as a stable division allows. At most 15 parties. */
    EQUAL_PROFIT(null, GROUPS, KeyProportions::equalProfit, Trait.SLOW),
    /** Separable costs first, the rest by the most that each could be asked to concede (Tijs 1981). */
    TAU(null, GROUPS, KeyProportions::tau, Trait.SLOW),
    /** Separable costs first, the rest in equal parts (EANS). */
    EQUAL_REST(null, GROUPS, KeyProportions::equalRest),
    /** By the weights written into the item. */
    CUSTOM(null, WEIGHTS, KeyProportions::custom);

    /** What a flight uses unless its parties agree on something else. */
    public static final Key DEFAULT = LEG_SHARE_BY_SEATS;

    /** What a key must know beside the item and who shares it. */
    public enum Needs {
        /** Seats and route as planned. */
        PLAN,
        /** The plan, and the distances between all stops. */
        DISTANCES,
        /** What each party was quoted for a flight of its own. */
        QUOTES,
        /** What each smaller group would need on its own, by kilometres or as quoted. */
        GROUPS,
        /** Weights that the parties have agreed. */
        WEIGHTS
    }

    private enum Trait {
        ADDS_UP_LEGS,
        SLOW
    }

    /** How a way of sharing becomes proportions; nothing where nobody weighs anything. */
    @FunctionalInterface
    interface Division {
        @Nullable
        Proportions of(KeyProportions input, Sharing sharing);
    }

    private final @Nullable Measure measure;
    private final Needs needs;

    @SuppressWarnings("ImmutableEnumChecker") // a method
    private final Division division;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final List<Trait> traits;

    Key(@Nullable Measure measure, Needs needs, Division division, Trait... traits) {
        this.measure = measure;
        this.needs = needs;
        this.division = division;
        this.traits = List.of(traits);
    }

    /** Those that a flight's budget can use: they need nothing that its plan does not tell. */
    public static List<Key> ofBudgets() {
        return Stream.of(values())
                .filter(key -> key.needs == PLAN || key.needs == DISTANCES)
                .toList();
    }

    /** Those that a cost of a budget can be entered with: these, and weights that its parties have agreed. */
    public static List<Key> ofItems() {
        return Stream.concat(ofBudgets().stream(), Stream.of(CUSTOM)).toList();
    }

    /** Those that can be tried out on any figures: all but the one that is agreed by hand. */
    public static List<Key> toTryOut() {
        return Stream.of(values()).filter(key -> key.needs != WEIGHTS).toList();
    }

    /** What the key weighs the parties by; nothing where it does not weigh heads, seats or states. */
    public @Nullable Measure measure() {
        return measure;
    }

    public Needs needs() {
        return needs;
    }

    /** Whether it is there to compare with: no budget can use it, because it needs to know what others would pay by themselves. */
    public boolean isForComparison() {
        return needs == GROUPS || needs == QUOTES;
    }

    /** Whether its shares are explained leg by leg. */
    public boolean addsUpLegs() {
        return traits.contains(Trait.ADDS_UP_LEGS);
    }

    /** Whether dividing anew with each party left out would take too long where many share. */
    public boolean isSlow() {
        return traits.contains(Trait.SLOW);
    }

    /** The key in words. */
    public Sentence words() {
        return Sentence.of("costs.key." + name());
    }

    Division division() {
        return division;
    }
}
