package org.jointflights.application.closing;

import org.jointflights.domain.OperationReference;

/** The serious incidents that keep a flight from being closed. */
public interface OpenIncidents {

    /**
     * Nobody else reports one on the flight, or closes it, until this transaction ends: whoever comes second sees what the
     * first has done.
     */
    void hold(OperationReference reference);

    /** Whether one has no final report and was not set aside with reasons. */
    boolean anyOf(OperationReference reference);
}
