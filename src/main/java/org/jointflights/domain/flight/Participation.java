package org.jointflights.domain.flight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One state's part in a flight.
 *
 * @param seats declared until the commitment date, committed from then on
 * @param embarkation IATA code of the airport where its people board
 * @param handOver IATA code where they are handed over; nothing means the last destination
 * @param reason why it declined or withdrew
 * @param since when it got this status
 * @param daysBefore for one that withdrew, how many days before the departure that was planned then
 * @param cause why it withdrew, from the list; nothing for one that withdrew before there was one
 */
public record Participation(
        OperationReference reference,
        Party party,
        Status status,
        Seats seats,
        @Nullable String embarkation,
        @Nullable String handOver,
        @Nullable String reason,
        Instant since,
        @Nullable Integer daysBefore,
        @Nullable WithdrawalCause cause) {

    /** One that names no cause: every part but one that was withdrawn. */
    public Participation(
            OperationReference reference,
            Party party,
            Status status,
            Seats seats,
            @Nullable String embarkation,
            @Nullable String handOver,
            @Nullable String reason,
            Instant since,
            @Nullable Integer daysBefore) {
        this(reference, party, status, seats, embarkation, handOver, reason, since, daysBefore, null);
    }

    /** Why it declined or withdrew: the cause, if it named one, and its own words while they are kept; nothing where it said none. */
    public @Nullable Sentence why() {
        if (cause != null) {
            return cause.with(reason);
        }
        return reason == null ? null : Sentence.of("common.said", reason);
    }

    /** How far the state's part has come, and where it may go from there. */
    public enum Status {
        INVITED,
        DECLARED,
        DECLINED,
        COMMITTED,
        WITHDRAWN;

        /** Whether a part that stands here may come to stand there; who has withdrawn stays away. */
        public boolean mayBecome(Status next) {
            return switch (this) {
                case INVITED -> next == DECLARED || next == DECLINED || next == WITHDRAWN;
                // A plan that went back is answered and committed anew.
                case DECLARED, COMMITTED -> next != INVITED;
                case DECLINED -> next == DECLARED || next == DECLINED || next == INVITED;
                case WITHDRAWN -> false;
            };
        }
    }

    public static Participation invited(OperationReference reference, Party party, Instant now) {
        return new Participation(reference, party, Status.INVITED, Seats.NONE, null, null, null, now, null);
    }

    /** The seats of all that take part, in all. */
    public static Seats seatsOf(Collection<Participation> participations) {
        return participations.stream()
                .filter(Participation::takesPart)
                .map(Participation::seats)
                .reduce(Seats.NONE, Seats::plus);
    }

    /** Whether the state takes part as things stand. */
    public boolean takesPart() {
        return status == Status.DECLARED || status == Status.COMMITTED;
    }

    /** Whether the state has not answered yet. */
    public boolean isAwaited() {
        return status == Status.INVITED;
    }

    /** Whether the state is in the flight, or may still come in, so that it can leave. */
    public boolean mayWithdraw() {
        return status.mayBecome(Status.WITHDRAWN);
    }

    /** The state takes part, or corrects how; {@link Conflict} once it has withdrawn. */
    public Participation declared(Seats seats, String embarkation, @Nullable String handOver, Instant now) {
        requireMayBecome(Status.DECLARED);
        return new Participation(reference, party, Status.DECLARED, seats, embarkation, handOver, null, now, null);
    }

    /** A state that is out is asked once more; {@link Conflict} for any other. */
    public Participation invitedAgain(Instant now) {
        if (!status.mayBecome(Status.INVITED)) {
            throw mayNotBecome(Status.INVITED);
        }
        return invited(reference, party, now);
    }

    /** The state does not take part; {@link Conflict} once it has withdrawn. */
    public Participation declined(String why, Instant now) {
        requireMayBecome(Status.DECLINED);
        return new Participation(reference, party, Status.DECLINED, Seats.NONE, null, null, why, now, null);
    }

    /**
     * The deadline has passed without an answer: the state is out. The organiser stays, with no seats of its own, from
     * where the flight starts.
     */
    public Participation closed(Flight flight, Instant now) {
        if (!isAwaited()) {
            throw mayNotBecome(Status.DECLINED);
        }
        return party.equals(flight.organiser())
                ? declared(Seats.NONE, flight.route().stops().get(0).airport(), null, now)
                : declined("", now);
    }

    /** From the commitment date on; {@link Conflict} for a state that does not take part. */
    public Participation committed(Instant now) {
        requireMayBecome(Status.COMMITTED);
        return new Participation(reference, party, Status.COMMITTED, seats, embarkation, handOver, reason, now, null);
    }

    /**
     * The seats stay on record: after the commitment date the signed version still counts them. So do the days to the
     * departure as planned now: a later postponement makes no withdrawal an early one. {@link Conflict} for a state that
     * has declined or withdrawn.
     */
    public Participation withdrawn(WithdrawalCause cause, String why, Instant now, ZonedDateTime departure) {
        if (!mayWithdraw()) {
            throw Conflict.of("flight.withdraw.already", party, reference);
        }
        LocalDate today = now.atZone(departure.getZone()).toLocalDate();
        int days = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(today, departure.toLocalDate())));
        return new Participation(
                reference, party, Status.WITHDRAWN, seats, embarkation, handOver, why, now, days, cause);
    }

    private void requireMayBecome(Status next) {
        if (status == Status.WITHDRAWN) {
            throw Conflict.of("planning.answers.withdrawn", party, reference);
        }
        if (!status.mayBecome(next)) {
            throw mayNotBecome(next);
        }
    }

    private Conflict mayNotBecome(Status next) {
        return Conflict.of(
                "planning.participation.transition",
                party,
                reference,
                Sentence.of("planning.participation." + status),
                Sentence.of("planning.participation." + next));
    }
}
