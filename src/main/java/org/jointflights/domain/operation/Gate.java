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

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jointflights.domain.Sentence;

/**
 * A test that must be met, who answers for it, what it blocks and when it is asked. Nothing passes a gate that nobody
 * answered. Tests and legal bases in words: bundle {@code operation}.
 */
public enum Gate {
    /** Individual assessment, no group order. */
    G0(LEGAL, Set.of(Step.LISTING), D_28),
    /** A return decision exists and can be enforced. */
    G1(LEGAL, Set.of(Step.LISTING), D_21),
    /** No suspensive remedy pending or possible, no asylum claim, non-refoulement checked. */
    G2(
            LEGAL,
            Set.of(Step.LISTING, Step.BOARDING, Step.HAND_OVER),
            D_14,
            D_5,
            D_1,
            GatePoint.BOARDING,
            STOPOVER,
            LAST_CALL),
    /** Travel document valid and accepted. */
    G3(COORDINATOR, Set.of(Step.CLEARING), D_7),
    /** Medical file and fitness to fly. */
    G4(DOCTOR, Set.of(Step.BOARDING), D_7, GatePoint.BOARDING, STOPOVER),
    /** Vulnerable people and children. */
    G5(LEGAL, Set.of(Step.LISTING), D_10),
    /** Notice served, lawyer within reach. */
    G6(LEGAL, Set.of(Step.CLEARING), D_7),
    /** Restraint list agreed, crew complete. */
    G7(LEAD_ESCORT, Set.of(Step.GO), D_3),
    /** A monitor for the whole route, and there when people board. */
    G8(MONITOR, Set.of(Step.GO), D_3, GatePoint.BOARDING),
    /** Financial decisions signed by both sides. */
    G9(FINANCE, Set.of(Step.CONTRACT), CONTRACTING),
    /** Landing, overflight and transit permits on file. */
    G10(LEAD_ESCORT, Set.of(Step.GO), D_2),
    /** Last call: no court, no authority has stopped it. */
    G11(LEGAL, Set.of(Step.HAND_OVER), LAST_CALL),
    /** No open stop by the fundamental-rights officer or the executive director. */
    G12(RIGHTS_OFFICER, EnumSet.allOf(Step.class), D_1, GatePoint.BOARDING),
    /** Reports delivered. */
    G13(MONITOR, Set.of(Step.CLOSING), CLOSING),
    /** Personal data erased. */
    G14(COORDINATOR, Set.of(Step.CLOSING), CLOSING);

    private final Answerer answerer;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<Step> blocks;

    @SuppressWarnings("ImmutableEnumChecker") // likewise
    private final List<GatePoint> points;

    Gate(Answerer answerer, Set<Step> blocks, GatePoint... points) {
        this.answerer = answerer;
        this.blocks = Set.copyOf(blocks);
        this.points = List.of(points);
    }

    public Answerer answerer() {
        return answerer;
    }

    public Set<Step> blocks() {
        return blocks;
    }

    /** In order of time. */
    public List<GatePoint> points() {
        return points;
    }

    public boolean isAskedAt(GatePoint point) {
        return points.contains(point);
    }

    /** What must be true, in words. */
    public Sentence test() {
        return Sentence.of("operation.gate." + name() + ".test");
    }

    /** The law or finding it rests on. */
    public Sentence basis() {
        return Sentence.of("operation.gate." + name() + ".basis");
    }
}
