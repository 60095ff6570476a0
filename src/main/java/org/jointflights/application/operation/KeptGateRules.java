package org.jointflights.application.operation;

import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.GateRules;

/** The rules that hold for an operation: kept when it opens, so that a change of the table does not change a flight under way. */
public interface KeptGateRules {

    /** For the run that has just been opened. */
    void keep(OperationReference reference, GateRules rules);

    /** Of the operation under way or the last one; nothing if none was ever opened. */
    Optional<GateRules> of(OperationReference reference);
}
