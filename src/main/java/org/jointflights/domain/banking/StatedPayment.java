package org.jointflights.domain.banking;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One payment as a bank's statement states it: an entry, or one part of a collective entry. Who paid and what they wrote is not
 * kept: most payments on an account are nobody's business here.
 *
 * @param entry the entry's place in the statement, from 1
 * @param part its place in the entry, from 1
 * @param entryReference the bank's reference of the entry, empty where there is none
 * @param partReference the bank's reference of the part, empty where there is none
 * @param endToEnd what it names, empty where that is no transfer of ours
 * @param valueDate nothing where the bank names none
 * @param flaw what of the statement alone keeps it from being booked, or nothing
 */
public record StatedPayment(
        int entry,
        int part,
        String entryReference,
        String partReference,
        String endToEnd,
        BigDecimal amount,
        String currency,
        @Nullable LocalDate valueDate,
        @Nullable EntryFinding flaw) {

    /** Whether it takes back, or pays out again, what it names: a credit of the same name has not come to stay. */
    public boolean takesBack() {
        return !endToEnd.isEmpty() && (flaw == EntryFinding.REVERSAL || flaw == EntryFinding.DEBIT);
    }

    /** By what the bank finds it again: the part's own reference, where it has one. */
    public String bankReference() {
        return partReference.isEmpty() ? entryReference : partReference;
    }
}
