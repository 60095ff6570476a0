package org.jointflights.persistence.example;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jointflights.application.example.ComingTasks;
import org.jointflights.domain.OperationReference;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Profile("example")
class JdbcComingTasks implements ComingTasks {

    private static final String TELLING = """
            select min(at) as at
            from (select min(remind_at) as at from open_task where remind_at > :now
                  union all select min(escalate_at) as at from open_task where escalate_at > :now) told
            where at is not null
            """;

    private static final String FIRST_DUE = """
            select t.id, t.reference, t.task, t.due, g.group_id
            from open_task t left join open_task_group g on g.id = t.id
            where t.due > :now and t.confidential = false
              and t.id = (select min(same.id) from open_task same
                          where same.reference = t.reference and same.confidential = false
                            and same.due = (select min(other.due) from open_task other
                                            where other.reference = t.reference and other.due > :now
                                              and other.confidential = false))
            order by t.due, t.id, g.group_id
            """;

    private final JdbcClient jdbc;

    JdbcComingTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> nextTelling(Instant after) {
        List<Instant> found = new ArrayList<>();
        jdbc.sql(TELLING).param("now", Timestamp.from(after)).query(row -> {
            Timestamp at = row.getTimestamp("at");
            if (at != null) {
                found.add(at.toInstant());
            }
        });
        return found.stream().findFirst();
    }

    /** One row for each group of a task. */
    @Override
    public List<ComingTask> firstDue(Instant after) {
        Map<String, ComingTask> found = new LinkedHashMap<>();
        jdbc.sql(FIRST_DUE).param("now", Timestamp.from(after)).query(row -> {
            ComingTask task = found.get(row.getString("id"));
            if (task == null) {
                task = new ComingTask(
                        new OperationReference(row.getString("reference")),
                        row.getString("task"),
                        new TreeSet<>(),
                        row.getTimestamp("due").toInstant());
                found.put(row.getString("id"), task);
            }
            String group = row.getString("group_id");
            if (group != null) {
                task.groups().add(group);
            }
        });
        return new ArrayList<>(found.values());
    }
}
