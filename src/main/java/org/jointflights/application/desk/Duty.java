package org.jointflights.application.desk;

import java.time.LocalDate;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the reader on a page of our own.
 *
 * @param number by which its page is found, where it is one of several
 * @param by the last day for it, or nothing
 * @param amount what it is about: above zero the reader's party gets it, below zero it pays; or nothing
 * @param count how much of it there is
 */
public record Duty(
        Kind kind,
        long number,
        @Nullable LocalDate by,
        @Nullable Money amount,
        int count) {

    /** What it is, and so which page it stands on. */
    public enum Kind {
        NETTING,
        NETTING_PAYMENT,
        HOURS,
        RECOVERY_ANSWER,
        RECOVERY_DECISION,
        BANK_ACCOUNT,
        BANK_ENTRY,
        SAMPLE,
        YEAR,
        ABSENCE,
        ABSENCE_CONFIRMATION,
        REQUEST
    }

    /** Whether its last day is over. */
    public boolean isLate(LocalDate today) {
        return by != null && by.isBefore(today);
    }
}
