package org.jointflights.application.operation;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.OperationReference;

/** Notes what running operations were told, in words like {@code stateWithdrew JRO-2027-0001}. */
public final class RecordedOperationWorkflow implements OperationWorkflow {

    /** In the order in which it was told. */
    public final List<String> told = new ArrayList<>();

    @Override
    public void stateWithdrew(OperationReference reference) {
        told.add("stateWithdrew " + reference);
    }

    @Override
    public void askAnew(OperationReference reference) {
        told.add("askAnew " + reference);
    }
}
