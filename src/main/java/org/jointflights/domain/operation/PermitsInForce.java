package org.jointflights.domain.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Permit.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Gate G10: whether the aircraft may fly where it goes. A landing permit of each country where people are handed over must be there; of every permit on file none may be
 * refused, unanswered or expired. A transit by silence counts once its time to answer has run out, and a transit is completed
 * within 24 hours of the start of the flight (Directive 2003/110/EC, Articles 4 and 5; where the 24 hours begin is assumed).
 */
final class PermitsInForce {

    private static final Duration LONGEST_TRANSIT = Duration.ofHours(24);

    private PermitsInForce() {}

    /**
     * What stands against a departure, in words.
     *
     * @param ahead the airports at which people are still to be handed over
     * @param departure as planned
     */
    static List<Sentence> against(
            Circumstances circumstances, List<String> ahead, ZonedDateTime departure, Instant now) {
        List<Permit> permits = circumstances.permits();
        Instant left = circumstances.left();
        List<Sentence> against = new ArrayList<>(landings(permits, circumstances.destinations(), ahead));
        for (Permit permit : permits) {
            switch (permit.answer()) {
                case NOT_NEEDED -> {
                    // another way was found
                }
                case REFUSED -> against.add(Sentence.of("operation.permit.refused", permit.words()));
                case AWAITED, EXTENDED -> against.add(unanswered(permit, departure));
                case NOTIFIED -> {
                    if (permit.kind() != Kind.TRANSIT || isTooEarly(permit, departure, now)) {
                        against.add(unanswered(permit, departure));
                    }
                }
                case GRANTED -> {
                    if (isExpired(permit, departure, left, now)) {
                        against.add(Sentence.of(
                                "operation.permit.expired",
                                permit.words(),
                                permit.lastDay(left != null).orElseThrow()));
                    }
                }
            }
            if (isTooLong(permit, left, now)) {
                against.add(Sentence.of("operation.permit.tooLong", permit.words(), LONGEST_TRANSIT.toHours()));
            }
        }
        return against;
    }

    /** A permit of which no state is on record is that of the one country where the whole flight ends, if it is one. */
    private static List<Sentence> landings(List<Permit> permits, Map<String, String> destinations, List<String> ahead) {
        List<Permit> landings = permits.stream()
                .filter(permit -> permit.kind() == Kind.LANDING && permit.answer() != Permit.Answer.NOT_NEEDED)
                .toList();
        if (landings.isEmpty()) {
            return List.of(Sentence.of("operation.permit.noLanding"));
        }
        boolean oneCountry = Set.copyOf(destinations.values()).size() < 2;
        return ahead.stream()
                .filter(airport -> landings.stream()
                        .noneMatch(permit -> permit.state() == null
                                ? oneCountry
                                : permit.state().code().equals(destinations.get(airport))))
                .map(airport ->
                        Sentence.of("operation.permit.noLandingAt", airport, destinations.getOrDefault(airport, "?")))
                .toList();
    }

    private static Sentence unanswered(Permit permit, ZonedDateTime departure) {
        return permit.kind() == Kind.TRANSIT && permit.isRequestedInTime(departure)
                ? Sentence.of(
                        "operation.permit.silence",
                        permit.words(),
                        permit.due().orElseThrow().atZone(departure.getZone()).toLocalDateTime())
                : Sentence.of("operation.permit.unanswered", permit.words());
    }

    private static boolean isTooEarly(Permit permit, ZonedDateTime departure, Instant now) {
        return !permit.isRequestedInTime(departure)
                || permit.due().map(now::isBefore).orElse(true);
    }

    /** Before the start the planned day counts as well: nobody leaves by a permit that has expired when they leave. */
    private static boolean isExpired(Permit permit, ZonedDateTime departure, @Nullable Instant left, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, departure.getZone());
        LocalDate planned = departure.toLocalDate();
        LocalDate day = left == null && planned.isAfter(today) ? planned : today;
        return permit.lastDay(left != null).map(day::isAfter).orElse(false);
    }

    /** A consent that was given on the way is a new one. */
    private static boolean isTooLong(Permit permit, @Nullable Instant left, Instant now) {
        Instant answered = permit.answered();
        return permit.kind() == Kind.TRANSIT
                && left != null
                && permit.answer() != Permit.Answer.NOT_NEEDED
                && now.isAfter(left.plus(LONGEST_TRANSIT))
                && (answered == null || !answered.isAfter(left));
    }
}
