package org.jointflights.process.notice;

import java.time.Instant;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.process.engine.ModelBean;
import org.springframework.stereotype.Component;

/** For the models: when people are reminded of a deadline that is still ahead. */
@Component
public class ReminderDates implements ModelBean {

    private final Flights flights;

    ReminderDates(Flights flights) {
        this.flights = flights;
    }

    /** Some working days before the deadline, on the calendar of the departure airport. */
    public String before(String deadline, String reference) {
        return Deadlines.reminder(Instant.parse(deadline)
                        .atZone(flights.get(new OperationReference(reference))
                                .departure()
                                .getZone()))
                .toInstant()
                .toString();
    }
}
