package org.jointflights.domain.flight;

import java.time.LocalDate;
import org.jointflights.domain.OperationReference;

/** A permission without which the aircraft does not leave, and the day it is valid on. */
public record Permit(OperationReference reference, Kind kind, String number, LocalDate validOn) {

    /** Landing at the destination, flying over states, and transit with assistance (Directive 2003/110/EC). */
    public enum Kind {
        LANDING,
        OVERFLIGHT,
        TRANSIT
    }
}
