package org.jointflights.application.flight.acts;

import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;

/** What befell a flight, told to its process. Named after what happened, never after an element of the model. */
public interface FlightWorkflow {

    void stateWithdrew(OperationReference reference, Party party);

    void postponed(OperationReference reference);

    void planChanged(OperationReference reference);

    void suspended(OperationReference reference);

    /** Whether a fundamental-rights officer has a task in which to advise on resuming the flight. */
    boolean asksForAdvice(OperationReference reference);

    /**
     * The flight goes on: what was due while it was suspended happens now, and every deadline is set anew, as
     * {@code moved} says. Until when each state may now answer the offer, for those that still may.
     */
    Map<Party, Instant> setClocksAnew(OperationReference reference, UnaryOperator<Instant> moved);

    void cancelled(OperationReference reference);

    /** The organiser closes the answers to the offer before the deadline. */
    void answersClosed(OperationReference reference);

    /** The state's own answer to the offer is no longer awaited. */
    void answerNotAwaited(OperationReference reference, Party party);

    /** Whether the work stands where it can go back to the choice of a carrier; between two steps it does not. */
    boolean canChooseCarrierAgain(OperationReference reference);

    /** The plan changed and no quote fits it: wherever the work has come to, a carrier is chosen first. */
    void carrierOpen(OperationReference reference);

    /** Tells whatever runs in that stage that what it works on has changed: shares, signatures or gates start anew. */
    void workOutdated(OperationReference reference, Stage stage);
}
