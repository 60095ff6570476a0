package org.jointflights.domain.incidents;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A serious incident on a flight, from the first report to the recommendations.
 *
 * @param number counted from 1 within the flight
 * @param reportedBy nobody where it came by the exceptional channel
 * @param reported when; by the exceptional channel only the month, since who was at work at that minute is known elsewhere
 * @param persons how many people it concerned; 0 where that is not known or nobody
 * @param what what happened, in the words of whoever reports it
 */
public record SeriousIncident(
        OperationReference reference,
        int number,
        ReportChannel channel,
        @Nullable String reportedBy,
        Instant reported,
        IncidentCategory reportedAs,
        Phase phase,
        int persons,
        String what,
        @Nullable Assessment assessment,
        @Nullable FormalReport formal,
        @Nullable Conclusion conclusion) {

    /** What the rights officers make of the first report. */
    public record Assessment(
            String by,
            Instant at,
            IncidentCategory category,
            String reason,
            @Nullable Inquiry inquiry) {

        private Assessment asFarAs(boolean told) {
            Inquiry asked = inquiry == null || told ? inquiry : new Inquiry(inquiry.party(), "");
            return new Assessment(by, at, category, "", asked);
        }
    }

    /** Whose report is asked for, and what is asked; it tells that party no more than what stands here. */
    public record Inquiry(Party party, String asked) {}

    /** What the party concerned reports, or that it let its time pass. */
    public record FormalReport(@Nullable String by, Instant at, String text) {

        /** The party let its time pass. */
        public static FormalReport none(Instant at) {
            return new FormalReport(null, at, "");
        }

        /** Whether there is one. */
        public boolean isGiven() {
            return by != null;
        }
    }

    /** How it ended. */
    public record Conclusion(String by, Instant at, String recommendations) {}

    /** How far it has come. */
    public enum State {
        RAISED,
        LAUNCHED,
        FORMAL,
        FINAL,
        NOT_LAUNCHED;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("incidents.state." + name());
        }

        /** Where it stood before it came to stand there. */
        public State before() {
            return switch (this) {
                case RAISED, LAUNCHED, NOT_LAUNCHED -> RAISED;
                case FORMAL -> LAUNCHED;
                case FINAL -> FORMAL;
            };
        }

        /** Whether nothing is owed any more. */
        public boolean isOver() {
            return this == FINAL || this == NOT_LAUNCHED;
        }
    }

    /** A first report by somebody who is known, or by somebody who is nobody from here on. */
    public static SeriousIncident reported(
            OperationReference reference,
            int number,
            ReportChannel channel,
            String person,
            Instant at,
            IncidentCategory category,
            Phase phase,
            int persons,
            String what) {
        boolean named = channel == ReportChannel.ORDINARY;
        return new SeriousIncident(
                reference,
                number,
                channel,
                named ? person : null,
                named ? at : month(at),
                category,
                phase,
                persons,
                what,
                null,
                null,
                null);
    }

    private static Instant month(Instant at) {
        return at.atZone(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }

    /** Whether nobody may be told who reported it. */
    public boolean isExceptional() {
        return channel == ReportChannel.EXCEPTIONAL;
    }

    public State state() {
        if (conclusion != null) {
            return State.FINAL;
        }
        if (assessment == null) {
            return State.RAISED;
        }
        if (assessment.inquiry() == null) {
            return State.NOT_LAUNCHED;
        }
        return formal == null ? State.LAUNCHED : State.FORMAL;
    }

    /** As the rights officers confirmed it; until then as it was reported. */
    public IncidentCategory category() {
        return assessment == null ? reportedAs : assessment.category();
    }

    /** Whose formal report was asked for; nobody's before it is launched. */
    public @Nullable Party concerned() {
        Inquiry inquiry = assessment == null ? null : assessment.inquiry();
        return inquiry == null ? null : inquiry.party();
    }

    /** Throws {@link Conflict} if it was assessed before. */
    public SeriousIncident assessed(Assessment by) {
        require(State.RAISED);
        return new SeriousIncident(
                reference, number, channel, reportedBy, reported, reportedAs, phase, persons, what, by, null, null);
    }

    /** Throws {@link Conflict} unless a formal report is awaited. */
    public SeriousIncident reportedFormally(FormalReport report) {
        require(State.LAUNCHED);
        return new SeriousIncident(
                reference,
                number,
                channel,
                reportedBy,
                reported,
                reportedAs,
                phase,
                persons,
                what,
                assessment,
                report,
                null);
    }

    /** Throws {@link Conflict} unless the formal report is in, or given up. */
    public SeriousIncident concluded(Conclusion by) {
        require(State.FORMAL);
        return new SeriousIncident(
                reference,
                number,
                channel,
                reportedBy,
                reported,
                reportedAs,
                phase,
                persons,
                what,
                assessment,
                formal,
                by);
    }

    /**
     * What somebody reads of it who may not read all: the texts that are not theirs are empty, and nobody is named.
     *
     * @param report whether the first report is theirs to read
     * @param inquiry whether what the party concerned was asked and has answered is
     */
    public SeriousIncident asFarAs(boolean report, boolean inquiry) {
        return new SeriousIncident(
                reference,
                number,
                channel,
                null,
                reported,
                reportedAs,
                phase,
                persons,
                report ? what : "",
                assessment == null ? null : assessment.asFarAs(inquiry),
                formal == null ? null : new FormalReport(formal.by(), formal.at(), inquiry ? formal.text() : ""),
                conclusion);
    }

    private void require(State expected) {
        if (state() != expected) {
            throw Conflict.of("incidents.state.otherwise", number, reference, state().words());
        }
    }

    /** Whom an inquiry asks; throws {@link BadInput} for a party that has nothing to do with the flight. */
    public static Inquiry inquiry(Party party, Iterable<Party> parties, String asked) {
        for (Party known : parties) {
            if (known.equals(party)) {
                return new Inquiry(party, asked);
            }
        }
        throw BadInput.of("concerned", party, "incidents.party.notThere");
    }
}
