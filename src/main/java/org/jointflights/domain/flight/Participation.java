package org.jointflights.domain.flight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
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
        @Nullable Integer daysBefore) {

    /** How far the state's part has come. */
    public enum Status {
        INVITED,
        DECLARED,
        DECLINED,
        COMMITTED,
        WITHDRAWN
    }

    public static Participation invited(OperationReference reference, Party party, Instant now) {
        return new Participation(reference, party, Status.INVITED, Seats.NONE, null, null, null, now, null);
    }

    /** Whether the state takes part as things stand. */
    public boolean takesPart() {
        return status == Status.DECLARED || status == Status.COMMITTED;
    }

    public Participation declared(Seats seats, String embarkation, @Nullable String handOver, Instant now) {
        return new Participation(reference, party, Status.DECLARED, seats, embarkation, handOver, null, now, null);
    }

    public Participation declined(String why, Instant now) {
        return new Participation(reference, party, Status.DECLINED, Seats.NONE, null, null, why, now, null);
    }

    public Participation committed(Instant now) {
        return new Participation(reference, party, Status.COMMITTED, seats, embarkation, handOver, reason, now, null);
    }

    /**
     * The seats stay on record: after the commitment date the signed version still counts them. So do the days to the
     * departure as planned now: a later postponement makes no withdrawal an early one.
     */
    public Participation withdrawn(String why, Instant now, ZonedDateTime departure) {
        LocalDate today = now.atZone(departure.getZone()).toLocalDate();
        int days = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(today, departure.toLocalDate())));
        return new Participation(reference, party, Status.WITHDRAWN, seats, embarkation, handOver, why, now, days);
    }
}
