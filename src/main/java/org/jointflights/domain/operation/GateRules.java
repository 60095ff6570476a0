package org.jointflights.domain.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table of gates that hold for one operation: evaluated once when it opens, by the law of the day of the
 * flight, and kept with it. A gate has one answerer and one freshness, wherever it is asked.
 */
public final class GateRules {

    private final List<GateRule> rows;

    /** The first row of each gate: it says who answers, and for how long, wherever the gate is asked. */
    private final Map<Gate, GateRule> firsts = new EnumMap<>(Gate.class);

    private final Map<Gate, Set<Gate>> apart = new EnumMap<>(Gate.class);
    private final Map<GatePoint, List<Gate>> ofStates;
    private final Map<GatePoint, List<Gate>> ofFlight;

    /** Throws {@link IllegalArgumentException} for a table that asks nothing, or one gate of two, or with two freshnesses. */
    public GateRules(List<GateRule> rows) {
        this.rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a table of gates without a row");
        }
        for (GateRule row : rows) {
            GateRule first = firsts.putIfAbsent(row.gate(), row);
            if (first != null && (first.answerer() != row.answerer() || !Objects.equals(first.fresh(), row.fresh()))) {
                throw new IllegalArgumentException(row.gate() + " has two answerers or two freshnesses");
            }
            for (Gate other : row.apartFrom()) {
                keepApart(row.gate(), other);
                keepApart(other, row.gate());
            }
        }
        ofStates = byPoint(false);
        ofFlight = byPoint(true);
    }

    private void keepApart(Gate gate, Gate other) {
        apart.computeIfAbsent(gate, none -> EnumSet.noneOf(Gate.class)).add(other);
    }

    private Map<GatePoint, List<Gate>> byPoint(boolean forFlight) {
        Map<GatePoint, List<Gate>> gates = new EnumMap<>(GatePoint.class);
        rows.stream()
                .filter(row -> row.gate().isForFlight() == forFlight)
                .sorted((row, other) -> row.gate().compareTo(other.gate()))
                .forEach(row -> {
                    List<Gate> atPoint = gates.computeIfAbsent(row.point(), point -> new ArrayList<>());
                    if (!atPoint.contains(row.gate())) {
                        atPoint.add(row.gate());
                    }
                });
        gates.replaceAll((point, atPoint) -> List.copyOf(atPoint));
        return gates;
    }

    /** As they stand in the table. */
    public List<GateRule> rows() {
        return rows;
    }

    /** The gates asked at a point, of each state or of the flight as a whole, in the order of their numbers. */
    List<Gate> askedAt(GatePoint point, boolean forFlight) {
        return (forFlight ? ofFlight : ofStates).getOrDefault(point, List.of());
    }

    /** Who answers the gate; throws {@link IllegalArgumentException} for a gate that this table does not ask. */
    public Answerer answererOf(Gate gate) {
        GateRule row = firsts.get(gate);
        if (row == null) {
            throw new IllegalArgumentException(gate + " is not asked");
        }
        return row.answerer();
    }

    /** What must come with a confirmation. */
    public EvidenceKind evidenceOf(Question question) {
        return at(question).map(GateRule::evidence).findFirst().orElse(EvidenceKind.NONE);
    }

    /** The law that a question rests on, as cited; empty where the table does not ask it. */
    public String basisOf(Question question) {
        return at(question).map(GateRule::basis).findFirst().orElse("");
    }

    /** The gates that one person may not answer together with this one, whichever of the two the table says it of. */
    public Set<Gate> apartFrom(Gate gate) {
        return Set.copyOf(apart.getOrDefault(gate, Set.of()));
    }

    /** Whether a confirmation of that moment has grown too old; one to a gate without freshness always has. */
    boolean isStale(Gate gate, Instant confirmed, Instant now) {
        GateRule row = firsts.get(gate);
        Duration fresh = row == null ? null : row.fresh();
        return fresh == null || now.isAfter(confirmed.plus(fresh));
    }

    private Stream<GateRule> at(Question question) {
        return rows.stream().filter(row -> row.gate() == question.gate() && row.point() == question.point());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GateRules rules && rules.rows.equals(rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
