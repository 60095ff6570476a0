package org.jointflights.domain.settlement;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;

/**
 * What one party bears of one claim, as its postings stand in the accounts and as nothing else works it out.
 *
 * @param shared what funds leave of the claim
 * @param postings of this party's share: the share as signed, then what the final posting added
 */
public record PostedShare(long claim, Party party, Money shared, List<Posting> postings) {

    private static final Pattern FRACTION = Pattern.compile("(-?[0-9]+)(?:/([0-9]*[1-9][0-9]*))?");

    public PostedShare {
        postings = List.copyOf(postings);
    }

    /** The sum of its postings; above zero is borne. */
    public Money posted() {
        return postings.stream()
                .map(posting -> posting.amount().negated())
                .reduce(Money.zero(shared.currency()), Money::plus);
    }

    /** The share before rounding, in smallest units; zero if what is stored is no fraction. */
    public BigFraction exact() {
        return fraction(first().exact());
    }

    /** The party's part of the sum of all weights; zero likewise. */
    public BigFraction part() {
        return fraction(first().weights());
    }

    /** The party's weight; zero likewise. */
    public BigInteger weight() {
        Matcher weights = FRACTION.matcher(first().weights());
        return weights.matches() ? new BigInteger(weights.group(1)) : BigInteger.ZERO;
    }

    /** How the figure comes about. */
    public String reason(Locale language) {
        return first().reason(language);
    }

    /** The posting that shares the claim comes first: it alone has weights. */
    private Posting first() {
        return postings.get(0);
    }

    private static BigFraction fraction(String text) {
        Matcher fraction = FRACTION.matcher(text);
        if (!fraction.matches()) {
            return BigFraction.ZERO;
        }
        String below = fraction.group(2);
        return BigFraction.of(
                new BigInteger(fraction.group(1)), below == null ? BigInteger.ONE : new BigInteger(below));
    }
}
