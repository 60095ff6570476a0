package org.jointflights.domain.settlement;

import java.time.Instant;
import java.time.LocalDate;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount that one party owes another when the accounts are signed, in one currency and of one fund.
 *
 * @param netting the agreed netting in which it is settled together with others, or nothing
 */
public record Transfer(
        long id,
        OperationReference reference,
        Fund fund,
        Party debtor,
        Party creditor,
        Money amount,
        @Nullable Settled settled,
        @Nullable Long netting) {

    /** One that stands in no netting. */
    public Transfer(
            long id,
            OperationReference reference,
            Fund fund,
            Party debtor,
            Party creditor,
            Money amount,
            @Nullable Settled settled) {
        this(id, reference, fund, debtor, creditor, amount, settled, null);
    }

    /** How it was settled: by money, by the creditor's waiver or in a netting, who said so and when. */
    public sealed interface Settled permits Paid, Waived, Netted {

        String by();

        Instant at();
    }

    /** The money has arrived; the date and reference are the bank's. */
    public record Paid(LocalDate valueDate, String bankReference, String by, Instant at) implements Settled {}

    /** The creditor renounces the amount; {@code letter} is the reference and date of its letter. */
    public record Waived(String letter, LocalDate dated, String reason, String by, Instant at) implements Settled {}

    /** The payments instead of it and others have come, the last on that day; {@code by} said so of the last one. */
    public record Netted(long netting, LocalDate valueDate, String by, Instant at) implements Settled {}

    public boolean isOpen() {
        return settled == null;
    }
}
