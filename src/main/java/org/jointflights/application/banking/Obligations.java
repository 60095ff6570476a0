package org.jointflights.application.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.Obligation;
import org.jspecify.annotations.Nullable;

/** One kind of what parties pay each other by bank. Each kind says what is owed, and takes the bank's word that it has come. */
public interface Obligations {

    /**
     * What is to be paid now.
     *
     * @param payable until when
     * @param lastDay the same as a day, where whoever demands it has named one
     */
    record Owed(
            Obligation obligation,
            Instant payable,
            @Nullable LocalDate lastDay) {}

    /** What the party has to pay now, in the order in which it is listed. */
    List<Owed> owedBy(Party debtor);

    /** What goes by that name, whether it is still open or not; nothing where it is none of this kind. */
    Optional<Obligation> named(EndToEnd id);

    /**
     * All that was owed has come, as whoever acts now says for the creditor. Throws {@link org.jointflights.domain.Refusal} as it does
     * where they type it, with nothing changed.
     */
    void arrived(Obligation owed, LocalDate valueDate, String bankReference);

    /** The bank's word as somebody types it on the page that confirms a payment. */
    static TypedFields typed(Obligation owed, LocalDate valueDate, String bankReference) {
        return new TypedFields(Map.of(
                "amountReceived",
                owed.amountOn(valueDate).decimal().toPlainString(),
                "valueDate",
                valueDate.toString(),
                "bankReference",
                bankReference));
    }
}
