package org.jointflights.domain.annual;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * The closing of a year's accounts. From when it is confirmed nothing is posted into the year: what was wrong is reversed in
 * a later one.
 *
 * @param postings how many were made in the year (UTC)
 * @param hash SHA-256 of each and of the one before it, in the order of flights and numbers; the last one
 * @param balances what the accounts had come to by its end, by party, fund and currency; those that are even are left out
 * @param confirmed nothing while it waits for a second person
 */
public record ClosedYear(
        int year,
        long postings,
        String hash,
        List<Balance> balances,
        String askedBy,
        Instant askedAt,
        @Nullable Confirmed confirmed) {

    /** What an account came to: above zero is owed to the party. */
    public record Balance(Party party, Ledger.Pot pot, Money amount) {}

    /** Who closed it, and when. */
    public record Confirmed(String by, Instant at) {}

    public ClosedYear {
        balances = List.copyOf(balances);
    }

    /** Whether it is closed, and not only asked for. */
    public boolean isClosed() {
        return confirmed != null;
    }

    /** The same, confirmed. */
    public ClosedYear confirmed(String by, Instant at) {
        return new ClosedYear(year, postings, hash, balances, askedBy, askedAt, new Confirmed(by, at));
    }

    /** Whether the postings and balances are the same as there; nothing of who and when is compared. */
    public boolean isSameAs(YearEnd found) {
        return postings == found.postings() && hash.equals(found.hash()) && balances.equals(found.balances());
    }
}
