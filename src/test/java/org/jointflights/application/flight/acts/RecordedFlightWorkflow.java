package org.jointflights.application.flight.acts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;

/** Notes what the processes of flights were told, in words like {@code postponed JRO-2027-0001}. */
public final class RecordedFlightWorkflow implements FlightWorkflow {

    /** In the order in which it was told. */
    public final List<String> told = new ArrayList<>();

    /** Whether the work stands where a carrier can be chosen again. */
    public boolean canChooseCarrierAgain = true;

    @Override
    public void stateWithdrew(OperationReference reference, Party party) {
        told.add("stateWithdrew " + reference + " " + party);
    }

    @Override
    public void postponed(OperationReference reference) {
        told.add("postponed " + reference);
    }

    @Override
    public void planChanged(OperationReference reference) {
        told.add("planChanged " + reference);
    }

    @Override
    public void suspended(OperationReference reference) {
        told.add("suspended " + reference);
    }

    /** Whether a task asks for advice on resuming. */
    public boolean asksForAdvice;

    /** Until when the offer can be answered, by state that is still asked. */
    public final Map<Party, Instant> replies = new TreeMap<>();

    @Override
    public boolean asksForAdvice(OperationReference reference) {
        return asksForAdvice;
    }

    @Override
    public Map<Party, Instant> setClocksAnew(OperationReference reference, UnaryOperator<Instant> moved) {
        told.add("setClocksAnew " + reference);
        replies.replaceAll((party, until) -> moved.apply(until));
        return replies;
    }

    @Override
    public void cancelled(OperationReference reference) {
        told.add("cancelled " + reference);
    }

    @Override
    public void answersClosed(OperationReference reference) {
        told.add("answersClosed " + reference);
    }

    @Override
    public void answerNotAwaited(OperationReference reference, Party party) {
        told.add("answerNotAwaited " + reference + " " + party);
    }

    @Override
    public boolean canChooseCarrierAgain(OperationReference reference) {
        return canChooseCarrierAgain;
    }

    @Override
    public void carrierOpen(OperationReference reference) {
        told.add("carrierOpen " + reference);
    }

    @Override
    public void workOutdated(OperationReference reference, Stage stage) {
        told.add("workOutdated " + reference + " " + stage);
    }
}
