package org.jointflights.domain.settlement;

import java.util.Locale;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of the accounts. Written once and never changed: what was wrong is reversed by its exact opposite. The
 * postings of every claim, every transfer and so of every fund and currency add up to zero.
 *
 * @param number counts the postings of a flight from 1
 * @param statement the version of the statement that it came with
 * @param claim the claim it follows from; nothing for a payment or a waiver
 * @param transfer the transfer it settles; nothing before
 * @param fund whose money it is: what parties owe one another is {@link Fund#NATIONAL}
 * @param amount above zero is owed to the party, below zero is owed by it
 * @param exact the figure before rounding as a fraction of cents, for example {@code 11620000/54}
 * @param weights the party's weight and all weights, for example {@code 12/54}; empty where nothing is shared
 * @param reason how the figure comes about, so that it can be worked out again by hand
 * @param reverses the number of the posting that this one takes back
 */
public record Posting(
        int number,
        int statement,
        @Nullable Long claim,
        @Nullable Long transfer,
        Fund fund,
        Kind kind,
        Party party,
        Money amount,
        String exact,
        String weights,
        Sentence reason,
        @Nullable Integer reverses) {

    /** How the figure comes about, in that language. */
    public String reason(Locale language) {
        return reason.in(language);
    }

    /** Why something is owed. */
    public enum Kind {
        /** The claimant paid this to a supplier. */
        PAID,
        /** A fund pays this of it; the fund's side of a grant has the opposite sign. */
        GRANT,
        /** A party's part of what the grant leaves. */
        SHARE,
        /** The debtor paid, the creditor has it. */
        PAYMENT,
        /** It was settled together with transfers of other flights: the money that came is that of the netting. */
        NETTING,
        /** The creditor renounces it in writing. */
        WAIVER,
        /** A recovery order takes back what was posted of a claim that was found wrong. */
        RECOVERY,
        /** What a debtor owes beside the amount because it paid late. */
        INTEREST
    }
}
