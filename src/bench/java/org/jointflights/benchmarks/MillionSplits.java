package org.jointflights.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million flights of twelve parties, each made and divided, in a heap of 64 MB. What is in use after every quarter is
 * printed; the run fails if it grows by more than a megabyte.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xmx64m", "-XX:+UseSerialGC"})
public class MillionSplits {

    private static final int QUARTER = 250_000;
    private static final long GROWTH = 1 << 20;

    private final List<Participant> participants = new ArrayList<>();
    private final Set<Party> parties = new TreeSet<>();
    private long number;
    private long atFirst;

    public MillionSplits() {
        for (int i = 0; i < 12; i++) {
            Party party = new Party("A" + (char) ('A' + i));
            parties.add(party);
            participants.add(Participant.committed(party, new Seats(1 + (i * 7) % 13, 2 + (i * 5) % 17, 1, 0, 0, 0)));
        }
    }

    /** The first quarter warms up, three are measured. */
    @Benchmark
    public long aQuarterOfThem() {
        long cents = 0;
        for (int i = 0; i < QUARTER; i++) {
            number++;
            List<CostItem> items = List.of(
                    item(1, "charter", 20_000_000 + number, Key.PER_SEAT),
                    item(2, "handling", 1_000_000 + 7 * number, Key.PER_RETURNEE),
                    item(3, "landing", 300_000 + 13 * number, Key.EQUAL));
            cents += CostSharing.share(CostInput.of(participants, null, items))
                    .totals()
                    .get(participants.get(0).party())
                    .minor();
        }
        return cents;
    }

    @TearDown(Level.Iteration)
    public void requireFlat() {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        atFirst = atFirst == 0 ? used : atFirst;
        System.out.printf("%,d splits, %.1f MB in use; ", number, used / 1e6);
        if (used > atFirst + GROWTH) {
            throw new IllegalStateException("grown from " + atFirst + " to " + used + " bytes");
        }
    }

    private CostItem item(long id, String description, long cents, Key key) {
        return CostItem.common(
                id,
                description,
                CostCategory.OTHER,
                Money.euro(cents),
                participants.get(0).party(),
                parties,
                key);
    }
}
