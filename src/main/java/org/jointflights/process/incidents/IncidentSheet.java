package org.jointflights.process.incidents;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.incidents.DecideIncident;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.Variable;
import org.springframework.stereotype.Component;

/** What the forms of a serious incident begin with: the flight, which incident it is, and until when. */
@Component
class IncidentSheet {

    private final DecideIncident incidents;
    private final Flights flights;
    private final FlightView view;

    IncidentSheet(DecideIncident incidents, Flights flights, FlightView view) {
        this.incidents = incidents;
        this.flights = flights;
        this.view = view;
    }

    static Set<String> shows() {
        return Set.of(FlightView.FLIGHT, "incidentText", "dueText");
    }

    /** Shows it, with nobody's words; the incident, so that a form can show more of it to those whose it is. */
    SeriousIncident show(OpenTask task, Variable<String> due) {
        SeriousIncident incident = incidents.of(task.reference(), number(task.read(FileRetentionProcess.FILE_NUMBER)));
        ZoneId zone = flights.get(task.reference()).departure().getZone();
        view.showFlight(task);
        task.show(
                "incidentText",
                FormLanguage.say(
                        incident.persons() == 0 ? "incidents.form.nobody" : "incidents.form.summary",
                        incident.number(),
                        incident.category().words(),
                        incident.phase().words(),
                        incident.persons()));
        task.show("dueText", FormLanguage.moment(Instant.parse(task.read(due)).atZone(zone)));
        return incident;
    }

    static int number(CompletedTask task) {
        return number(task.read(FileRetentionProcess.FILE_NUMBER));
    }

    private static int number(long number) {
        return Math.toIntExact(number);
    }
}
