package org.jointflights.domain.banking;

import java.time.Instant;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a statement on record.
 *
 * @param said what the step that refused it said, or nothing
 * @param dealtWith who has looked at it and what they say, or nothing
 */
public record BankEntry(
        long id,
        long statement,
        Party party,
        StatedPayment payment,
        EntryFinding finding,
        @Nullable Sentence said,
        @Nullable DealtWith dealtWith) {

    /** What somebody says of an entry that booked nothing; from a list, since nobody's own words are needed. */
    public enum Outcome {
        /** The payment was confirmed by hand, with the form. */
        CONFIRMED_BY_HAND,
        /** It has nothing to do with transfers. */
        NOT_OURS,
        /** It is on record already. */
        KNOWN_ALREADY,
        /** The money goes back to whoever sent it. */
        SENT_BACK,
        /** The payer or the bank will put it right. */
        TO_BE_CORRECTED
    }

    /** Who, when and what. */
    public record DealtWith(String by, Instant at, Outcome outcome) {}

    /** Whether it waits for somebody. */
    public boolean waits() {
        return finding.isOpen() && dealtWith == null;
    }
}
