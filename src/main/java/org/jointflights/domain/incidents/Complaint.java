package org.jointflights.domain.incidents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A complaint about a flight (Regulation (EU) 2019/1896, Article 111). Neither the complainant's name nor the text is here:
 * a day, a language, whom it is about, and the number under which it is filed elsewhere.
 *
 * @param number counted from 1 within the flight
 * @param language in which it was written, as two letters of ISO 639-1
 * @param concerned the state that it is about, or Frontex
 * @param filedAs the number of the file elsewhere
 */
public record Complaint(
        OperationReference reference,
        int number,
        String registeredBy,
        Instant registered,
        LocalDate received,
        String language,
        Party concerned,
        String filedAs,
        @Nullable Acknowledgement acknowledgement,
        @Nullable Admissibility admissibility,
        @Nullable Forwarding forwarding,
        @Nullable FollowUp followUp,
        @Nullable Closing closing) {

    /** Two years: later nobody complains of a flight, or somebody has mistyped the year. */
    private static final int MOST_YEARS = 2;

    private static final int LONGEST_REFERENCE = 40;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** A word without a figure could be a name. */
    private static final Pattern FILED_AS = Pattern.compile("(?=[A-Za-z-]*[0-9])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*");

    /** That whoever complains was told that the complaint is there. */
    public record Acknowledgement(String by, Instant at, LocalDate sent) {}

    /** Whether it is one that the mechanism deals with, and why. */
    public record Admissibility(String by, Instant at, boolean admissible, String reason) {}

    /** To whom it went. */
    public record Forwarding(String group, Instant at) {}

    /** What they answer, or that they let their time pass. */
    public record FollowUp(@Nullable String by, Instant at, String text) {

        /** They let their time pass. */
        public static FollowUp none(Instant at) {
            return new FollowUp(null, at, "");
        }

        /** Whether there is one. */
        public boolean isGiven() {
            return by != null;
        }
    }

    /** How it ended. */
    public record Closing(String by, Instant at, String outcome) {}

    /** How far it has come. */
    public enum State {
        RECEIVED,
        ACKNOWLEDGED,
        REGISTERED,
        FORWARDED,
        FOLLOW_UP,
        CLOSED,
        NOT_ADMISSIBLE;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("incidents.complaint.state." + name());
        }

        /** Where it stood before it came to stand there. */
        public State before() {
            return switch (this) {
                case RECEIVED, ACKNOWLEDGED -> RECEIVED;
                case REGISTERED, NOT_ADMISSIBLE -> ACKNOWLEDGED;
                case FORWARDED -> REGISTERED;
                case FOLLOW_UP -> FORWARDED;
                case CLOSED -> FOLLOW_UP;
            };
        }

        /** Whether nothing is owed any more. */
        public boolean isOver() {
            return this == CLOSED || this == NOT_ADMISSIBLE;
        }
    }

    /**
     * One that has come in. Throws {@link BadInput} for a day that cannot be, a language that is none, and a reference that
     * could be a name.
     */
    public static Complaint registered(
            OperationReference reference,
            int number,
            String person,
            Instant at,
            LocalDate today,
            LocalDate received,
            String language,
            Party concerned,
            String filedAs) {
        LocalDate first = today.minusYears(MOST_YEARS);
        if (received.isAfter(today) || received.isBefore(first)) {
            throw BadInput.of("receivedOn", received, "incidents.complaint.day", first, today);
        }
        String code = language.toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(code)) {
            throw BadInput.of("complaintLanguage", language, "incidents.complaint.language");
        }
        if (filedAs.length() > LONGEST_REFERENCE || !FILED_AS.matcher(filedAs).matches()) {
            throw BadInput.of("complaintReference", filedAs, "incidents.complaint.reference", LONGEST_REFERENCE);
        }
        return new Complaint(
                reference, number, person, at, received, code, concerned, filedAs, null, null, null, null, null);
    }

    public State state() {
        if (closing != null) {
            return State.CLOSED;
        }
        if (followUp != null) {
            return State.FOLLOW_UP;
        }
        if (forwarding != null) {
            return State.FORWARDED;
        }
        if (admissibility != null) {
            return admissibility.admissible() ? State.REGISTERED : State.NOT_ADMISSIBLE;
        }
        return acknowledgement == null ? State.RECEIVED : State.ACKNOWLEDGED;
    }

    /**
     * Throws {@link BadInput} unless the acknowledgement went out between the day of receipt and today, {@link Conflict} if
     * there is one.
     */
    public Complaint acknowledged(Acknowledgement sent, LocalDate today) {
        require(State.RECEIVED);
        if (sent.sent().isBefore(received) || sent.sent().isAfter(today)) {
            throw BadInput.of("acknowledgedOn", sent.sent(), "incidents.complaint.day", received, today);
        }
        return with(sent, null, null, null, null);
    }

    /** Throws {@link Conflict} unless that is to be decided. */
    public Complaint decided(Admissibility decision) {
        require(State.ACKNOWLEDGED);
        return with(acknowledgement, decision, null, null, null);
    }

    /** Throws {@link Conflict} unless it is registered. */
    public Complaint forwarded(Forwarding to) {
        require(State.REGISTERED);
        return with(acknowledgement, admissibility, to, null, null);
    }

    /** Throws {@link Conflict} unless an answer is awaited. */
    public Complaint answered(FollowUp answer) {
        require(State.FORWARDED);
        return with(acknowledgement, admissibility, forwarding, answer, null);
    }

    /** Throws {@link Conflict} unless the answer is in, or given up. */
    public Complaint closed(Closing end) {
        require(State.FOLLOW_UP);
        return with(acknowledgement, admissibility, forwarding, followUp, end);
    }

    /** What the party concerned reads that has not been asked: that it is there and how far it has come, in nobody's words. */
    public Complaint withoutTexts() {
        return with(
                acknowledgement,
                admissibility == null
                        ? null
                        : new Admissibility(admissibility.by(), admissibility.at(), admissibility.admissible(), ""),
                forwarding,
                followUp == null ? null : new FollowUp(followUp.by(), followUp.at(), ""),
                closing == null ? null : new Closing(closing.by(), closing.at(), ""));
    }

    private Complaint with(
            @Nullable Acknowledgement sent,
            @Nullable Admissibility decision,
            @Nullable Forwarding to,
            @Nullable FollowUp answer,
            @Nullable Closing end) {
        return new Complaint(
                reference,
                number,
                registeredBy,
                registered,
                received,
                language,
                concerned,
                filedAs,
                sent,
                decision,
                to,
                answer,
                end);
    }

    private void require(State expected) {
        if (state() != expected) {
            throw Conflict.of("incidents.complaint.otherwise", number, reference, state().words());
        }
    }
}
