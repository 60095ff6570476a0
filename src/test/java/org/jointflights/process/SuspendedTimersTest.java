package org.jointflights.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.Test;

/**
 * What a suspension does to each timer of each model. All of them, but for those of a restraint, wait anew when they are due while the flight is suspended
 * ({@code TimersOfFlights}): what is told here is what happens when it goes on. A timer that is new has to be thought of.
 */
class SuspendedTimersTest {

    /** The deadline has what was left of it, in the variable, the tasks and the timer. */
    private static final String MOVED = "moved";

    /** Reckoned from a deadline that is moved. */
    private static final String FOLLOWS = "follows a deadline that is moved";

    /** Set by the day of departure, which a suspension does not move: what opened meanwhile opens at once. */
    private static final String STANDS = "stands, and fires late";

    /** Runs when the people have been handed over, and a flight can no longer be suspended. */
    private static final String AFTERWARDS = "runs after the last hand-over";

    /** Has nothing to do with the work on the flight and often is why it is suspended, or people are restrained meanwhile. */
    private static final String GOES_ON = "goes on";

    private static final Map<String, String> TIMERS = new TreeMap<>(Map.ofEntries(
            Map.entry("stateParticipation/boundaryEvent_deadline ${replyBy}", MOVED),
            Map.entry("stateParticipation/boundaryEvent_reminder ${reminderDates.before(replyBy, reference)}", FOLLOWS),
            Map.entry("costSharing/boundaryEvent_answerDue ${answersDue}", MOVED),
            Map.entry("flightOperation/event_gatesOpen ${gateOpensAt}", STANDS),
            Map.entry("flightOperation/event_boardingOpen ${boardingOpensAt}", STANDS),
            Map.entry("flightOperation/boundaryEvent_lastCallOver ${lastCallEndsAt}", STANDS),
            Map.entry("flightOperation/boundaryEvent_landingAhead ${landingWarnedAt}", STANDS),
            Map.entry("flightOperation/boundaryEvent_landingOverdue ${landingOverdueAt}", STANDS),
            Map.entry("flightOperation/boundaryEvent_stopoverLongAtStopover ${stopoverEndsAt}", STANDS),
            Map.entry("flightOperation/boundaryEvent_stopoverLongAtCount ${stopoverEndsAt}", STANDS),
            Map.entry("flightOperation/boundaryEvent_stopoverLongAtOnward ${stopoverEndsAt}", STANDS),
            Map.entry("flightOperation/boundaryEvent_returnOverdue ${returnDueAt}", STANDS),
            Map.entry("restraint/boundaryEvent_reviewDue ${reviewDue}", GOES_ON),
            Map.entry("restraint/boundaryEvent_reviewOverdue ${reviewOverdue}", GOES_ON),
            Map.entry("settlement/boundaryEvent_claimsDue ${claimsDue}", MOVED),
            Map.entry("settlement/boundaryEvent_claimsClosed ${claimsEnd}", MOVED),
            Map.entry("jointFlight/boundaryEvent_withdrawalNotedByTime ${withdrawalKnownAt}", MOVED),
            Map.entry("settlement/boundaryEvent_paymentsDue ${paymentsDue}", MOVED),
            Map.entry("settlement/boundaryEvent_paymentsEnd ${paymentsEnd}", MOVED),
            Map.entry("monitorReport/boundaryEvent_reportReminder ${reportReminder}", AFTERWARDS),
            Map.entry("monitorReport/boundaryEvent_reportOverdue ${reportDue}", AFTERWARDS),
            Map.entry("retention/event_termOver ${eraseAt}", AFTERWARDS),
            Map.entry("seriousIncident/boundaryEvent_assessmentLate ${assessDue}", GOES_ON),
            Map.entry("seriousIncident/boundaryEvent_formalReportSoon ${formalReminder}", GOES_ON),
            Map.entry("seriousIncident/boundaryEvent_formalReportLate ${formalDue}", GOES_ON),
            Map.entry("seriousIncident/boundaryEvent_formalReportGivenUp ${formalGivenUp}", GOES_ON),
            Map.entry("seriousIncident/boundaryEvent_conclusionSoon ${finalReminder}", GOES_ON),
            Map.entry("seriousIncident/boundaryEvent_conclusionLate ${finalDue}", GOES_ON),
            Map.entry("complaint/boundaryEvent_acknowledgementSoon ${acknowledgeReminder}", GOES_ON),
            Map.entry("complaint/boundaryEvent_acknowledgementLate ${acknowledgeDue}", GOES_ON),
            Map.entry("complaint/boundaryEvent_admissibilitySoon ${admissibilityReminder}", GOES_ON),
            Map.entry("complaint/boundaryEvent_admissibilityLate ${admissibilityDue}", GOES_ON),
            Map.entry("complaint/boundaryEvent_answerSoon ${followUpReminder}", GOES_ON),
            Map.entry("complaint/boundaryEvent_answerLate ${followUpDue}", GOES_ON),
            Map.entry("complaint/boundaryEvent_answerGivenUp ${followUpGivenUp}", GOES_ON),
            Map.entry("complaint/boundaryEvent_closeLate ${closeDue}", GOES_ON),
            Map.entry("fileRetention/event_fileTermOver ${eraseFileAt}", GOES_ON)));

    @Test
    void finding_11_of_every_timer_it_is_known_what_a_suspension_does_to_it() {
        Map<String, Boolean> drawn = new TreeMap<>();
        for (File model :
                Objects.requireNonNull(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")))) {
            for (TimerEventDefinition timer :
                    Bpmn.readModelFromFile(model).getModelElementsByType(TimerEventDefinition.class)) {
                CatchEvent event = (CatchEvent) timer.getParentElement();
                String process = model.getName().replace(".bpmn", "");
                String when = Objects.requireNonNull(timer.getTimeDate(), event.getId())
                        .getTextContent();
                drawn.put(
                        process + "/" + event.getId() + " " + when,
                        event instanceof BoundaryEvent || event instanceof IntermediateCatchEvent);
            }
        }

        assertThat(drawn.keySet()).containsExactlyInAnyOrderElementsOf(TIMERS.keySet());
        assertThat(drawn.values())
                .as("of a kind that waits anew: no timer starts anything or hangs on a listener")
                .containsOnly(true);
    }
}
