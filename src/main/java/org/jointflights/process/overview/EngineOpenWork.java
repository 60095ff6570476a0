package org.jointflights.process.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jointflights.application.overview.OpenWork;
import org.jointflights.application.overview.Position;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.process.engine.TaskForm;
import org.jointflights.process.engine.TaskForms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's own tables: its queries give neither the groups of many tasks nor the places of many tokens at once,
 * and ask for each task anew whether the person signed in may see it.
 */
@Component
class EngineOpenWork implements OpenWork {

    /** A task without a date of its own is due when the last of its timers fires: the others are reminders. */
    private static final String TASKS = """
            select t.ID_, t.TASK_DEF_KEY_, t.ASSIGNEE_, t.CREATE_TIME_,
                coalesce(t.DUE_DATE_, (select max(j.DUEDATE_) from ACT_RU_JOB j
                    where j.EXECUTION_ID_ = t.EXECUTION_ID_ and j.TYPE_ = 'timer')) as DUE,
                l.GROUP_ID_, v.TEXT_ as REFERENCE
            from ACT_RU_TASK t
            join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = t.PROC_INST_ID_ and v.NAME_ = 'reference' and v.TASK_ID_ is null
            left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'
            order by t.CREATE_TIME_, t.ID_
            """;

    private static final String TOKENS = """
            select e.ID_, e.PARENT_ID_, e.PROC_INST_ID_, e.ACT_ID_, e.IS_EVENT_SCOPE_, e.PROC_DEF_ID_, p.TEXT_ as PARTY
            from ACT_RU_EXECUTION e
            join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = e.PROC_INST_ID_ and v.NAME_ = 'reference' and v.TASK_ID_ is null
            left join ACT_RU_VARIABLE p on p.EXECUTION_ID_ = e.PROC_INST_ID_ and p.NAME_ = 'party' and p.TASK_ID_ is null
            where v.TEXT_ = ?
            order by e.PROC_INST_ID_, e.SEQUENCE_COUNTER_, e.ID_
            """;

    private static final String FAILED = """
            select i.CONFIGURATION_, v.TEXT_
            from ACT_RU_INCIDENT i
            join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = i.PROC_INST_ID_ and v.NAME_ = 'reference' and v.TASK_ID_ is null
            """;

    private final JdbcClient jdbc;
    private final EngineDeployedModels models;
    private final TaskForms forms;

    EngineOpenWork(JdbcClient jdbc, EngineDeployedModels models, TaskForms forms) {
        this.jdbc = jdbc;
        this.models = models;
        this.forms = forms;
    }

    /** The open tasks of all flights, the oldest first, as the engine has them. */
    Map<OperationReference, List<WaitingTask>> tasks() {
        Tasks tasks = new Tasks(forms);
        jdbc.sql(TASKS).query(tasks::add);
        return tasks.byFlight();
    }

    @Override
    public List<Position> positions(OperationReference reference) {
        // What is kept for a compensation is an execution too, but nothing stands there.
        List<Execution> live = jdbc.sql(TOKENS).param(reference.value()).query(Execution::of).list().stream()
                .filter(execution -> !execution.eventScope)
                .toList();
        Set<String> parents =
                live.stream().map(execution -> String.valueOf(execution.parent)).collect(toUnmodifiableSet());
        Set<Token> tokens = new LinkedHashSet<>();
        for (Execution execution : live) {
            String activity = execution.activity;
            String party = execution.party;
            if (activity != null && !parents.contains(execution.id)) {
                tokens.add(new Token(execution.definition, activity, party == null ? null : new Party(party)));
            }
        }
        return tokens.stream().map(models::position).toList();
    }

    /** The flights in which a step has failed, by the step's job. */
    Map<String, OperationReference> failed() {
        Map<String, OperationReference> failed = new LinkedHashMap<>();
        jdbc.sql(FAILED).query(row -> {
            failed.put(row.getString(1), new OperationReference(row.getString(2)));
        });
        return failed;
    }

    /** A row of the engine's tree of executions; tokens stand at its leaves. */
    private record Execution(
            String id,
            @Nullable String parent,
            @Nullable String activity,
            boolean eventScope,
            String definition,
            @Nullable String party) {

        static Execution of(ResultSet row, int number) throws SQLException {
            return new Execution(
                    row.getString("ID_"),
                    row.getString("PARENT_ID_"),
                    row.getString("ACT_ID_"),
                    row.getBoolean("IS_EVENT_SCOPE_"),
                    row.getString("PROC_DEF_ID_"),
                    row.getString("PARTY"));
        }
    }

    /** Gathers the rows of each task: one for each of its groups. */
    private static final class Tasks {

        private record Found(OperationReference reference, WaitingTask task) {}

        private final Map<String, Found> found = new LinkedHashMap<>();
        private final TaskForms forms;

        Tasks(TaskForms forms) {
            this.forms = forms;
        }

        void add(ResultSet row) throws SQLException {
            String id = row.getString("ID_");
            Found task = found.get(id);
            if (task == null) {
                SortedSet<String> groups = new TreeSet<>();
                task = new Found(
                        new OperationReference(row.getString("REFERENCE")),
                        new WaitingTask(
                                id,
                                row.getString("TASK_DEF_KEY_"),
                                groups,
                                row.getTimestamp("CREATE_TIME_").toInstant(),
                                instant(row.getTimestamp("DUE")),
                                row.getString("ASSIGNEE_"),
                                forms.find(row.getString("TASK_DEF_KEY_"))
                                        .map(TaskForm::isEndedByAct)
                                        .orElse(false)));
                found.put(id, task);
            }
            String group = row.getString("GROUP_ID_");
            if (group != null) {
                task.task().groups().add(group);
            }
        }

        Map<OperationReference, List<WaitingTask>> byFlight() {
            return found.values().stream().collect(groupingBy(Found::reference, mapping(Found::task, toList())));
        }

        private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
            return timestamp == null ? null : timestamp.toInstant();
        }
    }
}
