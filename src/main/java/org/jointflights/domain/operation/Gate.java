package org.jointflights.domain.operation;

import static org.jointflights.domain.operation.Answerer.COORDINATOR;
import static org.jointflights.domain.operation.Answerer.DOCTOR;
import static org.jointflights.domain.operation.Answerer.FINANCE;
import static org.jointflights.domain.operation.Answerer.LEAD_ESCORT;
import static org.jointflights.domain.operation.Answerer.LEGAL;
import static org.jointflights.domain.operation.Answerer.MONITOR;
import static org.jointflights.domain.operation.Answerer.RIGHTS_OFFICER;
import static org.jointflights.domain.operation.GatePoint.CLOSING;
import static org.jointflights.domain.operation.GatePoint.CONTRACTING;
import static org.jointflights.domain.operation.GatePoint.D_1;
import static org.jointflights.domain.operation.GatePoint.D_10;
import static org.jointflights.domain.operation.GatePoint.D_14;
import static org.jointflights.domain.operation.GatePoint.D_2;
import static org.jointflights.domain.operation.GatePoint.D_21;
import static org.jointflights.domain.operation.GatePoint.D_28;
import static org.jointflights.domain.operation.GatePoint.D_3;
import static org.jointflights.domain.operation.GatePoint.D_5;
import static org.jointflights.domain.operation.GatePoint.D_7;
import static org.jointflights.domain.operation.GatePoint.LAST_CALL;
import static org.jointflights.domain.operation.GatePoint.STOPOVER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A test that must be met, who answers for it and when it is asked. Nothing passes a gate that nobody
 * answered. Tests and legal bases in words: bundle {@code operation}.
 */
public enum Gate {
    /** Individual assessment, no group order. */
    INDIVIDUAL_ASSESSMENT("G0", LEGAL, D_28),
    /** A return decision exists and can be enforced. */
    RETURN_DECISION("G1", LEGAL, D_21),
    /** No suspensive remedy pending or possible, no asylum claim, non-refoulement checked. */
    NON_REFOULEMENT("G2", LEGAL, Duration.ofHours(24), D_14, D_5, D_1, GatePoint.BOARDING, STOPOVER, LAST_CALL),
    /** Travel document valid and accepted. */
    TRAVEL_DOCUMENT("G3", COORDINATOR, D_7),
    /** Medical file and fitness to fly. */
    FITNESS_TO_FLY("G4", DOCTOR, D_7, GatePoint.BOARDING, STOPOVER),
    /** Vulnerable people and children. */
    VULNERABLE_PEOPLE("G5", LEGAL, D_10),
    /** Notice served, lawyer within reach. */
    NOTICE_AND_LAWYER("G6", LEGAL, D_7),
    /** Restraint list agreed, crew complete. */
    RESTRAINT_AND_CREW("G7", LEAD_ESCORT, D_3),
    /** A monitor for the whole route, and there when people board. */
    MONITORING("G8", MONITOR, D_3, GatePoint.BOARDING),
    /** Financial decisions signed by both sides. */
    FINANCIAL_DECISIONS("G9", FINANCE, CONTRACTING),
    /** Landing, overflight and transit permits on file. */
    PERMITS("G10", LEAD_ESCORT, D_2),
    /** Last call: no court, no authority has stopped it. */
    NO_LAST_CALL_STOP("G11", LEGAL, LAST_CALL),
    /** No open stop by the fundamental-rights officer or the executive director. */
    NO_OPEN_STOP("G12", RIGHTS_OFFICER, D_1, GatePoint.BOARDING),
    /** Reports delivered. */
    REPORTS_DELIVERED("G13", MONITOR, CLOSING),
    /** Personal data erased. */
    DATA_ERASED("G14", COORDINATOR, CLOSING);

    private final String number;
    private final Answerer answerer;
    private final @Nullable Duration fresh;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final List<GatePoint> points;

    Gate(String number, Answerer answerer, GatePoint... points) {
        this(number, answerer, null, points);
    }

    /**
     * {@code fresh}: how long a confirmation counts until the aircraft leaves; then it is asked again. Without it, it does not
     * grow old.
     */
    Gate(String number, Answerer answerer, @Nullable Duration fresh, GatePoint... points) {
        this.number = number;
        this.answerer = answerer;
        this.fresh = fresh;
        this.points = List.of(points);
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

    public Answerer answerer() {
        return answerer;
    }

    /** In order of time. */
    public List<GatePoint> points() {
        return points;
    }

    public boolean isAskedAt(GatePoint point) {
        return points.contains(point);
    }

    /** Whether a confirmation of that moment has grown too old. */
    boolean isStale(Instant confirmed, Instant now) {
        return fresh != null && now.isAfter(confirmed.plus(fresh));
    }

    /** What it is called, for example {@code travel documents}. */
    public Sentence title() {
        return Sentence.of("operation.gate." + number + ".title");
    }

    /** What must be true, in words. */
    public Sentence test() {
        return Sentence.of("operation.gate." + number + ".test");
    }

    /** The law or finding it rests on. */
    public Sentence basis() {
        return Sentence.of("operation.gate." + number + ".basis");
    }

    @Override
    public String toString() {
        return number;
    }
}
