package org.jointflights.domain.closing;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;

/**
 * That what people typed about causes and reasons of a flight is gone: how many texts of each kind, when, and by which rule.
 *
 * @param number counted from 1 within the flight: what was typed after the term is erased when the flight is closed
 * @param texts by kind; a kind of which there was nothing is not in it
 */
public record ErasureCertificate(
        OperationReference reference, int number, Instant at, RetentionTerm term, Map<String, Integer> texts) {

    public ErasureCertificate {
        texts = Map.copyOf(new TreeMap<>(texts));
    }

    /** The kinds in the order of their names, with the number of texts. */
    public Map<String, Integer> byKind() {
        return new TreeMap<>(texts);
    }

    /** All texts together. */
    public int total() {
        return texts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
