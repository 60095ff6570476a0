package org.jointflights.domain.flight;

import java.time.LocalDate;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;

/** A permission without which the aircraft does not leave, and the day it is valid on. */
public record Permit(OperationReference reference, Kind kind, String number, LocalDate validOn) {

    private static final int DAYS_ON_THE_WAY = 2;

    /** Throws {@link BadInput} unless it is valid on the local day of departure or one of the two after it. */
    public void requireValidFor(Flight flight) {
        LocalDate day = flight.departure().toLocalDate();
        if (validOn.isBefore(day) || validOn.isAfter(day.plusDays(DAYS_ON_THE_WAY))) {
            throw BadInput.of("validOn", validOn, "flight.contract.permit.day", day);
        }
    }

    /** Landing at the destination, flying over states, and transit with assistance (Directive 2003/110/EC). */
    public enum Kind {
        LANDING,
        OVERFLIGHT,
        TRANSIT;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("overview.permit." + name());
        }
    }
}
