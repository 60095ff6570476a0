package org.jointflights.application.costs;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.Limit;

/**
 * What the parties have agreed about a cost beside its key, as it was entered.
 *
 * @param weights what each sharer counts for, where the key is that of agreed weights; otherwise empty
 * @param limits the least and most that single parties pay of it, in the currency of its price
 */
public record ItemTerms(Map<Party, Long> weights, Map<Party, Limit> limits) {

    /** Nothing of the kind. */
    public static final ItemTerms NONE = new ItemTerms(Map.of(), Map.of());

    public ItemTerms {
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
    }

    Map<Party, Long> weightsOf(Set<Party> sharers) {
        Map<Party, Long> kept = new TreeMap<>(weights);
        kept.keySet().retainAll(sharers);
        return kept;
    }

    Map<Party, Limit> limitsOf(Set<Party> sharers) {
        Map<Party, Limit> kept = new TreeMap<>(limits);
        kept.keySet().retainAll(sharers);
        return kept;
    }

    ItemTerms withoutWeights() {
        return new ItemTerms(Map.of(), limits);
    }
}
