package org.jointflights.domain.flight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jspecify.annotations.Nullable;

/**
 * A joint return flight: who organises it, where it goes and when, and the stage it has reached.
 *
 * @param departure in the departure airport's zone, from which D-n and hours are counted
 * @param realDate the day it was or will really be flown; an example flight's departure may be moved, this one never
 * @param capacity seats of the aircraft in all
 * @param suspendedFor why it is suspended, or nothing
 * @param postponed how often it was postponed
 * @param assumed what was filled in because no source says it, or nothing
 * @param revision counts the writes, so that two at once are noticed
 */
public record Flight(
        OperationReference reference,
        FlightType type,
        Party organiser,
        String destination,
        Route route,
        ZonedDateTime departure,
        LocalDate realDate,
        int capacity,
        Stage stage,
        Instant stageSince,
        @Nullable String suspendedFor,
        int postponed,
        @Nullable String assumed,
        long revision) {

    /** Seats of the largest aircraft there is. */
    public static final int LARGEST_AIRCRAFT = 500;

    /** The day whose law applies and whose funds pay: the real one. */
    public LocalDate lawDate() {
        return realDate;
    }

    public boolean isSuspended() {
        return suspendedFor != null;
    }

    /** Throws {@link Conflict} while it is suspended. */
    public void requireNotSuspended() {
        if (suspendedFor != null) {
            throw Conflict.of("common.flight.suspended", reference, suspendedFor);
        }
    }

    /** Throws {@link Conflict} once the aircraft has left, or never will. */
    public void requireBeforeDeparture() {
        if (stage.isAfterDeparture()) {
            throw tooLate();
        }
    }

    /** What is said to whoever asks for something that the stage no longer lets happen. */
    public Conflict tooLate() {
        return Conflict.of("common.flight.stage", reference, stage.words());
    }

    /** Throws {@link Conflict} unless the flight is being planned: later nobody answers, but may withdraw. */
    public void requireOpenForAnswers() {
        if (stage != Stage.PLANNING) {
            throw Conflict.of("planning.answers.closed", reference);
        }
    }

    /** Throws {@link BadInput} unless the party's people fit, fly along the route, and are some, but for the organiser. */
    public void requireMayDeclare(Party party, Seats seats, String embarkation, @Nullable String handOver) {
        route.legsOf(embarkation, handOver);
        if (seats.returnees() == 0 && !party.equals(organiser)) {
            throw BadInput.of("returnees", 0, "planning.returnees.none");
        }
        if (seats.total() > capacity) {
            throw BadInput.of("returnees", seats.total(), "planning.seats.capacity", capacity);
        }
    }

    /**
     * Throws {@link BadInput} unless the seats of all that take part fit, somebody is flown, and a flight that is joint is
     * flown by two states at least.
     */
    public void requireCanBeFlownWith(Collection<Participation> asked) {
        Seats seats = Participation.seatsOf(asked);
        if (seats.total() > capacity) {
            throw BadInput.of("decision", seats.total(), "planning.seats.tooMany", capacity);
        }
        if (seats.returnees() == 0) {
            throw BadInput.of("decision", 0, "planning.nobodyAboard");
        }
        long states = asked.stream().filter(Participation::takesPart).count();
        if (states < type.fewestStates()) {
            throw BadInput.of("decision", states, "planning.alone", type.words());
        }
    }

    /** Throws {@link BadInput} for the organiser, who takes part or cancels. */
    public void requireMayDecline(Party party) {
        if (party.equals(organiser)) {
            throw BadInput.of("takesPart", party, "planning.organiser.mustTakePart");
        }
    }

    /** Throws {@link BadInput} for the organiser, who cancels instead. */
    public void requireMayWithdraw(Party party) {
        if (party.equals(organiser)) {
            throw BadInput.of("party", party, "flight.withdraw.organiser");
        }
    }

    /**
     * Throws {@link BadInput} unless the plan is another one, everybody who takes part still boards and leaves on its route,
     * and all of them have seats.
     */
    public void requireMayChangeTo(Route newRoute, int newCapacity, List<Participation> parts) {
        if (newRoute.equals(route) && newCapacity == capacity) {
            throw BadInput.of("route", newRoute, "flight.change.same");
        }
        int needed = 0;
        for (Participation part : parts) {
            String boards = part.embarkation();
            if (part.takesPart() && boards != null) {
                newRoute.legsOf(boards, part.handOver());
                needed += part.seats().total();
            }
        }
        if (newCapacity < needed || newCapacity > LARGEST_AIRCRAFT) {
            throw BadInput.of("capacity", newCapacity, "common.wholeNumber", Math.max(needed, 1), LARGEST_AIRCRAFT);
        }
    }

    /**
     * The flight passes to that stage; {@link Conflict} if none leads there from where it is. One that is cancelled rests no
     * longer: there is nothing left to stop, and its accounts are settled.
     */
    public Flight reached(Stage next, Instant now) {
        if (!stage.mayPassTo(next)) {
            throw Conflict.of("flight.stage.transition", reference, stage.words(), next.words());
        }
        boolean cancelled = next == Stage.SETTLEMENT && !stage.isAfterDeparture();
        return new Flight(
                reference,
                type,
                organiser,
                destination,
                route,
                departure,
                realDate,
                capacity,
                next,
                now,
                cancelled ? null : suspendedFor,
                postponed,
                assumed,
                revision);
    }

    /** All work rests; {@link Conflict} if it does already, or if everybody has been handed over or brought back. */
    public Flight suspended(String reason) {
        if (!stage.maySuspend()) {
            throw tooLate();
        }
        requireNotSuspended();
        return suspendedFor(reason);
    }

    /** The work goes on; {@link Conflict} if nothing holds it. */
    public Flight resumed() {
        if (!isSuspended()) {
            throw Conflict.of("flight.resume.notSuspended", reference);
        }
        return suspendedFor(null);
    }

    /** The same for a reader who may know that it is suspended, and not why. */
    public Flight withoutReason() {
        return isSuspended() ? suspendedFor("") : this;
    }

    private Flight suspendedFor(@Nullable String reason) {
        return new Flight(
                reference,
                type,
                organiser,
                destination,
                route,
                departure,
                realDate,
                capacity,
                stage,
                stageSince,
                reason,
                postponed,
                assumed,
                revision);
    }

    /**
     * A live flight's law follows its new date. {@link BadInput} unless that is later than planned and still to come,
     * {@link Conflict} once the aircraft has left.
     */
    public Flight postponedTo(ZonedDateTime later, Instant now) {
        requireBeforeDeparture();
        if (!later.isAfter(departure) || !later.toInstant().isAfter(now)) {
            throw BadInput.of(
                    "departure", later.toLocalDateTime(), "flight.postpone.later", departure.toLocalDateTime());
        }
        return new Flight(
                reference,
                type,
                organiser,
                destination,
                route,
                later,
                later.toLocalDate(),
                capacity,
                stage,
                stageSince,
                suspendedFor,
                postponed + 1,
                assumed,
                revision);
    }

    /** The moment of departure stays; it is told in the zone of the airport where the new route starts. */
    public Flight planned(Route newRoute, ZoneId startsIn, int newCapacity) {
        return new Flight(
                reference,
                type,
                organiser,
                destination,
                newRoute,
                departure.withZoneSameInstant(startsIn),
                realDate,
                newCapacity,
                stage,
                stageSince,
                suspendedFor,
                postponed,
                assumed,
                revision);
    }
}
