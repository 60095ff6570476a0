package org.jointflights.domain.operation;

import java.util.stream.Stream;
import org.jointflights.domain.Sentence;

/**
 * A test that must be met. Who answers for it, when it is asked and for how long an answer counts is law that changes: the
 * decision table {@code gates} says it, {@link GateRules} keeps it with the flight. Tests in words: bundle {@code operation}.
 */
public enum Gate {
    /** Individual assessment, no group order. */
    INDIVIDUAL_ASSESSMENT("G0"),
    /** A return decision exists and can be enforced. */
    RETURN_DECISION("G1"),
    /** A second person of another group has seen the same list of decisions. */
    RETURN_DECISION_SEEN_TWICE("G1B"),
    /** Frontex has checked for itself that the decisions exist (C-679/23 P). */
    RETURN_DECISION_CHECKED_BY_FRONTEX("G1F", true),
    /** No suspensive remedy pending or possible, no asylum claim, non-refoulement checked. */
    NON_REFOULEMENT("G2"),
    /** Travel document valid and accepted. */
    TRAVEL_DOCUMENT("G3"),
    /** Where people wait to board there is a place for each, and families wait apart (FRO observations for 2017). */
    WAITING_AREA("G3W"),
    /** Medical file and fitness to fly. */
    FITNESS_TO_FLY("G4"),
    /** Vulnerable people and children. */
    VULNERABLE_PEOPLE("G5"),
    /** The organiser knows beforehand how many people have needs that escorts must know of (FRO observations for 2017). */
    NEEDS_TOLD("G5N"),
    /** Notice served, lawyer within reach, the complaint form handed out. */
    NOTICE_AND_LAWYER("G6"),
    /** Restraint list agreed, crew complete. */
    RESTRAINT_AND_CREW("G7", true),
    /** A monitor for the whole route, and there when people board. */
    MONITORING("G8"),
    /** Financial decisions signed by both sides. */
    FINANCIAL_DECISIONS("G9"),
    /** Landing, overflight and transit permits on file. */
    PERMITS("G10", true),
    /** Last call: no court, no authority has stopped it. */
    NO_LAST_CALL_STOP("G11"),
    /** No open stop by the fundamental-rights officer or the executive director. */
    NO_OPEN_STOP("G12", true),
    /** Reports delivered. */
    REPORTS_DELIVERED("G13"),
    /** Personal data erased. */
    DATA_ERASED("G14");

    private final String number;
    private final boolean forFlight;

    Gate(String number) {
        this(number, false);
    }

    Gate(String number, boolean forFlight) {
        this.number = number;
        this.forFlight = forFlight;
    }

    /** The gate of that number; throws {@link IllegalArgumentException} if there is none. */
    public static Gate numbered(String number) {
        return Stream.of(values())
                .filter(gate -> gate.number.equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no gate " + number));
    }

    /** As people, forms and the database call it: {@code G2}. */
    public String number() {
        return number;
    }

    /** Whether it is about the flight as a whole and not about each state's people; a stop of it then holds everybody. */
    public boolean isForFlight() {
        return forFlight;
    }

    /** What it is called, for example {@code travel documents}. */
    public Sentence title() {
        return Sentence.of("operation.gate." + number + ".title");
    }

    /** What must be true, in words. */
    public Sentence test() {
        return Sentence.of("operation.gate." + number + ".test");
    }

    @Override
    public String toString() {
        return number;
    }
}
