package org.jointflights.persistence.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.desk.DeskTask;
import org.jointflights.application.desk.DeskTasks;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeskTasks implements DeskTasks {

    private static final String OURS = "t.id in (select g.id from open_task_group g where g.group_id in (:groups))";

    /** What has no day of its own is due when its flight leaves; after that it waits behind what has a day. */
    static final String TASKS = """
            select t.id, t.task, t.reference, t.since, t.due, t.claimed_by, f.destination, f.departure, f.zone
            from open_task t join flight f on f.reference = t.reference
            where %s
            order by case when t.claimed_by = :person then 0 when t.claimed_by is null then 1 else 2 end,
                coalesce(t.due, case when f.departure > :now then f.departure end) nulls last,
                f.departure, t.since, t.id
            fetch first :most rows only
            """.formatted(OURS);

    private static final String COUNT = """
            select count(*) as total, count(case when t.due < :now then 1 end) as late from open_task t
            where (t.claimed_by is null or t.claimed_by = :person) and %s
            """.formatted(OURS);

    private final JdbcClient jdbc;

    JdbcDeskTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String id,
            String task,
            OperationReference reference,
            String destination,
            Instant departure,
            ZoneId zone,
            Instant since,
            @Nullable Instant due,
            @Nullable String claimedBy) {}

    @Override
    public List<DeskTask> of(String person, Collection<String> groups, Instant now, int most) {
        if (groups.isEmpty()) {
            return List.of();
        }
        List<Row> rows = jdbc.sql(TASKS)
                .param("groups", groups)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> row(row))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> waitedFor = lists(jdbc.sql("""
                                select id as name, group_id as one from open_task_group
                                where id in (:tasks) and group_id in (:groups) order by id, group_id
                                """)
                .param("tasks", rows.stream().map(Row::id).toList())
                .param("groups", groups));
        Map<String, List<String>> routes = lists(jdbc.sql("""
                                select reference as name, airport as one from route_stop
                                where reference in (:flights) order by reference, position
                                """)
                .param(
                        "flights",
                        rows.stream()
                                .map(row -> row.reference().value())
                                .distinct()
                                .toList()));
        return rows.stream()
                .map(row -> new DeskTask(
                        row.id(),
                        row.task(),
                        row.reference(),
                        row.destination(),
                        routes.getOrDefault(row.reference().value(), List.of()),
                        row.departure().atZone(row.zone()),
                        waitedFor.getOrDefault(row.id(), List.of()),
                        row.since(),
                        row.due(),
                        row.claimedBy()))
                .toList();
    }

    private static Map<String, List<String>> lists(JdbcClient.StatementSpec rows) {
        Map<String, List<String>> lists = new HashMap<>();
        rows.query(row -> {
            lists.computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                    .add(row.getString("one"));
        });
        return lists;
    }

    @Override
    public Waiting count(String person, Collection<String> groups, Instant now) {
        if (groups.isEmpty()) {
            return new Waiting(0, 0);
        }
        return jdbc.sql(COUNT)
                .param("groups", groups)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Waiting(row.getInt("total"), row.getInt("late")))
                .single();
    }

    @Override
    public Set<String> groupsWaitedFor() {
        return new TreeSet<>(jdbc.sql("select distinct group_id from open_task_group")
                .query(String.class)
                .list());
    }

    private static Row row(ResultSet row) throws SQLException {
        Timestamp due = row.getTimestamp("due");
        return new Row(
                row.getString("id"),
                row.getString("task"),
                new OperationReference(row.getString("reference")),
                row.getString("destination"),
                row.getTimestamp("departure").toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getTimestamp("since").toInstant(),
                due == null ? null : due.toInstant(),
                row.getString("claimed_by"));
    }
}
