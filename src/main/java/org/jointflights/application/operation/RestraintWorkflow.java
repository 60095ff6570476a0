package org.jointflights.application.operation;

import org.jointflights.domain.operation.Restraint;

/** What follows in the process when people are restrained. */
public interface RestraintWorkflow {

    /** Its reviews are asked for from now on. */
    void begun(Restraint restraint);
}
