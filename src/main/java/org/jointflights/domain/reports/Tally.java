package org.jointflights.domain.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Worded;

/** Counts by what is counted and by flight. */
final class Tally<K extends Comparable<? super K>> {

    private final SortedMap<K, SortedMap<OperationReference, Integer>> counts =
            new TreeMap<>(Comparator.<K>naturalOrder());

    /** A tally of things that are shown even where there are none. */
    @SafeVarargs
    static <K extends Comparable<? super K>> Tally<K> of(K... shown) {
        Tally<K> tally = new Tally<>();
        for (K one : shown) {
            tally.counts.put(one, new TreeMap<>());
        }
        return tally;
    }

    void add(OperationReference flight, K what, int count) {
        counts.computeIfAbsent(what, unseen -> new TreeMap<>()).merge(flight, count, Integer::sum);
    }

    /** A figure for each, in their order; keys begin with the text given. */
    List<Figure> figures(String key, Function<K, String> name, Function<K, Worded> words) {
        return counts.entrySet().stream()
                .map(count -> figure(key, name, words, count))
                .toList();
    }

    private static <K> Figure figure(
            String key,
            Function<K, String> name,
            Function<K, Worded> words,
            Map.Entry<K, SortedMap<OperationReference, Integer>> count) {
        return new Figure(key + "/" + name.apply(count.getKey()), words.apply(count.getKey()), count.getValue());
    }
}
