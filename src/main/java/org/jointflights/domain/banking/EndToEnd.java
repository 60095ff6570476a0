package org.jointflights.domain.banking;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.settlement.Transfer;

/**
 * What goes with a payment from the payer's order to the payee's statement: flight and transfer, {@code JRO-2027-0042-T17}. It has at
 * most 34 of the 35 signs that banks pass on, all of which every bank can write.
 */
public record EndToEnd(OperationReference reference, long transfer) {

    private static final Pattern SHAPE = Pattern.compile("([A-Z]{2,3}-[0-9]{4}-[0-9]{3,5})-T([1-9][0-9]{0,17})");

    /** Of that transfer. */
    public static EndToEnd of(Transfer transfer) {
        return new EndToEnd(transfer.reference(), transfer.id());
    }

    /** What a statement names; nothing where it is no such text: somebody else's payment. */
    public static Optional<EndToEnd> read(String text) {
        Matcher parts = SHAPE.matcher(text);
        return parts.matches()
                ? Optional.of(new EndToEnd(new OperationReference(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return reference + "-T" + transfer;
    }
}
