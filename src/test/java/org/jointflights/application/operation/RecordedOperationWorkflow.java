package org.jointflights.application.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;

/** Notes what running operations were told, in words like {@code stateWithdrew JRO-2027-0001}. */
public final class RecordedOperationWorkflow implements OperationWorkflow {

    /** In the order in which it was told. */
    public final List<String> told = new ArrayList<>();

    @Override
    public void stateWithdrew(OperationReference reference) {
        told.add("stateWithdrew " + reference);
    }

    /** Where the aircraft stands; in the air there is none. */
    public Optional<Integer> stands = Optional.empty();

    @Override
    public Optional<Integer> standsAt(OperationReference reference) {
        return stands;
    }

    @Override
    public boolean end(OperationReference reference) {
        told.add("end " + reference);
        return true;
    }

    @Override
    public void askAnew(OperationReference reference) {
        told.add("askAnew " + reference);
    }
}
