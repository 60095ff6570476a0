package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Suspensions;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Suspension;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The executive lets the work on a suspended flight go on, once a fundamental-rights officer has advised on it: a task, unlike
 * what is decided on the page.
 */
@Service
@Transactional
public class ResumeFlight {

    private final Flights flights;
    private final Suspensions suspensions;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final TellParties parties;
    private final WriteNotices notices;
    private final FlightWorkflow workflow;
    private final Clock clock;

    ResumeFlight(
            Flights flights,
            Suspensions suspensions,
            CurrentUser actor,
            WriteTrail trail,
            TellParties parties,
            WriteNotices notices,
            FlightWorkflow workflow,
            Clock clock) {
        this.flights = flights;
        this.suspensions = suspensions;
        this.actor = actor;
        this.trail = trail;
        this.parties = parties;
        this.notices = notices;
        this.workflow = workflow;
        this.clock = clock;
    }

    /**
     * Throws {@link Conflict} until advice on this very suspension is recorded, and
     * {@link org.jointflights.domain.NotYours} for whoever suspended the flight or gave the advice.
     */
    public void resume(OperationReference reference, String reason) {
        Flight flight = flights.get(reference);
        Flight goesOn = flight.resumed();
        Suspension suspension = suspensions
                .current(reference)
                .orElseThrow(() -> Conflict.of("flight.resume.noAdvice", reference))
                .resumed(actor.id(), clock.instant());
        suspensions.put(suspension);
        flights.put(goesOn);
        trail.record(reference, TrailEvent.RESUMED, reason);
        parties.tell(
                flight,
                "resumed-" + flight.revision(),
                suspension.isAdvisedAgainst() ? "notice.resumedAgainstAdvice" : "notice.resumed",
                reference,
                reason);
        setClocksAnew(flight, suspension);
    }

    private void setClocksAnew(Flight flight, Suspension suspension) {
        Instant now = clock.instant();
        workflow.setClocksAnew(flight.reference(), deadline -> suspension.moved(deadline, now))
                .forEach((party, until) -> notices.send(
                        flight.reference(),
                        Role.COORDINATOR.groupOf(party),
                        "reply-by-" + suspension.number(),
                        "notice.replyBySetAnew",
                        flight.reference(),
                        until.atZone(flight.departure().getZone())
                                .toLocalDateTime()
                                .truncatedTo(ChronoUnit.MINUTES)));
    }
}
