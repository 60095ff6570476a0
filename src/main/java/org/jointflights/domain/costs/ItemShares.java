package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/** How one item was divided, in the order of its sharers. */
final class ItemShares {

    private final CostItem item;
    private final Proportions by;
    private final long[] cents;
    /** The exact shares where floors and caps bent them away from the proportions. */
    private final BigFraction @Nullable [] limited;
    /** Fractions of a cent from earlier postings; nothing where none are counted in. */
    private final BigFraction @Nullable [] carriedIn;

    private @Nullable Rests rests;

    private ItemShares(
            CostItem item,
            Proportions by,
            long[] cents,
            BigFraction @Nullable [] limited,
            BigFraction @Nullable [] carriedIn) {
        this.item = item;
        this.by = by;
        this.cents = cents;
        this.limited = limited;
        this.carriedIn = carriedIn;
    }

    static ItemShares of(CostItem item, Proportions by) {
        long amount = item.amount().minor();
        if (item.limits().isEmpty()) {
            return new ItemShares(item, by, LargestRemainder.split(amount, by), null, null);
        }
        BigFraction[] limited = withinLimits(item, by);
        return new ItemShares(item, by, LargestRemainder.round(limited, amount, by), limited, null);
    }

    /**
     * With floors or caps nothing is carried in or on: they are promises in whole cents, and a carry of half a cent may
     * have to break one to be paid.
     */
    static ItemShares carrying(CostItem item, Proportions by, CarryAccounts accounts) {
        if (!item.limits().isEmpty()) {
            return of(item, by);
        }
        BigFraction[] carriedIn = accounts.of(item.amount().currency(), sharersWithWeight(item, by), item.sharers());
        BigFraction[] due = new BigFraction[carriedIn.length];
        BigInteger amount = BigInteger.valueOf(item.amount().minor());
        Arrays.setAll(due, i -> by.part(amount, i).add(carriedIn[i]));
        return new ItemShares(
                item, by, LargestRemainder.round(due, item.amount().minor(), by), null, carriedIn);
    }

    CostItem item() {
        return item;
    }

    Proportions by() {
        return by;
    }

    int size() {
        return cents.length;
    }

    /** The posting, in smallest units. */
    long cents(int i) {
        return cents[i];
    }

    /** What rounding every due share down leaves. Worked out when first asked for; doing so twice at once does no harm. */
    Rests rests() {
        Rests known = rests;
        if (known == null) {
            known = Rests.of(this);
            rests = known;
        }
        return known;
    }

    /** Whether the due shares are the item's amount in these proportions, with nothing carried, bent or mirrored. */
    boolean isPlain() {
        return limited == null && carriedIn == null && item.amount().minor() >= 0;
    }

    /** What is to be rounded, in smallest units; of a refund mirrored. */
    BigFraction due(int i) {
        BigFraction due = exact(i).add(carriedIn(i));
        return item.amount().minor() < 0 ? due.negate() : due;
    }

    List<Party> carrySet() {
        return item.limits().isEmpty() ? sharersWithWeight(item, by) : List.of();
    }

    /** The accounts with what this item leaves over. */
    CarryAccounts carriedOn(CarryAccounts accounts) {
        if (carriedIn == null) {
            return accounts;
        }
        List<BigFraction> left = new ArrayList<>();
        for (int i = 0; i < cents.length; i++) {
            if (by.weight(i).signum() != 0) {
                left.add(carriedOut(i));
            }
        }
        return accounts.with(item.amount().currency(), sharersWithWeight(item, by), left);
    }

    /** The exact share in cents, before anything carried in. */
    BigFraction exact(int i) {
        return limited == null ? by.part(BigInteger.valueOf(item.amount().minor()), i) : limited[i];
    }

    BigFraction carriedIn(int i) {
        return carriedIn == null ? BigFraction.ZERO : carriedIn[i];
    }

    BigFraction carriedOut(int i) {
        return carriedIn == null ? BigFraction.ZERO : exact(i).add(carriedIn[i]).subtract(cents[i]);
    }

    private static List<Party> sharersWithWeight(CostItem item, Proportions by) {
        List<Party> sharers = new ArrayList<>(item.sharers());
        for (int i = sharers.size() - 1; i >= 0; i--) {
            if (by.weight(i).signum() == 0) {
                sharers.remove(i);
            }
        }
        return Collections.unmodifiableList(sharers);
    }

    private static BigFraction[] withinLimits(CostItem item, Proportions by) {
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
        return reach.compareTo(BigInteger.valueOf(item.amount().minor())) < 0
                ? withoutWeight(item.amount().minor(), by, floors, caps)
                : WaterFilling.fill(item.amount().minor(), by, floors, caps);
    }

    /** All who count pay their caps, and that is not enough: those who weigh nothing bear the rest in equal parts, up to their caps. */
    private static BigFraction[] withoutWeight(long amount, Proportions by, long[] floors, long[] caps) {
        int[] others = IntStream.range(0, caps.length)
                .filter(i -> by.weight(i).signum() == 0)
                .toArray();
        long rest = amount;
        BigFraction[] shares = new BigFraction[caps.length];
        for (int i = 0; i < caps.length; i++) {
            shares[i] = BigFraction.of(caps[i]);
            rest -= by.weight(i).signum() == 0 ? 0 : caps[i];
        }
        long[] equal = new long[others.length];
        Arrays.fill(equal, 1);
        BigFraction[] ofOthers = WaterFilling.fill(
                rest,
                Objects.requireNonNull(Proportions.of(equal)),
                IntStream.of(others).mapToLong(i -> floors[i]).toArray(),
                IntStream.of(others).mapToLong(i -> caps[i]).toArray());
        for (int k = 0; k < others.length; k++) {
            shares[others[k]] = ofOthers[k];
        }
        return shares;
    }
}
