package org.jointflights.domain.closing;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;

/**
 * That what people typed about causes and reasons of a flight is gone: how many texts of each kind, when, and by which rule.
 *
 * @param number counted from 1 within the flight: what was typed after the term is erased when the flight is closed
 * @param texts by kind; a kind of which there was nothing is not in it
 * @param file the one serious incident or complaint whose texts they were; nothing where it is of the flight
 */
public record ErasureCertificate(
        OperationReference reference,
        int number,
        Instant at,
        RetentionTerm term,
        Map<String, Integer> texts,
        @Nullable String file) {

    public ErasureCertificate {
        texts = Map.copyOf(new TreeMap<>(texts));
    }

    /** Whether it is of the flight as a whole, and not of a serious incident or a complaint, which have terms of their own. */
    public boolean isOfFlight() {
        return file == null;
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
