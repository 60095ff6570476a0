package org.jointflights.process.notice;

import java.time.Instant;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.deadlines.WorkingDays;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.flight.Participation;
import org.jointflights.process.engine.ModelBean;
import org.springframework.stereotype.Component;

/** For the models: when people are reminded of a deadline that is still ahead. */
@Component
public class ReminderDates implements ModelBean {

    private final Flights flights;
    private final Participations participations;

    ReminderDates(Flights flights, Participations participations) {
        this.flights = flights;
        this.participations = participations;
    }

    /** Some days before the deadline on which all states of the flight work, by the clocks of the departure airport. */
    public String before(String deadline, String reference) {
        OperationReference flight = new OperationReference(reference);
        return Deadlines.reminder(
                        Instant.parse(deadline)
                                .atZone(flights.get(flight).departure().getZone()),
                        WorkingDays.common(participations.of(flight).stream()
                                .map(Participation::party)
                                .toList()))
                .toInstant()
                .toString();
    }
}
