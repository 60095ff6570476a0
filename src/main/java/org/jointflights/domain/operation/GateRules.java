package org.jointflights.domain.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows of the table of gates that hold for one operation: evaluated once when it opens, by the law of the day of the
 * flight, and kept with it. A gate has one answerer and one freshness, wherever it is asked.
 */
public record GateRules(List<GateRule> rows) {

    /** Throws {@link IllegalArgumentException} for a table that asks nothing, or one gate of two, or with two freshnesses. */
    public GateRules {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a table of gates without a row");
        }
        for (GateRule row : rows) {
            for (GateRule other : rows) {
                if (row.gate() == other.gate()
                        && (row.answerer() != other.answerer() || !Objects.equals(row.fresh(), other.fresh()))) {
                    throw new IllegalArgumentException(row.gate() + " has two answerers or two freshnesses");
                }
            }
        }
    }

    /** The gates asked at a point, of each state or of the flight as a whole, in the order of their numbers. */
    List<Gate> askedAt(GatePoint point, boolean forFlight) {
        return rows.stream()
                .filter(row -> row.point() == point && row.gate().isForFlight() == forFlight)
                .map(GateRule::gate)
                .distinct()
                .sorted()
                .toList();
    }

    /** Who answers the gate; throws {@link IllegalArgumentException} for a gate that this table does not ask. */
    public Answerer answererOf(Gate gate) {
        return ofGate(gate)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(gate + " is not asked"))
                .answerer();
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
        Set<Gate> apart = EnumSet.noneOf(Gate.class);
        ofGate(gate).forEach(row -> apart.addAll(row.apartFrom()));
        rows.stream().filter(row -> row.apartFrom().contains(gate)).forEach(row -> apart.add(row.gate()));
        return apart;
    }

    /** Whether a confirmation of that moment has grown too old; one to a gate without freshness always has. */
    boolean isStale(Gate gate, Instant confirmed, Instant now) {
        return ofGate(gate)
                .map(GateRule::fresh)
                .filter(Objects::nonNull)
                .map(Duration.class::cast)
                .noneMatch(fresh -> !now.isAfter(confirmed.plus(fresh)));
    }

    private Stream<GateRule> at(Question question) {
        return ofGate(question.gate()).filter(row -> row.point() == question.point());
    }

    private Stream<GateRule> ofGate(Gate gate) {
        return rows.stream().filter(row -> row.gate() == gate);
    }
}
