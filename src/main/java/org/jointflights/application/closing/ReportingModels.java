package org.jointflights.application.closing;

import org.jointflights.domain.OperationReference;

/** Which flights ask their monitors: those that began on an old model do not, and nobody could answer for them. */
public interface ReportingModels {

    /** Whether the model that the flight began on asks its monitors; of a flight without a process too. */
    boolean asksMonitors(OperationReference reference);
}
