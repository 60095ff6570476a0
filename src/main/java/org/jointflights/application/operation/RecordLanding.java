package org.jointflights.application.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.operation.OperationRuns.Outcome;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.operation.Diversion;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Passage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the aircraft came down: where it was to, somewhere else, or nowhere that lets anybody in. */
@Service
@Transactional
public class RecordLanding {

    /** What a landing can be. */
    public enum Landing {
        LANDED,
        /** At another airport: nobody is handed over there. */
        DIVERTED,
        TURNED_BACK,
        REFUSED_ON_ARRIVAL
    }

    /** From the landing until silence means no. */
    private static final Duration LAST_CALL = Duration.ofMinutes(45);

    /** Assumed until somebody says otherwise: FRO's observations for 2017 ask for short stop-overs and name no figure. */
    private static final Duration LONGEST_STOPOVER = Duration.ofHours(2);

    private final ReadSafeguards situation;
    private final OperationRuns runs;
    private final LegTimes times;
    private final FindAirports airports;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final CurrentUser actor;
    private final Clock clock;

    RecordLanding(
            ReadSafeguards situation,
            OperationRuns runs,
            LegTimes times,
            FindAirports airports,
            WriteTrail trail,
            WriteNotices notices,
            CurrentUser actor,
            Clock clock) {
        this.situation = situation;
        this.runs = runs;
        this.times = times;
        this.airports = airports;
        this.trail = trail;
        this.notices = notices;
        this.actor = actor;
        this.clock = clock;
    }

    /** The airport at that place of the journey. */
    @Transactional(readOnly = true)
    public String airport(OperationReference reference, int stop) {
        return situation.journey(reference).airport(stop);
    }

    /** It landed where it was to. */
    public void landed(OperationReference reference, int stop) {
        times.landed(reference, stop, clock.instant());
        trail.record(reference, TrailEvent.LANDED, airport(reference, stop));
        tellOfLanding(reference, stop);
    }

    /**
     * It landed somewhere else. Whoever is on board is asked about there as at every stop-over before it flies on, since
     * time has passed. Throws {@link BadInput} for an airport that is not known or at which it was to land, and without
     * a reason.
     */
    public void diverted(OperationReference reference, int stop, String typed, @Nullable String reason) {
        String why = requireReason(reason);
        Journey journey = situation.journey(reference);
        Airport planned = airports.get("airport", journey.airport(stop));
        Airport airport = airports.get("airportInstead", typed);
        if (airport.equals(planned)) {
            throw BadInput.of("airportInstead", airport.iata(), "operation.landing.diverted", planned.iata());
        }
        Instant now = clock.instant();
        times.landed(reference, stop, now);
        times.add(new Diversion(reference, stop, airport.iata(), airport.kilometresTo(planned), why, actor.id(), now));
        trail.record(reference, TrailEvent.DIVERTED, airport.iata(), planned.iata());
        Set<String> groups = new TreeSet<>(Set.of(Role.RIGHTS_OFFICER.group()));
        for (Passage passage : journey.passages()) {
            groups.add(Role.COORDINATOR.groupOf(passage.party()));
            if (passage.boardsAt() < stop && passage.leavesAt() >= stop) {
                groups.add(Role.LEGAL.groupOf(passage.party()));
                groups.add(Role.DOCTOR.groupOf(passage.party()));
            }
        }
        for (String group : groups) {
            notices.send(
                    reference, group, "diverted/" + stop, "notice.diverted", reference, airport.iata(), planned.iata());
        }
    }

    /**
     * Nobody is handed over: it turned back, or was let in nowhere. Each state takes back its own people. Throws
     * {@link BadInput} without a reason.
     */
    public void broughtBack(OperationReference reference, int stop, Landing landing, @Nullable String reason) {
        String why = requireReason(reason);
        Outcome outcome = landing == Landing.TURNED_BACK ? Outcome.ABORTED : Outcome.REFUSED_ON_ARRIVAL;
        runs.ended(reference, outcome, clock.instant());
        trail.record(reference, RecordProgress.eventOf(outcome), airport(reference, stop), why);
    }

    private static String requireReason(@Nullable String reason) {
        if (reason == null) {
            throw BadInput.of("reason", "", "operation.landing.reason");
        }
        return reason;
    }

    /** Everybody hears of the landing who can stop the hand-over: whoever is silent keeps the people on board. */
    private void tellOfLanding(OperationReference reference, int stop) {
        Journey journey = situation.journey(reference);
        Instant end = lastCallEndsAt();
        for (Passage passage : journey.leavingAt(stop)) {
            notices.send(
                    reference,
                    Role.LEGAL.groupOf(passage.party()),
                    "landed/" + stop,
                    "notice.landed",
                    reference,
                    new PlaceName(journey.airport(stop)),
                    LandingClock.utc(end));
        }
    }

    /** When the silence of anybody means that people stay on board, if the aircraft lands now. */
    @Transactional(readOnly = true)
    public Instant lastCallEndsAt() {
        return clock.instant().plus(LAST_CALL);
    }

    /** When people have waited too long at a stop-over, if the aircraft lands now. */
    @Transactional(readOnly = true)
    public Instant stopoverEndsAt() {
        return clock.instant().plus(LONGEST_STOPOVER);
    }

    @Transactional(readOnly = true)
    public boolean isLastDestination(OperationReference reference, int stop) {
        return situation.journey(reference).lastStop() == stop;
    }
}
