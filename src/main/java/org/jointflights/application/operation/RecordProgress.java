package org.jointflights.application.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.operation.OperationRuns.Outcome;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.Clearance;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Safeguards;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the operation has come: opened, cleared, departed, and how it ended. */
@Service
@Transactional
public class RecordProgress {

    /** Assumed. */
    private static final Duration WAY_BACK = Duration.ofHours(24);

    private final ReadSafeguards situation;
    private final Flights flights;
    private final OperationRuns runs;
    private final GateTable table;
    private final KeptGateRules rules;
    private final WriteTrail trail;
    private final Clock clock;

    RecordProgress(
            ReadSafeguards situation,
            Flights flights,
            OperationRuns runs,
            GateTable table,
            KeptGateRules rules,
            WriteTrail trail,
            Clock clock) {
        this.situation = situation;
        this.flights = flights;
        this.runs = runs;
        this.table = table;
        this.rules = rules;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Opens the operation anew: what was answered and counted before a recall no longer counts. The gates are those of the
     * law of the flight's day, and stay so.
     */
    public void open(OperationReference reference) {
        Flight flight = flights.get(reference);
        runs.open(reference, clock.instant());
        rules.keep(reference, table.rulesOn(flight.lawDate(), flight.type()));
    }

    /** Where the aircraft lands, as places on the route. */
    @Transactional(readOnly = true)
    public List<Integer> stops(OperationReference reference) {
        return situation.journey(reference).stops();
    }

    /**
     * Whether the aircraft may leave the stop, 0 being the start. Throws {@link Conflict} if not, or while the flight is
     * suspended; but where only answers stand against it that can be given anew, and {@code askedAgain} says that they will
     * be asked, it is held back without a refusal.
     */
    public boolean clear(OperationReference reference, int stop, boolean askedAgain) {
        situation.hold(reference);
        situation.requireNotSuspended(reference);
        Journey journey = situation.journey(reference);
        Safeguards safeguards = situation.safeguards(reference);
        Clearance clearance = safeguards.mayDepart(stop);
        if (!askedAgain || !clearance.isGivenBut(safeguards.askedBeforeLeaving(stop))) {
            ReadSafeguards.require(clearance, "operation.mayNotDepart", journey.airport(stop));
        }
        trail.record(reference, clearance.isGiven() ? TrailEvent.CLEARED : TrailEvent.HELD_BACK, journey.airport(stop));
        return clearance.isGiven();
    }

    /**
     * From now on nobody withdraws, postpones or cancels. False, and it stays where it is, if a gate was stopped or has grown
     * old, or the flight was suspended, since it was cleared.
     */
    public boolean depart(OperationReference reference) {
        situation.hold(reference);
        String airport = situation.journey(reference).airport(0);
        Flight flight = flights.get(reference);
        Safeguards safeguards = situation.safeguards(reference);
        if (flight.isSuspended() || !safeguards.mayDepart(0).isGiven()) {
            trail.record(reference, TrailEvent.HELD_BACK, airport);
            return false;
        }
        Instant now = clock.instant();
        flights.put(flight.reached(Stage.IN_FLIGHT, now));
        runs.departed(reference, now);
        trail.record(reference, TrailEvent.DEPARTED, airport);
        return true;
    }

    /** Called back before it left. */
    public void recall(OperationReference reference) {
        end(reference, Outcome.RECALLED);
    }

    public void flown(OperationReference reference) {
        end(reference, Outcome.FLOWN);
    }

    /** Where the aircraft stands or was to land, nobody is handed over any more, for the reason given. */
    public void endEarly(OperationReference reference, int stop, String reason) {
        situation.hold(reference);
        runs.ended(reference, Outcome.ABORTED, clock.instant());
        trail.record(reference, TrailEvent.ABORTED, situation.journey(reference).airport(stop), reason);
    }

    /** By when those who fly back are to be counted where they land, if they leave now. */
    @Transactional(readOnly = true)
    public Instant returnDueAt() {
        return clock.instant().plus(WAY_BACK);
    }

    /** Each state takes back its own people, and the settlement follows. */
    public void abort(OperationReference reference) {
        trail.record(reference, TrailEvent.TAKEN_BACK);
    }

    private void end(OperationReference reference, Outcome outcome) {
        runs.ended(reference, outcome, clock.instant());
        trail.record(reference, eventOf(outcome));
    }

    static TrailEvent eventOf(Outcome outcome) {
        return switch (outcome) {
            case FLOWN -> TrailEvent.FLOWN;
            case RECALLED -> TrailEvent.RECALLED;
            case ABORTED -> TrailEvent.ABORTED;
            case REFUSED_ON_ARRIVAL -> TrailEvent.REFUSED_ON_ARRIVAL;
        };
    }
}
