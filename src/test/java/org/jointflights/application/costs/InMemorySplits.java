package org.jointflights.application.costs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;

/** Splits and answers without a database. */
public final class InMemorySplits implements Splits {

    private record Key(OperationReference reference, int number) {}

    private final Map<OperationReference, NavigableMap<Integer, Split>> splits = new HashMap<>();
    private final Map<Key, Map<Party, ShareAnswer>> answers = new HashMap<>();

    @Override
    public Optional<Split> current(OperationReference reference) {
        return Optional.ofNullable(all(reference).lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public List<Split> of(OperationReference reference) {
        return List.copyOf(all(reference).values());
    }

    @Override
    public void add(Split split) {
        if (all(split.reference()).putIfAbsent(split.number(), split) != null) {
            throw new IllegalStateException("there is a split " + split.number() + " of " + split.reference());
        }
    }

    @Override
    public void mark(OperationReference reference, int number, Split.Status status) {
        all(reference)
                .computeIfPresent(
                        number,
                        (same, split) -> new Split(
                                reference,
                                number,
                                split.round(),
                                status,
                                split.input(),
                                split.shares(),
                                split.guarantees(),
                                split.at()));
    }

    @Override
    public List<ShareAnswer> answers(OperationReference reference, int number) {
        return List.copyOf(
                answers.getOrDefault(new Key(reference, number), Map.of()).values());
    }

    @Override
    public void answer(OperationReference reference, int number, ShareAnswer answer) {
        Map<Party, ShareAnswer> given = answers.computeIfAbsent(new Key(reference, number), first -> new TreeMap<>());
        if (given.putIfAbsent(answer.party(), answer) != null) {
            throw Conflict.of("costs.budget.share.answered", answer.party(), reference);
        }
    }

    private NavigableMap<Integer, Split> all(OperationReference reference) {
        return splits.computeIfAbsent(reference, first -> new TreeMap<>());
    }
}
