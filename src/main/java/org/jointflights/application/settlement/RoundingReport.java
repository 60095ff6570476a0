package org.jointflights.application.settlement;

import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;

/**
 * What rounding has left over in all flights that are finally posted; fractions are of smallest units.
 *
 * @param flights how many are posted
 * @param differing how many of their shares are not what was signed
 * @param drift by currency, by how much each party's postings fall short of its exact shares
 */
public record RoundingReport(
        int flights, int differing, List<Account> accounts, SortedMap<String, SortedMap<Party, BigFraction>> drift) {

    public RoundingReport {
        accounts = List.copyOf(accounts);
    }

    /** What is carried among exactly these parties; it adds up to nothing. */
    public record Account(Currency currency, SortedMap<Party, BigFraction> balances) {}
}
