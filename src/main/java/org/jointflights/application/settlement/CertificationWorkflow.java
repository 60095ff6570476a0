package org.jointflights.application.settlement;

import org.jointflights.domain.OperationReference;

/** The work of entering and certifying claims, as far as it shows their vouchers. */
public interface CertificationWorkflow {

    /** The vouchers of a flight, or what is known of them elsewhere, have changed: whoever has a form open sees them as they are. */
    void vouchersChanged(OperationReference reference);
}
