package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Pieces;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.money.Money;

/** One party's share of one item, with everything that is needed to work it out again by hand. */
public final class ItemShare {

    private final ItemShares shares;
    private final int place;
    private final Party party;
    private final SharingWords words;

    ItemShare(ItemShares shares, int place, Party party, SharingWords words) {
        this.shares = shares;
        this.place = place;
        this.party = party;
        this.words = words;
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

    /**
     * The party's part of {@link #totalWeight}, in whole numbers: by the key, or where floors and caps bent the shares, as they are
     * borne in the end. So the exact share always is the item × weight ÷ total weight.
     */
    public BigInteger weight() {
        return shares.borne().weight(place);
    }

    public BigInteger totalWeight() {
        return shares.borne().total();
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

    /** Whether floors and caps bent the shares of the item away from the key: whoever's they are, the others bear what they leave. */
    public boolean isLimited() {
        return shares.limited() != null;
    }

    /** The legs that a leg share adds up over; empty for every other key, and where floors and caps bent it away from them. */
    public List<LegPart> legs() {
        return isLimited() ? List.of() : words.parts(place);
    }

    /**
     * Item, key, set, weights, exact fraction and cents in one sentence; for a leg share its legs, where floors and caps bind who
     * pays which, then any carry.
     */
    public Sentence reason() {
        LimitedShares limited = shares.limited();
        Sentence reason = limited == null ? byTheKey() : withinLimits(limited);
        if (words.isCommitted()) {
            reason = Sentence.of("costs.posting.committed", reason);
        }
        int leftOver = shares.rests().leftOver();
        if (leftOver > 0 && shares.rests().isBroken(place)) {
            int rank = shares.rests().rank(place);
            reason = Sentence.of(
                    rank <= leftOver ? "costs.posting.extra" : "costs.posting.noExtra",
                    reason,
                    leftOver,
                    new Money(1, item().amount().currency()),
                    shares.rests().rest(place),
                    rank);
        }
        boolean carried = carryBefore().signum() != 0 || carryAfter().signum() != 0;
        return carried ? Sentence.of("costs.posting.carry", reason, carryBefore(), carryAfter()) : reason;
    }

    /** The reason in that language. What the reasons of an item's or a set's shares have in common is written once for all of them. */
    public String sentence(Locale language) {
        boolean carried = carryBefore().signum() != 0 || carryAfter().signum() != 0;
        if (isLimited() || carried) {
            return reason().in(language);
        }
        Worded reason = new ByTheKey();
        if (words.isCommitted()) {
            reason = Sentence.of("costs.posting.committed", reason);
        }
        Rests rests = shares.rests();
        if (rests.leftOver() > 0 && rests.isBroken(place)) {
            int rank = rests.rank(place);
            reason = shares.words(words).ranked(reason, rank <= rests.leftOver(), rests.rest(place), rank);
        }
        return reason.in(language);
    }

    /** As {@link #byTheKey()}, from what is prepared. */
    private final class ByTheKey implements Worded {

        @Override
        public String in(Locale language) {
            return Pieces.of(this, language);
        }

        @Override
        public void write(Pieces text, Locale language) {
            Rests rests = shares.rests();
            ItemWords alike = shares.words(words);
            Money units = new Money(rests.whole(place), item().amount().currency());
            String part = rests.part(place);
            Worded exact = part.isEmpty() ? units : alike.mixed(units, part);
            alike.shared(party, posted(), words.weight(place), exact).write(text, language);
            text.add(words.legs(place, language));
        }
    }

    private Sentence byTheKey() {
        Sentence reason = Sentence.of(
                "costs.posting." + (item().isDirect() ? "direct" : "shared"),
                party,
                posted(),
                item().label(),
                item().amount(),
                item().key().words(),
                words.sharers(),
                words.weight(place),
                words.total(),
                mixed());
        for (Sentence leg : words.legs(place)) {
            reason = SharingWords.following(reason, leg);
        }
        return reason;
    }

    private Sentence withinLimits(LimitedShares limited) {
        return Sentence.of(
                "costs.posting.within",
                party,
                posted(),
                item().label(),
                item().amount(),
                item().key().words(),
                words.sharers(),
                limited.held(),
                limited.ofRest(place, mixed()));
    }

    /** {@code 906.15 EUR + 5/53 × 0.01 EUR}: what is below the smallest unit is kept as a fraction. */
    private Worded mixed() {
        Rests rests = shares.rests();
        Money units = new Money(rests.whole(place), item().amount().currency());
        String part = rests.part(place);
        return part.isEmpty() ? units : Sentence.of("costs.posting.mixed", units, part, new Money(1, units.currency()));
    }
}
