package org.jointflights.domain.operation;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jointflights.domain.Party;
import org.jointflights.domain.deadlines.WorkingDays;

/** From the service of the notice until people may be flown: whole working days of the law of their state. */
final class NoticePeriod {

    private NoticePeriod() {}

    /** When the last of the days has ended; nothing where no service is on record. */
    static Optional<ZonedDateTime> endOf(Party party, Evidence service, ZoneId zone) {
        if (service.day() == null || service.count() == null) {
            return Optional.empty();
        }
        ZonedDateTime served = service.day().atStartOfDay(zone);
        return Optional.of(WorkingDays.of(party).plus(served, service.count()).plusDays(1));
    }
}
