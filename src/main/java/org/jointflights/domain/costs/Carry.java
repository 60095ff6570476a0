package org.jointflights.domain.costs;

import java.util.Currency;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;

/**
 * What a party of an exact set of parties still owes (or, negative, has paid too much) by rounding, in smallest units of
 * the currency. The set is in the order of the codes.
 */
public record Carry(Currency currency, List<Party> set, Party party, BigFraction balance) {

    public Carry {
        set = List.copyOf(set);
    }
}
