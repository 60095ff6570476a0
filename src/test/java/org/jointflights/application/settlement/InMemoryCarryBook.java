package org.jointflights.application.settlement;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.Carry;
import org.jointflights.domain.costs.CarryAccounts;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;

/** What rounding has left over, without a database. */
public final class InMemoryCarryBook implements CarryBook {

    private final SortedMap<OperationReference, FinalPosting> postings = new TreeMap<>();
    private CarryAccounts accounts = CarryAccounts.EMPTY;

    @Override
    public CarryAccounts accounts() {
        return accounts;
    }

    @Override
    public CarryAccounts lock() {
        return accounts;
    }

    /** As in the tables, a set where nothing is left over needs no account. */
    @Override
    public void post(FinalPosting posting, CarryAccounts after) {
        if (postings.putIfAbsent(posting.reference(), posting) != null) {
            throw Conflict.of("settlement.posted", posting.reference());
        }
        Map<List<Object>, List<Carry>> sets =
                after.carries().stream().collect(groupingBy(carry -> List.of(carry.currency(), carry.set())));
        accounts = CarryAccounts.of(sets.values().stream()
                .filter(set -> set.stream().anyMatch(carry -> carry.balance().signum() != 0))
                .flatMap(List::stream)
                .toList());
    }

    @Override
    public Optional<FinalPosting> of(OperationReference reference) {
        return Optional.ofNullable(postings.get(reference));
    }

    @Override
    public int flights() {
        return postings.size();
    }

    @Override
    public int differing() {
        return (int) shares().filter(share -> !share.difference().isZero()).count();
    }

    @Override
    public List<FinalShare> limited() {
        return shares().filter(share -> share.set().isEmpty()).toList();
    }

    private Stream<FinalShare> shares() {
        return postings.values().stream().flatMap(posting -> posting.shares().stream());
    }
}
