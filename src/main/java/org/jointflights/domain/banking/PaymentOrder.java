package org.jointflights.domain.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a party was given as a file for its bank. Nothing in it stands in another file unless this order is withdrawn.
 *
 * @param hash SHA-256 of the file
 * @param withdrawn who withdrew it, or nothing while it stands
 */
public record PaymentOrder(
        long id,
        Party party,
        LocalDate execution,
        String orderedBy,
        Instant orderedAt,
        String hash,
        List<Line> lines,
        @Nullable Withdrawn withdrawn) {

    public PaymentOrder {
        lines = List.copyOf(lines);
    }

    /** One payment of it. */
    public record Line(EndToEnd id, Party creditor, Money amount) {}

    /** Why an order does not stand any more; from a list, since nobody's own words are needed. */
    public enum Reason {
        /** The file never went to the bank. */
        NOT_SENT,
        /** The bank has refused it. */
        REFUSED_BY_BANK,
        /** It was recalled before the bank carried it out. */
        RECALLED
    }

    /** Who, when and why. */
    public record Withdrawn(String by, Instant at, Reason why) {}

    /** Whether it stands. */
    public boolean stands() {
        return withdrawn == null;
    }
}
