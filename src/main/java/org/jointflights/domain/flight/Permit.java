package org.jointflights.domain.flight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.deadlines.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * A permission without which the aircraft does not leave: asked of a state, and answered or not. Transit with assistance has
 * clocks (Directive 2003/110/EC, Article 4 and 5): it is requested two working days before, answered within two days, which
 * the state may extend by 48 hours; if it is silent, the transit may begin by notification.
 *
 * @param state that gives it; nothing for one that was recorded without
 * @param requested nothing for one that was recorded when it was granted
 * @param extended whether the state has taken its longer time to answer
 * @param answered when the state granted or refused it, or was notified
 * @param validUntil the last day on which it can be used; nothing until it is granted
 */
public record Permit(
        OperationReference reference,
        Kind kind,
        @Nullable Party state,
        @Nullable String number,
        @Nullable Instant requested,
        Answer answer,
        boolean extended,
        @Nullable Instant answered,
        @Nullable LocalDate validUntil) {

    /** Working days before the departure by which transit is requested. */
    static final int WORKING_DAYS_TO_REQUEST = 2;

    /** How long a state has to answer; two days are read as 48 hours. */
    static final Duration TIME_TO_ANSWER = Duration.ofDays(2);

    /** By how much it may extend that. */
    static final Duration EXTENSION = Duration.ofDays(2);

    private static final int DAYS_ON_THE_WAY = 2;

    /** One that is granted, of which no more is on record than its number and day. */
    public Permit(OperationReference reference, Kind kind, String number, LocalDate validOn) {
        this(reference, kind, null, number, null, Answer.GRANTED, false, null, validOn);
    }

    /** When the state's time to answer ends; nothing where no request is on record. */
    public Optional<Instant> due() {
        return Optional.ofNullable(requested)
                .map(since -> since.plus(TIME_TO_ANSWER).plus(extended ? EXTENSION : Duration.ZERO));
    }

    /** Whether it was requested early enough for the state's silence to mean anything. */
    public boolean isRequestedInTime(ZonedDateTime departure) {
        return requested != null && !requested.isAfter(latestRequest(departure).toInstant());
    }

    /** By the calendar of the state that is asked, where it is known which. */
    private ZonedDateTime latestRequest(ZonedDateTime departure) {
        WorkingDays calendar = state == null ? WorkingDays.weekdays() : WorkingDays.of(state);
        return calendar.plus(departure, -WORKING_DAYS_TO_REQUEST);
    }

    /** The last day on which an aircraft that has left may use it; one that is known by its day alone lasts for the journey. */
    public Optional<LocalDate> lastDay(boolean onTheWay) {
        return Optional.ofNullable(validUntil)
                .map(day -> onTheWay && requested == null ? day.plusDays(DAYS_ON_THE_WAY) : day);
    }

    /** The same with its longer time to answer, if the state has taken that before. */
    public Permit after(@Nullable Permit before) {
        boolean same =
                before != null && before.extended && before.requested != null && before.requested.equals(requested);
        return same ? new Permit(reference, kind, state, number, requested, answer, true, answered, validUntil) : this;
    }

    /** Throws {@link BadInput} unless it could have gone so, and is of use on the local day of departure. */
    public void requireValidFor(Flight flight, Instant now) {
        requireClocks(flight, now);
        if (answer == Answer.GRANTED) {
            requireGranted(flight);
        }
    }

    private void requireClocks(Flight flight, Instant now) {
        ZonedDateTime departure = flight.departure();
        boolean silent = answer == Answer.NOTIFIED;
        if (requested == null && (silent || answer.isOpen())) {
            throw BadInput.of("requestedOn", "", "flight.permit.notRequested", answer.words());
        }
        if (requested != null && requested.isAfter(now)) {
            throw BadInput.of("requestedOn", local(requested, departure), "flight.permit.ahead");
        }
        if (answered != null && (answered.isAfter(now) || (requested != null && answered.isBefore(requested)))) {
            throw BadInput.of("answeredOn", local(answered, departure), "flight.permit.answered");
        }
        if (silent && kind != Kind.TRANSIT) {
            throw BadInput.of("permitAnswer", answer, "flight.permit.silence.onlyTransit", kind.words());
        }
        if (silent && !isRequestedInTime(departure)) {
            throw BadInput.of(
                    "permitAnswer",
                    answer,
                    "flight.permit.silence.late",
                    latestRequest(departure).toLocalDateTime());
        }
        Instant end = due().orElse(now);
        if (silent && now.isBefore(end)) {
            throw BadInput.of("permitAnswer", answer, "flight.permit.silence.tooEarly", local(end, departure));
        }
    }

    private void requireGranted(Flight flight) {
        LocalDate day = flight.departure().toLocalDate();
        if (number == null) {
            throw BadInput.of("permitNumber", "", "flight.permit.noNumber");
        }
        if (validUntil == null) {
            throw BadInput.of("validOn", "", "flight.contract.permit.day", day);
        }
        boolean tooLate = requested == null && validUntil.isAfter(day.plusDays(DAYS_ON_THE_WAY));
        if (validUntil.isBefore(day) || tooLate) {
            throw BadInput.of("validOn", validUntil, "flight.contract.permit.day", day);
        }
    }

    private static Object local(Instant moment, ZonedDateTime departure) {
        return moment.atZone(departure.getZone()).toLocalDateTime();
    }

    /** What it is, and of which state, as far as that is known. */
    public Sentence words() {
        return state == null ? kind.words() : Sentence.of("overview.permit.of", kind.words(), state);
    }

    /** Landing at the destination, flying over states, and transit with assistance (Directive 2003/110/EC). */
    public enum Kind {
        LANDING,
        OVERFLIGHT,
        TRANSIT;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("overview.permit." + name());
        }
    }

    /** What the state has said. */
    public enum Answer {
        /** Nothing yet. */
        AWAITED,
        /** That it takes 48 hours more. */
        EXTENDED,
        GRANTED,
        REFUSED,
        /** Nothing within its time: the transit begins by notification. */
        NOTIFIED,
        /** That flight goes another way. */
        NOT_NEEDED;

        /** Whether it is still to come. */
        public boolean isOpen() {
            return this == AWAITED || this == EXTENDED;
        }

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("overview.permit.answer." + name());
        }
    }
}
