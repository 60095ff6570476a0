package org.jointflights.process.incidents;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.incidents.DecideComplaint;
import org.jointflights.domain.Day;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.Variable;
import org.springframework.stereotype.Component;

/** What the forms of a complaint begin with: the flight, which complaint it is, and until when. */
@Component
class ComplaintSheet {

    private final DecideComplaint complaints;
    private final Flights flights;
    private final FlightView view;

    ComplaintSheet(DecideComplaint complaints, Flights flights, FlightView view) {
        this.complaints = complaints;
        this.flights = flights;
        this.view = view;
    }

    /** Besides what else a form shows. */
    static Set<String> shows(String... more) {
        Set<String> shown = new HashSet<>(Set.of(FlightView.FLIGHT, "complaintText", "dueText"));
        shown.addAll(Set.of(more));
        return shown;
    }

    Complaint show(OpenTask task, Variable<String> due) {
        Complaint complaint =
                complaints.of(task.reference(), Math.toIntExact(task.read(FileRetentionProcess.FILE_NUMBER)));
        ZoneId zone = flights.get(task.reference()).departure().getZone();
        view.showFlight(task);
        task.show(
                "complaintText",
                FormLanguage.say(
                        "incidents.form.complaint",
                        complaint.number(),
                        complaint.filedAs(),
                        new Day(complaint.received()),
                        FormLanguage.nameOfLanguage(complaint.language()),
                        FormLanguage.name(complaint.concerned())));
        task.show("dueText", FormLanguage.moment(Instant.parse(task.read(due)).atZone(zone)));
        return complaint;
    }

    static int number(CompletedTask task) {
        return Math.toIntExact(task.read(FileRetentionProcess.FILE_NUMBER));
    }
}
