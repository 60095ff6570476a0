package org.jointflights.domain.reports;

import java.util.List;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;

/**
 * A figure and what it consists of. Throws {@link IllegalStateException} unless the parts of every flight add up to its
 * part of the whole; where parts overlap, none may exceed it.
 *
 * @param words what it is divided by
 * @param overlapping whether one thing may count in several parts
 */
public record Breakdown(Sentence words, Figure whole, List<Figure> parts, boolean overlapping) {

    public Breakdown {
        parts = List.copyOf(parts);
        for (Figure part : parts) {
            for (OperationReference flight : part.flights().keySet()) {
                require(whole, parts, overlapping, flight);
            }
        }
        for (OperationReference flight : whole.flights().keySet()) {
            require(whole, parts, overlapping, flight);
        }
    }

    /** The parts, and last the whole. */
    public List<Figure> rows() {
        return Stream.concat(parts.stream(), Stream.of(whole)).toList();
    }

    private static void require(Figure whole, List<Figure> parts, boolean overlapping, OperationReference flight) {
        int all = whole.flights().getOrDefault(flight, 0);
        boolean fits = overlapping
                ? parts.stream().allMatch(part -> part.flights().getOrDefault(flight, 0) <= all)
                : parts.stream()
                                .mapToInt(part -> part.flights().getOrDefault(flight, 0))
                                .sum()
                        == all;
        if (!fits) {
            throw new IllegalStateException(
                    "the parts of " + whole.key() + " do not add up to " + all + " for " + flight);
        }
    }
}
