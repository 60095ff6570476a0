package org.jointflights.application.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.Returned;
import org.jointflights.domain.operation.TakenOff;

/** Head counts without a database, each of the operation that was under way. */
public final class InMemoryHeadCounts implements HeadCounts {

    private record Kept<T>(OperationReference reference, int run, T count) {}

    private final InMemoryOperationRuns runs;
    private final List<Kept<TakenOff>> takenOff = new ArrayList<>();
    private final List<Kept<Boarding>> boardings = new ArrayList<>();
    private final List<Kept<HandOver>> handOvers = new ArrayList<>();
    private final List<Kept<Returned>> returned = new ArrayList<>();

    public InMemoryHeadCounts(InMemoryOperationRuns runs) {
        this.runs = runs;
    }

    @Override
    public void add(TakenOff off) {
        takenOff.add(kept(off.reference(), off));
    }

    @Override
    public void add(Boarding boarding) {
        boardings.add(kept(boarding.reference(), boarding));
    }

    @Override
    public void add(HandOver handOver) {
        handOvers.add(kept(handOver.reference(), handOver));
    }

    @Override
    public void add(Returned counted) {
        returned.add(kept(counted.reference(), counted));
    }

    @Override
    public List<TakenOff> takenOff(OperationReference reference) {
        return of(reference, takenOff);
    }

    @Override
    public List<Boarding> boardings(OperationReference reference) {
        return of(reference, boardings).stream()
                .sorted(Comparator.comparing(Boarding::party))
                .toList();
    }

    @Override
    public List<HandOver> handOvers(OperationReference reference) {
        return of(reference, handOvers).stream()
                .sorted(Comparator.comparing(HandOver::party))
                .toList();
    }

    @Override
    public List<Returned> returned(OperationReference reference) {
        return of(reference, returned).stream()
                .sorted(Comparator.comparing(Returned::party))
                .toList();
    }

    private <T> Kept<T> kept(OperationReference reference, T count) {
        return new Kept<>(reference, runs.number(reference), count);
    }

    private <T> List<T> of(OperationReference reference, List<Kept<T>> counts) {
        int latest = runs.latest(reference).map(OperationRuns.Run::number).orElse(0);
        return counts.stream()
                .filter(kept -> kept.reference().equals(reference) && kept.run() == latest)
                .map(Kept::count)
                .toList();
    }
}
