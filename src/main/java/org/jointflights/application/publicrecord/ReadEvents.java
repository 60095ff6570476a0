package org.jointflights.application.publicrecord;

import org.jointflights.application.flight.Suspensions;
import org.jointflights.application.incidents.Complaints;
import org.jointflights.application.incidents.SeriousIncidents;
import org.jointflights.application.operation.StopOrders;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.incidents.SeriousIncident.State;
import org.jointflights.domain.publicrecord.PublicRecord.Events;
import org.jointflights.domain.publicrecord.ToldCount;
import org.springframework.stereotype.Component;

/** How often a flight was stopped and suspended, and what was reported of it: how often alone. */
@Component
class ReadEvents {

    private final StopOrders stops;
    private final Suspensions suspensions;
    private final SeriousIncidents incidents;
    private final Complaints complaints;

    ReadEvents(StopOrders stops, Suspensions suspensions, SeriousIncidents incidents, Complaints complaints) {
        this.stops = stops;
        this.suspensions = suspensions;
        this.incidents = incidents;
        this.complaints = complaints;
    }

    /** The same for every reader: what came by the exceptional channel counts from its assessment on, for officers too. */
    Events of(OperationReference reference) {
        long reported = incidents.of(reference).stream()
                .filter(incident -> !incident.isExceptional() || incident.state() != State.RAISED)
                .count();
        return new Events(
                ToldCount.of(stops.of(reference).size()),
                suspensions.count(reference),
                ToldCount.of(Math.toIntExact(reported)),
                ToldCount.of(complaints.of(reference).size()));
    }
}
