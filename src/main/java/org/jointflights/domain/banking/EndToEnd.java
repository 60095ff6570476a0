package org.jointflights.domain.banking;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.settlement.Transfer;

/**
 * What goes with a payment from the payer's order to the payee's statement. It has at most 35 signs, as many as banks pass on, all of
 * which every bank can write.
 */
public sealed interface EndToEnd {

    /** Of that transfer, whether it follows from a flight's accounts or from a recovery order. */
    static EndToEnd of(Transfer transfer) {
        return new OfTransfer(transfer.reference(), transfer.id());
    }

    /** What a statement or an order names; nothing where it is no such text: somebody else's payment. */
    static Optional<EndToEnd> read(String text) {
        Matcher transfer = OfTransfer.SHAPE.matcher(text);
        if (transfer.matches()) {
            return Optional.of(
                    new OfTransfer(new OperationReference(transfer.group(1)), Long.parseLong(transfer.group(2))));
        }
        Matcher net = OfNetPayment.SHAPE.matcher(text);
        return net.matches()
                ? Optional.of(new OfNetPayment(Long.parseLong(net.group(1)), Long.parseLong(net.group(2))))
                : Optional.empty();
    }

    /** What the payee reads beside it. */
    String subject();

    /** A transfer of a flight, {@code JRO-2027-0042-T17}. */
    record OfTransfer(OperationReference reference, long transfer) implements EndToEnd {

        private static final Pattern SHAPE = Pattern.compile("([A-Z]{2,3}-[0-9]{4}-[0-9]{3,5})-T([1-9][0-9]{0,17})");

        @Override
        public String subject() {
            return reference + " T" + transfer;
        }

        @Override
        public String toString() {
            return reference + "-T" + transfer;
        }
    }

    /** A payment of a netting over flights, {@code NETTING-12-P34}. */
    record OfNetPayment(long netting, long payment) implements EndToEnd {

        private static final Pattern SHAPE = Pattern.compile("NETTING-([1-9][0-9]{0,11})-P([1-9][0-9]{0,11})");

        @Override
        public String subject() {
            return "NETTING " + netting + " P" + payment;
        }

        @Override
        public String toString() {
            return "NETTING-" + netting + "-P" + payment;
        }
    }
}
