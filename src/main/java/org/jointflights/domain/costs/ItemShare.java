package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.money.Money;

/** One party's share of one item, with everything that is needed to work it out again by hand. */
public final class ItemShare {

    private static final int READABLE_BITS = 40;
    private static final int DECIMALS = 6;

    private final CostInput input;
    private final ItemShares shares;
    private final int place;
    private final Party party;

    ItemShare(CostInput input, ItemShares shares, int place, Party party) {
        this.input = input;
        this.shares = shares;
        this.place = place;
        this.party = party;
    }

    /**
     * One leg's part in a share: of the leg's part of the item, by kilometres, this party bears weight ÷ total weight. Where
     * a taper frees seats, weights are hundredths of seats. The share is the item × the sum of all parts.
     *
     * @param totalKm of the legs that count: those with somebody aboard who shares the item
     */
    public record LegPart(String leg, int km, int totalKm, long weight, long totalWeight) {

        /** {@code CDG–STN: 340/7300 of the kilometres × 14/65}. */
        public Sentence words() {
            // As texts: whoever works it out again wants the numbers as they stand in the formula.
            return Sentence.of("costs.posting.legPart", leg, km + "/" + totalKm, weight + "/" + totalWeight);
        }
    }

    public CostItem item() {
        return shares.item();
    }

    public Party party() {
        return party;
    }

    /** The parties the item is shared in. */
    public Set<Party> sharers() {
        return item().sharers();
    }

    /** The party's part of {@link #totalWeight}, in whole numbers. */
    public BigInteger weight() {
        return shares.by().weight(place);
    }

    public BigInteger totalWeight() {
        return shares.by().total();
    }

    /** The share before rounding and before any carry, in smallest units. */
    public BigFraction exact() {
        return shares.exact(place);
    }

    public Money posted() {
        return new Money(shares.cents(place), item().amount().currency());
    }

    /** The parties whose common carry account this share goes through, by code; none where floors and caps forbid it. */
    public List<Party> carrySet() {
        return shares.carrySet();
    }

    /** What earlier postings left over and was counted in, in smallest units; zero in budget and preview. */
    public BigFraction carryBefore() {
        return shares.carriedIn(place);
    }

    /** What this posting leaves over for the next one of the same parties; zero in budget and preview. */
    public BigFraction carryAfter() {
        return shares.carriedOut(place);
    }

    /** Whether a floor or a cap bent the share away from the key. */
    public boolean isLimited() {
        return item().limits().containsKey(party)
                && !shares.by().part(amount(), place).equals(exact());
    }

    /** The legs that a leg share adds up over; empty for every other key. */
    public List<LegPart> legs() {
        SharedRoute route = input.route();
        Measure measure = item().key().measure();
        boolean byLegs = item().key().addsUpLegs() && !item().isDirect();
        if (!byLegs || route == null || measure == null) {
            return List.of();
        }
        long[] weights = input.weights().by(measure, members());
        long[] aboard = new long[route.legs().size()];
        int totalKm = 0;
        for (int k = 0; k < aboard.length; k++) {
            SharedRoute.Leg leg = route.legs().get(k);
            for (Party sharer : sharers()) {
                aboard[k] += leg.aboard().contains(sharer) ? weights[input.number(sharer)] : 0;
            }
            totalKm += aboard[k] > 0 ? leg.km() : 0;
        }
        List<LegPart> parts = new ArrayList<>();
        for (int k = 0; k < aboard.length; k++) {
            SharedRoute.Leg leg = route.legs().get(k);
            if (aboard[k] > 0 && leg.aboard().contains(party)) {
                parts.add(new LegPart(route.legName(k), leg.km(), totalKm, weights[input.number(party)], aboard[k]));
            }
        }
        return parts;
    }

    /** Item, key, set, weights, exact fraction and cents in one sentence; for a leg share its legs, then any carry. */
    public Sentence reason() {
        String code = "costs.posting." + (item().isDirect() ? "direct" : isLimited() ? "limited" : "shared");
        Sentence reason = Sentence.of(
                code,
                party,
                posted(),
                item().label(),
                item().amount(),
                item().key().words(),
                sharers().stream().map(Party::code).collect(Collectors.joining(", ")),
                weight(),
                totalWeight(),
                mixed(exact()));
        for (LegPart leg : legs()) {
            reason = Sentence.of("costs.posting.more", reason, leg.words());
        }
        Measure measure = item().key().measure();
        if (!item().isDirect() && measure != null && input.weights().leavesNothing(measure, members())) {
            reason = Sentence.of("costs.posting.committed", reason);
        }
        int leftOver = shares.leftOver();
        if (leftOver > 0) {
            int rank = shares.rank(place);
            reason = Sentence.of(
                    rank <= leftOver ? "costs.posting.extra" : "costs.posting.noExtra",
                    reason,
                    leftOver,
                    new Money(1, item().amount().currency()),
                    fraction(shares.rest(place)),
                    rank);
        }
        boolean carried = carryBefore().signum() != 0 || carryAfter().signum() != 0;
        return carried ? Sentence.of("costs.posting.carry", reason, carryBefore(), carryAfter()) : reason;
    }

    /** The reason in that language. */
    public String sentence(Locale language) {
        return reason().in(language);
    }

    /** {@code 5/53}; where the denominator has grown beyond reading, six decimals, and the exact share stands before it. */
    private static String fraction(BigFraction rest) {
        if (rest.getDenominator().bitLength() > READABLE_BITS) {
            return "≈ " + rest.bigDecimalValue(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
        }
        return rest.signum() == 0 ? "0" : rest.getNumerator() + "/" + rest.getDenominator();
    }

    private List<Integer> members() {
        return item().sharers().stream().map(input::number).toList();
    }

    private BigInteger amount() {
        return BigInteger.valueOf(item().amount().minor());
    }

    /** {@code 906.15 EUR + 5/53 × 0.01 EUR}: what is below the smallest unit is kept as a fraction. */
    private Worded mixed(BigFraction exact) {
        BigInteger[] whole = exact.getNumerator().divideAndRemainder(exact.getDenominator());
        Money units = new Money(whole[0].longValueExact(), item().amount().currency());
        Money smallest = new Money(1, units.currency());
        return whole[1].signum() == 0
                ? units
                : Sentence.of("costs.posting.mixed", units, whole[1] + "/" + exact.getDenominator(), smallest);
    }
}
