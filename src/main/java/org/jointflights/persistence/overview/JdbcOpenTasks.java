package org.jointflights.persistence.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jointflights.application.overview.OpenTasks;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.deadlines.TaskClock;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class JdbcOpenTasks implements OpenTasks {

    private static final String OF_FLIGHTS = """
            select t.*, g.group_id
            from open_task t
            left join open_task_group g on g.id = t.id
            where t.reference in (:flights)
            order by t.since, t.id, g.group_id
            """;

    private static final String UNTOLD = """
            select t.*, g.group_id
            from open_task t
            left join open_task_group g on g.id = t.id
            where t.id in (select id from open_task where told = false and claimed_by is null order by since, id
                fetch first :most rows only)
            order by t.since, t.id, g.group_id
            """;

    private static final String ONE = """
            select t.*, g.group_id
            from open_task t
            left join open_task_group g on g.id = t.id
            where t.id = :id
            order by g.group_id
            """;

    /** Two parties that may do the same are no one's wait alone. */
    private static final String WAITED = """
            insert into task_wait (task_id, reference, task, party, since, due, ended)
            select t.id, t.reference, t.task,
                (select case when min(g.party) = max(g.party) and count(g.party) = count(*) then min(g.party) end
                    from open_task_group g where g.id = t.id),
                t.since, t.due, :now
            from open_task t where t.id = :task and t.confidential = false
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcOpenTasks(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Many are opened at once where all states are asked the same: they are written together when the transaction ends. */
    @Override
    public void opened(OperationReference reference, WaitingTask task, TaskClock clock) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            Opened opened = opened();
            if (opened == null) {
                opened = new Opened();
                opened.resume();
                TransactionSynchronizationManager.registerSynchronization(opened);
            }
            opened.rows.put(task.id(), new Row(reference, task, clock));
        } else {
            write(List.of(new Row(reference, task, clock)));
        }
    }

    private record Row(OperationReference reference, WaitingTask task, TaskClock clock) {}

    private @Nullable Opened opened() {
        return (Opened) TransactionSynchronizationManager.getResource(this);
    }

    private void writeOpened() {
        Opened opened = opened();
        if (opened != null) {
            write(opened.rows.values());
            opened.rows.clear();
        }
    }

    private void write(Collection<Row> rows) {
        List<Object[]> tasks = new ArrayList<>();
        List<Object[]> groups = new ArrayList<>();
        for (Row row : rows) {
            WaitingTask task = row.task();
            tasks.add(new Object[] {
                task.id(),
                row.reference().value(),
                task.task(),
                Timestamp.from(task.since()),
                timestamp(task.due()),
                task.claimedBy(),
                task.isEndedByAct(),
                task.isConfidential(),
                timestamp(row.clock().remindAt()),
                timestamp(row.clock().escalateAt()),
                row.clock().goesOn()
            });
            for (String group : task.groups()) {
                Party party = Viewer.partyOf(group);
                groups.add(new Object[] {task.id(), group, party == null ? null : party.code()});
            }
        }
        if (!tasks.isEmpty()) {
            batches.batchUpdate("""
                    insert into open_task (id, reference, task, since, due, claimed_by, ended_by_act, confidential,
                        remind_at, escalate_at, goes_on)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, tasks);
        }
        if (!groups.isEmpty()) {
            batches.batchUpdate("insert into open_task_group (id, group_id, party) values (?, ?, ?)", groups);
        }
    }

    /** What one transaction has opened and not written yet. */
    private final class Opened implements TransactionSynchronization {

        private final Map<String, Row> rows = new LinkedHashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(JdbcOpenTasks.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(JdbcOpenTasks.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            writeOpened();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(JdbcOpenTasks.this);
        }
    }

    @Override
    public void claimed(String task, @Nullable String by) {
        writeOpened();
        jdbc.sql("update open_task set claimed_by = ? where id = ?")
                .params(Nulls.list(by, task))
                .update();
    }

    @Override
    public void dueAnew(String task, @Nullable Instant due, TaskClock clock) {
        writeOpened();
        jdbc.sql("update open_task set due = ?, remind_at = ?, escalate_at = ? where id = ?")
                .params(Nulls.list(timestamp(due), timestamp(clock.remindAt()), timestamp(clock.escalateAt()), task))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    @Override
    public void closed(String task, Instant now) {
        Opened opened = opened();
        if (opened != null && opened.rows.remove(task) != null) {
            return;
        }
        jdbc.sql(WAITED).param("now", Timestamp.from(now)).param("task", task).update();
        jdbc.sql("delete from open_task where id = ?").param(task).update();
    }

    @Override
    public Map<OperationReference, List<WaitingTask>> of(Collection<OperationReference> flights) {
        if (flights.isEmpty()) {
            return Map.of();
        }
        Map<OperationReference, List<WaitingTask>> byFlight = new LinkedHashMap<>();
        read(jdbc.sql(OF_FLIGHTS)
                        .param(
                                "flights",
                                flights.stream().map(OperationReference::value).toList()))
                .forEach(found -> byFlight.computeIfAbsent(found.reference(), first -> new ArrayList<>())
                        .add(found.task()));
        return byFlight;
    }

    @Override
    public int overdueOf(Collection<String> groups, Instant now) {
        if (groups.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        select count(*) from open_task t where t.due < :now
                            and exists (select 1 from open_task_group g where g.id = t.id and g.group_id in (:groups))
                        """)
                .param("now", Timestamp.from(now))
                .param("groups", groups)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<TaskOfFlight> untold(int most) {
        return read(jdbc.sql(UNTOLD).param("most", most));
    }

    @Override
    public boolean told(String task) {
        return jdbc.sql("update open_task set told = true where id = ? and told = false")
                        .param(task)
                        .update()
                == 1;
    }

    @Override
    public Optional<TaskOfFlight> find(String task) {
        return read(jdbc.sql(ONE).param("id", task)).stream().findFirst();
    }

    /** A row is a task with one of its groups. */
    private List<TaskOfFlight> read(JdbcClient.StatementSpec rows) {
        writeOpened();
        Map<String, TaskOfFlight> found = new LinkedHashMap<>();
        rows.query(row -> {
            TaskOfFlight known = found.get(row.getString("id"));
            if (known == null) {
                known = new TaskOfFlight(new OperationReference(row.getString("reference")), task(row));
                found.put(known.task().id(), known);
            }
            String group = row.getString("group_id");
            if (group != null) {
                known.task().groups().add(group);
            }
        });
        return List.copyOf(found.values());
    }

    @Override
    public boolean isEmpty() {
        writeOpened();
        return jdbc.sql("select id from open_task fetch first 1 rows only")
                .query(String.class)
                .optional()
                .isEmpty();
    }

    private static WaitingTask task(ResultSet row) throws SQLException {
        Timestamp due = row.getTimestamp("due");
        return new WaitingTask(
                row.getString("id"),
                row.getString("task"),
                new TreeSet<>(),
                row.getTimestamp("since").toInstant(),
                due == null ? null : due.toInstant(),
                row.getString("claimed_by"),
                row.getBoolean("ended_by_act"),
                row.getBoolean("confidential"));
    }
}
