package org.jointflights.domain.costs;

import java.math.BigInteger;
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
     * One leg's part in a share: of the leg's kilometres, this party bears weight ÷ total weight. Where a taper frees
     * seats, weights are hundredths of seats.
     */
    public record LegPart(String leg, int km, long weight, long totalWeight) {

        /** {@code CDG–STN, 340 km: 14 of 65}. */
        public Sentence words() {
            return Sentence.of("costs.posting.leg", leg, km, weight, totalWeight);
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
        List<LegPart> parts = new ArrayList<>();
        for (int k = 0; k < route.legs().size(); k++) {
            SharedRoute.Leg leg = route.legs().get(k);
            long total = 0;
            for (Party sharer : sharers()) {
                total += leg.aboard().contains(sharer) ? weights[input.number(sharer)] : 0;
            }
            if (total > 0 && leg.aboard().contains(party)) {
                parts.add(new LegPart(route.legName(k), leg.km(), weights[input.number(party)], total));
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
        boolean carried = carryBefore().signum() != 0 || carryAfter().signum() != 0;
        return carried ? Sentence.of("costs.posting.carry", reason, carryBefore(), carryAfter()) : reason;
    }

    /** The reason in that language. */
    public String sentence(Locale language) {
        return reason().in(language);
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
