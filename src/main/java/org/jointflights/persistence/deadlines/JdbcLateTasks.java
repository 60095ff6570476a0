package org.jointflights.persistence.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jointflights.application.deadlines.LateTasks;
import org.jointflights.domain.OperationReference;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLateTasks implements LateTasks {

    private static final String DUE = """
            select d.id, d.reference, d.task, d.since, d.due, d.at, g.group_id
            from (select t.id, t.reference, t.task, t.since, t.due, t.%1$s as at
                  from open_task t join flight f on f.reference = t.reference
                  where t.%1$s <= ? and (f.suspended_for is null or t.goes_on = true)
                  order by t.%1$s, t.id
                  fetch first 100 rows only) d
            left join open_task_group g on g.id = d.id
            order by d.at, d.id, g.group_id
            """;

    private static final String OVERDUE = """
            select t.id, t.reference, t.task, t.since, t.due, t.due as at, g.group_id
            from open_task t
            left join open_task_group g on g.id = t.id
            where t.reference = ? and t.due < ?
            order by t.due, t.id, g.group_id
            """;

    private final JdbcClient jdbc;

    JdbcLateTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Late> toRemindOf(Instant now) {
        return due("remind_at", now);
    }

    @Override
    public List<Late> toEscalate(Instant now) {
        return due("escalate_at", now);
    }

    @Override
    public List<Late> overdue(OperationReference reference, Instant now) {
        return gathered(jdbc.sql(OVERDUE).params(reference.value(), Timestamp.from(now)));
    }

    private List<Late> due(String column, Instant now) {
        return gathered(jdbc.sql(DUE.formatted(column)).param(Timestamp.from(now)));
    }

    /** One row for each group of a task. */
    private static List<Late> gathered(JdbcClient.StatementSpec rows) {
        Map<String, Late> found = new LinkedHashMap<>();
        rows.query(row -> {
            Late task = found.get(row.getString("id"));
            if (task == null) {
                task = late(row);
                found.put(task.id(), task);
            }
            String group = row.getString("group_id");
            if (group != null) {
                task.groups().add(group);
            }
        });
        return new ArrayList<>(found.values());
    }

    private static Late late(ResultSet row) throws SQLException {
        return new Late(
                row.getString("id"),
                new OperationReference(row.getString("reference")),
                row.getString("task"),
                new TreeSet<>(),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("due").toInstant(),
                row.getTimestamp("at").toInstant());
    }

    @Override
    public boolean takeReminder(Late task) {
        return take("remind_at", task, null);
    }

    @Override
    public boolean takeEscalation(Late task, @Nullable Instant again) {
        return take("escalate_at", task, again);
    }

    private boolean take(String column, Late task, @Nullable Instant again) {
        return jdbc.sql("update open_task set %1$s = ? where id = ? and %1$s = ?".formatted(column))
                        .params(Nulls.list(
                                again == null ? null : Timestamp.from(again), task.id(), Timestamp.from(task.at())))
                        .update()
                == 1;
    }
}
