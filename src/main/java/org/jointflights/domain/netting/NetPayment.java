package org.jointflights.domain.netting;

import java.time.Instant;
import java.time.LocalDate;
import org.jointflights.domain.settlement.Due;
import org.jointflights.domain.settlement.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * A payment instead of the transfers of a netting, in one currency and of one fund.
 *
 * @param arrived what the creditor said of it; nothing before the money has come
 */
public record NetPayment(long id, Due due, @Nullable Arrived arrived) {

    /** The money is there; the date and reference are the bank's. */
    public record Arrived(LocalDate valueDate, String bankReference, String by, Instant at) {}

    /** The money that it is of, which nothing is netted across. */
    public Ledger.Pot pot() {
        return new Ledger.Pot(due.fund(), due.amount().currency());
    }

    public boolean isOpen() {
        return arrived == null;
    }
}
