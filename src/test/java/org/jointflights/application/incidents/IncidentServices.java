package org.jointflights.application.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.closing.InMemoryErasures;
import org.jointflights.application.closing.InMemoryLegalHolds;
import org.jointflights.application.flight.acts.FlightActServices;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.RetentionTerm;

/** What deals with serious incidents and complaints, over what is kept in memory. */
public final class IncidentServices {

    /** What the processes were told, in order. */
    final List<String> told = new ArrayList<>();

    final InMemorySeriousIncidents incidents = new InMemorySeriousIncidents();
    final InMemoryComplaints complaints = new InMemoryComplaints();
    final InMemoryErasures erasures = new InMemoryErasures();
    final InMemoryLegalHolds holds = new InMemoryLegalHolds();
    final RecordIncident report;
    final DecideIncident decide;
    final TellOfIncident tell;
    final RecordComplaint register;
    final DecideComplaint decideComplaint;
    final TellOfComplaint tellOfComplaint;
    final SettleFiles files;
    final SubmitFlightAct submit;

    IncidentServices(InMemoryPorts ports) {
        IncidentWorkflow workflow = new IncidentWorkflow() {
            @Override
            public void reported(OperationReference reference, int number) {
                told.add("reported " + number);
            }

            @Override
            public void allDone(OperationReference reference) {
                told.add("allDone");
            }
        };
        ReleaseFlight release = new ReleaseFlight(holds, incidents, reference -> told.add("holdsLifted"), workflow);
        tell = new TellOfIncident(incidents, ports.flights, ports.notices);
        report = new RecordIncident(
                ports.flights,
                ports.participations,
                incidents,
                incidents,
                workflow,
                ports.writeTrail,
                ports.user,
                ports.clock);
        decide = new DecideIncident(
                incidents,
                ports.flights,
                ports.participations,
                tell,
                release,
                ports.writeTrail,
                ports.user,
                ports.clock);
        tellOfComplaint = new TellOfComplaint(complaints, ports.notices);
        register = new RecordComplaint(
                ports.participations,
                complaints,
                incidents,
                (reference, number) -> told.add("registered " + number),
                ports.writeTrail,
                ports.user,
                ports.clock);
        decideComplaint = new DecideComplaint(
                complaints, ports.flights, tellOfComplaint, release, ports.writeTrail, ports.user, ports.clock);
        files = new SettleFiles(
                ports.flights,
                day -> new RetentionTerm(10, "RULE"),
                file -> Map.of("serious_incident.report_text", 1, "serious_incident.formal_text", 0),
                holds,
                erasures,
                ports.writeTrail,
                ports.clock);
        submit = FlightActServices.submitting(ports, report, register);
    }

    /** What a flight's page asks. */
    public static ReadIncidents reading(InMemorySeriousIncidents incidents, InMemoryComplaints complaints) {
        return new ReadIncidents(incidents, complaints);
    }
}
