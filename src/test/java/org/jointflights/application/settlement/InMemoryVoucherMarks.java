package org.jointflights.application.settlement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.VoucherMark;

/** Marks of vouchers without a database. */
public final class InMemoryVoucherMarks implements VoucherMarks {

    private final Claims claims;
    private final Map<Long, Set<String>> marks = new TreeMap<>();
    private final Map<String, Long> held = new HashMap<>();

    public InMemoryVoucherMarks(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void add(long claim, Collection<VoucherMark> added) {
        marks.computeIfAbsent(claim, first -> new TreeSet<>()).addAll(values(added));
    }

    @Override
    public void remove(long claim, Collection<VoucherMark> removed) {
        marks.getOrDefault(claim, new TreeSet<>()).removeAll(values(removed));
    }

    @Override
    public List<Shared> shared(OperationReference reference) {
        return common(reference, value -> new VoucherMark(value).proves());
    }

    @Override
    public List<Shared> alike(OperationReference reference) {
        List<Shared> alike = new ArrayList<>(common(reference, value -> !new VoucherMark(value).proves()));
        alike.removeAll(shared(reference));
        return alike;
    }

    private List<Shared> common(OperationReference reference, Predicate<String> kind) {
        Map<String, Set<Long>> bearers = new HashMap<>();
        marks.forEach((claim, values) -> values.stream()
                .filter(kind)
                .forEach(value ->
                        bearers.computeIfAbsent(value, first -> new TreeSet<>()).add(claim)));
        List<Shared> shared = new ArrayList<>();
        marks.forEach((id, values) -> {
            Set<Long> others = new TreeSet<>();
            values.forEach(value -> others.addAll(bearers.getOrDefault(value, Set.of())));
            others.remove(id);
            if (!others.isEmpty()
                    && claims.get(id).counts()
                    && claims.get(id).reference().equals(reference)) {
                others.stream()
                        .map(claims::get)
                        .filter(Claim::counts)
                        .forEach(found -> shared.add(new Shared(id, found.id(), found.reference(), found.claimant())));
            }
        });
        return shared;
    }

    @Override
    public void hold(long claim) {
        for (String mark : marks.getOrDefault(claim, Set.of())) {
            if (!new VoucherMark(mark).proves()) {
                continue;
            }
            Long holder = held.get(mark);
            if (holder != null && holder != claim && claims.get(holder).counts()) {
                throw Conflict.of("settlement.voucher.held", claim);
            }
            held.put(mark, claim);
        }
    }

    private static Set<String> values(Collection<VoucherMark> marks) {
        return marks.stream().map(VoucherMark::value).collect(Collectors.toSet());
    }
}
