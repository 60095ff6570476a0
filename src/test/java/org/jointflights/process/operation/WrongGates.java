package org.jointflights.process.operation;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jointflights.application.operation.KeptGateRules;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Gate;
import org.jointflights.process.TestClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is on record of a flight's gates, made wrong one after the other and put right again. */
public final class WrongGates {

    /** Everybody is asked to try everything; else a sample in which everybody, every gate and every flaw occurs. */
    public static final boolean ALL = "all".equals(System.getProperty("nobody"));

    private static final long SEED = 20261128;

    /** What is wrong with a gate. */
    public enum Flaw {
        UNANSWERED,
        NEGATIVE,
        STALE,
        STOPPED
    }

    /** A gate that the flight was asked, by the state that answered it. */
    public record Asked(Gate gate, String party) {}

    /** One after the other of some people or acts in an order by chance, and again from the first. */
    public static final class Turns<T> {

        private final List<T> shuffled;
        private final Set<T> had = new HashSet<>();
        private int next;

        public Turns(Collection<T> some) {
            shuffled = new ArrayList<>(some);
            Collections.shuffle(shuffled, new Random(SEED));
        }

        /** The next so many; all, where all are to be had. */
        public List<T> take(int count) {
            List<T> taken = new ArrayList<>();
            for (int i = 0; i < (ALL ? shuffled.size() : Math.min(count, shuffled.size())); i++) {
                taken.add(shuffled.get(next++ % shuffled.size()));
            }
            had.addAll(taken);
            return taken;
        }

        /** Whether each has had a turn. */
        public boolean haveAllBeen() {
            return had.containsAll(shuffled);
        }
    }

    private final JdbcClient database;
    private final KeptGateRules rules;

    public WrongGates(JdbcClient database, KeptGateRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** Those of which that is true, by every state that was asked; of a sample each by the first. */
    public List<Asked> of(OperationReference flight, String point, Predicate<Asked> which) {
        Map<Object, Asked> first = new LinkedHashMap<>();
        database
                .sql("""
                        select distinct gate, party from gate_answer where reference = ? and point like ? order by 1, 2
                        """)
                .params(flight.value(), point)
                .query((row, number) -> new Asked(Gate.numbered(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .filter(which)
                .forEach(asked -> first.putIfAbsent(ALL ? asked : asked.gate(), asked));
        return List.copyOf(first.values());
    }

    /** Those that a gate can have: not each grows old. */
    public List<Flaw> flaws(OperationReference flight, Gate gate) {
        boolean growsOld = rules.of(flight).orElseThrow().rows().stream()
                .filter(rule -> rule.gate() == gate)
                .allMatch(rule -> rule.fresh() != null);
        return Arrays.stream(Flaw.values())
                .filter(flaw -> growsOld || flaw != Flaw.STALE)
                .toList();
    }

    public void makeWrong(OperationReference flight, Asked asked, Flaw flaw) {
        database.sql("create table if not exists answers_kept as select * from gate_answer where reference = ?")
                .param(flight.value())
                .update();
        String gate = asked.gate().number();
        switch (flaw) {
            case UNANSWERED ->
                database.sql("delete from gate_answer where reference = ? and gate = ? and party = ?")
                        .params(flight.value(), gate, asked.party())
                        .update();
            case NEGATIVE ->
                database.sql("""
                                insert into gate_answer (reference, run, party, gate, point, stop, verdict, reason, answered_by, at)
                                select reference, run, party, gate, point, stop, 'STOP', 'no', 'somebody', at from gate_answer
                                where reference = ? and gate = ? and party = ?
                                """).params(flight.value(), gate, asked.party()).update();
            case STALE ->
                database.sql("update gate_answer set at = ? where reference = ? and gate = ? and party = ?")
                        .params(
                                Timestamp.from(TestClock.START.minus(Duration.ofDays(400))),
                                flight.value(),
                                gate,
                                asked.party())
                        .update();
            case STOPPED ->
                database.sql("""
                                insert into stop_order (reference, number, party, cause, reason, ordered_by, as_group, at)
                                values (?, 99, ?, 'COURT', 'a stay', 'somebody', ?, ?)
                                """)
                        .params(
                                flight.value(),
                                asked.gate().isForFlight() ? null : asked.party(),
                                asked.party() + "legal",
                                Timestamp.from(TestClock.START))
                        .update();
        }
    }

    public void putRight(OperationReference flight, Flaw flaw) {
        if (flaw == Flaw.STOPPED) {
            database.sql("delete from stop_order where reference = ? and number = 99")
                    .param(flight.value())
                    .update();
        }
        database.sql("delete from gate_answer where reference = ?")
                .param(flight.value())
                .update();
        database.sql("insert into gate_answer overriding system value select * from answers_kept order by id")
                .update();
        leaveNoTable();
    }

    /** Whatever came of it. */
    public void leaveNoTable() {
        database.sql("drop table if exists answers_kept").update();
    }
}
