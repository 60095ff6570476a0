package org.jointflights.domain.annual;

import java.util.List;
import org.jointflights.domain.annual.ClosedYear.Balance;

/**
 * What the postings say at the end of a year, read from them.
 *
 * @param postings how many were made in the year
 * @param hash SHA-256 of each and of the one before it, in the order of flights and numbers; the last one
 * @param balances what the accounts had come to, by party, fund and currency; those that are even are left out
 */
public record YearEnd(long postings, String hash, List<Balance> balances) {

    public YearEnd {
        balances = List.copyOf(balances);
    }
}
