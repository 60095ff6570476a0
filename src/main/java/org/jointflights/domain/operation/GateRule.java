package org.jointflights.domain.operation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of gates as it stood for the day of the flight.
 *
 * @param apartFrom gates that whoever answers this one may not have answered for the same state
 * @param fresh how long a confirmation counts; nothing for a gate that the operation does not ask
 * @param blocks the first step that is refused without it
 * @param basis the law or finding that it rests on, as cited
 */
public record GateRule(
        Gate gate,
        GatePoint point,
        Answerer answerer,
        Set<Gate> apartFrom,
        EvidenceKind evidence,
        @Nullable Duration fresh,
        Step blocks,
        String basis) {

    /** What a gate stands before. */
    public enum Step {
        CONTRACT,
        BOARDING,
        DEPARTURE,
        HAND_OVER,
        CLOSING
    }

    /** Gates by their numbers, as tables write them: with blanks between, or nothing. */
    public static Set<Gate> gatesNumbered(String numbers) {
        return Stream.of(numbers.split(" "))
                .filter(number -> !number.isEmpty())
                .map(Gate::numbered)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By their numbers. */
    public List<Gate> apartInOrder() {
        return apartFrom.stream().sorted().toList();
    }

    public GateRule {
        apartFrom = Set.copyOf(apartFrom);
        if (answerer.isForFlight() != gate.isForFlight()) {
            throw new IllegalArgumentException(gate + " cannot be answered by " + answerer);
        }
    }
}
