package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/** How one item was divided, in the order of its sharers. */
final class ItemShares {

    private final CostItem item;
    private final Proportions by;
    private final long[] cents;
    /** Where floors and caps bent the shares away from the proportions. */
    private final @Nullable LimitedShares limited;
    /** Fractions of a cent from earlier postings; nothing where none are counted in. */
    private final BigFraction @Nullable [] carriedIn;

    private @Nullable Rests rests;
    private @Nullable ItemWords words;

    private ItemShares(
            CostItem item,
            Proportions by,
            long[] cents,
            @Nullable LimitedShares limited,
            BigFraction @Nullable [] carriedIn) {
        this.item = item;
        this.by = by;
        this.cents = cents;
        this.limited = limited;
        this.carriedIn = carriedIn;
    }

    static ItemShares of(CostItem item, Proportions by) {
        long amount = item.amount().minor();
        LimitedShares limited = LimitedShares.of(item, by);
        long[] cents = limited == null
                ? LargestRemainder.split(amount, by)
                : LargestRemainder.round(limited.shares(), amount, by);
        return new ItemShares(item, by, cents, limited, null);
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

    /** In which proportions it is borne in the end, floors and caps included. */
    Proportions borne() {
        return limited == null ? by : limited.borne();
    }

    /** Nothing unless floors and caps bent the shares. */
    @Nullable
    LimitedShares limited() {
        return limited;
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

    /** What the reasons of its shares say alike, of parties that share as these do. */
    ItemWords words(SharingWords sharing) {
        ItemWords known = words;
        if (known == null) {
            known = new ItemWords(this, sharing);
            words = known;
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
        return limited == null ? by.part(BigInteger.valueOf(item.amount().minor()), i) : limited.share(i);
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
}
