package org.jointflights.application.banking;

import java.time.LocalDate;
import org.jointflights.domain.settlement.Transfer;

/** The step of a flight's work that waits for the creditor's word that it has been paid. */
public interface PaymentWorkflow {

    /**
     * Fills in and completes the form of that step, as whoever acts now and with their rights alone. Throws
     * {@link org.jointflights.domain.Refusal} as the form does, and {@link org.jointflights.domain.Conflict} if no such step waits.
     */
    void arrived(Transfer transfer, LocalDate valueDate, String bankReference);
}
