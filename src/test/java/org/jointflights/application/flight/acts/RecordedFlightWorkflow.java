package org.jointflights.application.flight.acts;

import java.util.ArrayList;
import java.util.List;
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
