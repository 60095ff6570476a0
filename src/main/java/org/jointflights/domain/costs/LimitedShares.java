package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The shares of one item that its floors and caps bent away from the key: some pay exactly a floor or a cap, the others bear what
 * is left by their weights. Every sentence about one of them says all of this, so that it can be worked out again from it alone.
 */
final class LimitedShares {

    private final CostItem item;
    private final Proportions by;
    /** Whether all who weigh something pay their caps, so that those who weigh nothing bear the rest in equal parts. */
    private final boolean equally;
    /** How what is left is borne: the weights, or one for each of those without. */
    private final Proportions ofRest;

    private final BigFraction[] shares;
    /** Above zero for who pays exactly a cap, below for a floor. */
    private final int[] held;
    /** What those held leave of the item, and the weights of the others. */
    private final Money left;

    private final BigInteger weightsLeft;

    private @Nullable Proportions borne;
    private @Nullable Sentence named;

    private LimitedShares(
            CostItem item,
            Proportions by,
            boolean equally,
            Proportions ofRest,
            BigFraction rate,
            BigFraction[] shares) {
        this.item = item;
        this.by = by;
        this.equally = equally;
        this.ofRest = ofRest;
        this.shares = shares;
        held = new int[shares.length];
        long rest = item.amount().minor();
        BigInteger weights = BigInteger.ZERO;
        for (int i = 0; i < held.length; i++) {
            held[i] = isFull(i) ? 1 : rate.multiply(ofRest.weight(i)).compareTo(shares[i]);
            rest -= held[i] == 0 ? 0 : whole(i);
            weights = weights.add(held[i] == 0 ? ofRest.weight(i) : BigInteger.ZERO);
        }
        left = money(rest);
        weightsLeft = weights;
    }

    /** Nothing where no floor or cap changes a share. Throws {@link BadInput} where the key makes a share negative. */
    static @Nullable LimitedShares of(CostItem item, Proportions by) {
        if (item.limits().isEmpty()) {
            return null;
        }
        long amount = item.amount().minor();
        List<Party> sharers = item.sharersInOrder();
        long[] floors = new long[sharers.size()];
        long[] caps = new long[sharers.size()];
        BigInteger reach = BigInteger.ZERO;
        for (int i = 0; i < floors.length; i++) {
            Limit limit = item.limits().get(sharers.get(i));
            floors[i] = limit == null ? 0 : limit.floor().minor();
            caps[i] = limit == null ? Long.MAX_VALUE : limit.cap().minor();
            if (by.weight(i).signum() < 0) {
                throw BadInput.of(
                        "limits", item.label(), "costs.limits.key", item.key().words());
            }
            reach = reach.add(BigInteger.valueOf(by.weight(i).signum() == 0 ? floors[i] : caps[i]));
        }
        boolean equally = reach.compareTo(BigInteger.valueOf(amount)) < 0;
        long[] equal = new long[floors.length];
        for (int i = 0; equally && i < floors.length; i++) {
            boolean weighs = by.weight(i).signum() > 0;
            equal[i] = weighs ? 0 : 1;
            floors[i] = weighs ? caps[i] : floors[i];
        }
        Proportions ofRest = equally ? Objects.requireNonNull(Proportions.of(equal)) : by;
        BigFraction rate = WaterFilling.rate(amount, ofRest, floors, caps);
        BigFraction[] shares = WaterFilling.at(rate, ofRest, floors, caps);
        LimitedShares limited = new LimitedShares(item, by, equally, ofRest, rate, shares);
        return limited.bends() ? limited : null;
    }

    /** In smallest units, exact; they add up to the item. */
    BigFraction[] shares() {
        return shares.clone();
    }

    BigFraction share(int place) {
        return shares[place];
    }

    /** In which proportions the whole item is borne in the end. */
    Proportions borne() {
        Proportions known = borne;
        if (known == null) {
            known = Objects.requireNonNull(Proportions.of(shares));
            borne = known;
        }
        return known;
    }

    /** Who pays exactly a floor or a cap, one after the other. */
    Sentence held() {
        Sentence known = named;
        if (known == null) {
            List<Sentence> all = new ArrayList<>();
            List<Party> sharers = item.sharersInOrder();
            for (int i = 0; i < held.length; i++) {
                if (held[i] != 0) {
                    String code = held[i] > 0 ? "costs.posting.atCap" : "costs.posting.atFloor";
                    all.add(Sentence.of(code, sharers.get(i), money(whole(i))));
                }
            }
            known = Sentence.listOf(all);
            named = known;
        }
        return known;
    }

    /** Each of these floors and caps, with what the key alone would ask of its party. */
    List<BindingLimit> binding() {
        List<BindingLimit> all = new ArrayList<>();
        List<Party> sharers = item.sharersInOrder();
        long[] plain = LargestRemainder.split(item.amount().minor(), by);
        for (int i = 0; i < held.length; i++) {
            if (held[i] != 0) {
                all.add(new BindingLimit(item, sharers.get(i), held[i] > 0, money(whole(i)), money(plain[i])));
            }
        }
        return all;
    }

    /** How the rest is borne, and either what that makes of this share, as it is written, or why a floor or cap holds it. */
    Sentence ofRest(int place, Worded share) {
        if (isFull(place)) {
            return Sentence.of("costs.posting.rest.none", left);
        }
        String how = equally ? "costs.posting.rest.equally" : "costs.posting.rest.byWeight";
        if (held[place] == 0) {
            return Sentence.of(how, left, ofRest.weight(place), weightsLeft, share);
        }
        String why = held[place] > 0 ? ".aboveCap" : ".belowFloor";
        return Sentence.of(how + why, left, ofRest.weight(place), weightsLeft);
    }

    private boolean bends() {
        BigInteger amount = BigInteger.valueOf(item.amount().minor());
        boolean bends = false;
        for (int i = 0; i < shares.length; i++) {
            bends |= !by.part(amount, i).equals(shares[i]);
        }
        return bends;
    }

    /** Whether the rest falls on those without weight, and this is not one of them. */
    private boolean isFull(int place) {
        return equally && by.weight(place).signum() > 0;
    }

    /** Floors and caps are whole units. */
    private long whole(int place) {
        return shares[place].getNumerator().longValueExact();
    }

    private Money money(long minor) {
        return new Money(minor, item.amount().currency());
    }
}
