package org.jointflights.domain.banking;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.DefaultInterest;
import org.jointflights.domain.recovery.ReferenceRate;
import org.jointflights.domain.settlement.Due;
import org.jspecify.annotations.Nullable;

/**
 * What one party has to pay another by bank: a transfer of a flight's accounts or of a recovery order, or a payment of a netting.
 *
 * @param flights whose accounts it settles
 * @param due who pays whom how much, before interest
 * @param late what is due with it afterwards, or nothing where lateness costs nothing
 * @param nettedIn the netting in which it is paid together with others instead, or nothing
 * @param open whether it has neither come nor been renounced
 */
public record Obligation(
        EndToEnd id,
        SortedSet<OperationReference> flights,
        Due due,
        @Nullable Late late,
        @Nullable Long nettedIn,
        boolean open) {

    public Obligation {
        flights = Collections.unmodifiableSortedSet(new TreeSet<>(flights));
    }

    /** Interest is due after that day; its rate, or nothing where it is not on record. */
    public record Late(LocalDate after, @Nullable ReferenceRate rate) {}

    /**
     * What is to be paid so that it comes on that day, interest included. Throws {@link Conflict} where interest is due and its
     * reference rate is not on record: no figure is guessed.
     */
    public Money amountOn(LocalDate day) {
        if (late == null || !DefaultInterest.accrues(late.after, day)) {
            return due.amount();
        }
        ReferenceRate rate = late.rate;
        if (rate == null) {
            throw Conflict.of(
                    "recovery.rate.missing", YearMonth.from(late.after).atDay(1), new Day(late.after));
        }
        return due.amount()
                .plus(DefaultInterest.of(due.amount(), late.after, day, rate).amount());
    }
}
