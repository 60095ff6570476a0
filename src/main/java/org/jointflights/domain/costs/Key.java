package org.jointflights.domain.costs;

import org.jspecify.annotations.Nullable;

/**
 * The sharing key of a cost item: how its amount is divided over the parties that share it. The formulas and what each
 * of them guarantees are in {@code docs/cost-methods.md}.
 */
public enum Key {
    /** The same for every party. */
    EQUAL(Measure.STATES),
    PER_RETURNEE(Measure.RETURNEES),
    PER_SEAT(Measure.SEATS),
    /** By seats times the kilometres of the party's own legs. */
    SEAT_KILOMETRE(Measure.SEATS),
    /** The default: every leg's part, by kilometres, is divided by seats over the parties whose route includes it. */
    LEG_SHARE_BY_SEATS(Measure.SEATS),
    LEG_SHARE_BY_RETURNEES(Measure.RETURNEES),
    /** Every leg in equal parts: the Shapley value of the legs (Littlechild and Owen 1973 for a single line). */
    LEG_SHARE_BY_STATE(Measure.STATES),
    /** The Shapley value of the route on which a smaller group would skip the stops it does not need. */
    ROUTE_SHAPLEY(Measure.STATES),
    /** The same, weighted (Kalai and Samet 1987). */
    ROUTE_SHAPLEY_BY_SEATS(Measure.SEATS),
    ROUTE_SHAPLEY_BY_RETURNEES(Measure.RETURNEES),
    /** In proportion to what each party would pay for a flight of its own. */
    STAND_ALONE(null),
    /** Separable costs first, the rest by remaining benefits: SCRB, also known as ACA. */
    SEPARABLE_COSTS(null),
    /** Makes the least contented group as content as possible (Schmeidler 1969). At most 15 parties. */
    NUCLEOLUS(null),
    /** The same, contentment counted per member; nobody gains when the total rises. At most 15 parties. */
    PER_CAPITA_NUCLEOLUS(null),
    /** By the weights written into the item. */
    CUSTOM(null);

    /** What a flight uses unless its parties agree on something else. */
    public static final Key DEFAULT = LEG_SHARE_BY_SEATS;

    private final @Nullable Measure measure;

    Key(@Nullable Measure measure) {
        this.measure = measure;
    }

    /** What the key weighs the parties by; nothing where it does not weigh heads, seats or states. */
    public @Nullable Measure measure() {
        return measure;
    }
}
