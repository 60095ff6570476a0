package org.jointflights.application.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Diversion;
import org.jointflights.domain.operation.LegTime;
import org.jspecify.annotations.Nullable;

/** Times of legs without a database, each of the operation that was under way. */
public final class InMemoryLegTimes implements LegTimes {

    private record Leg(OperationReference reference, int run, LegTime time) {}

    private record Diverted(int run, Diversion diversion) {}

    private final InMemoryOperationRuns runs;
    private final List<Leg> legs = new ArrayList<>();
    private final List<Diverted> diversions = new ArrayList<>();

    public InMemoryLegTimes(InMemoryOperationRuns runs) {
        this.runs = runs;
    }

    @Override
    public void expect(OperationReference reference, int stop, Instant landing) {
        put(reference, stop, landing, null);
    }

    @Override
    public void landed(OperationReference reference, int stop, Instant at) {
        of(reference).stream()
                .filter(leg -> leg.stop() == stop)
                .forEach(leg -> put(reference, stop, leg.expected(), at));
    }

    private void put(OperationReference reference, int stop, Instant expected, @Nullable Instant landed) {
        int run = runs.number(reference);
        legs.removeIf(leg -> leg.reference().equals(reference)
                && leg.run() == run
                && leg.time().stop() == stop);
        legs.add(new Leg(reference, run, new LegTime(stop, expected, landed)));
    }

    @Override
    public List<LegTime> of(OperationReference reference) {
        return legs.stream()
                .filter(leg -> leg.reference().equals(reference) && leg.run() == latest(reference))
                .map(Leg::time)
                .sorted(Comparator.comparing(LegTime::stop))
                .toList();
    }

    @Override
    public void add(Diversion diversion) {
        diversions.add(new Diverted(runs.number(diversion.reference()), diversion));
    }

    @Override
    public List<Diversion> diversions(OperationReference reference) {
        return diversions.stream()
                .filter(diverted ->
                        diverted.diversion().reference().equals(reference) && diverted.run() == latest(reference))
                .map(Diverted::diversion)
                .toList();
    }

    private int latest(OperationReference reference) {
        return runs.latest(reference).map(OperationRuns.Run::number).orElse(0);
    }
}
