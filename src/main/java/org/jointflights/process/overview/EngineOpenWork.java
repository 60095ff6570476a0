package org.jointflights.process.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.TaskForm;
import org.jointflights.process.engine.TaskForms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tasks that are open and the steps that have failed, as the engine's own tables have them: its queries do not give the
 * groups of many tasks at once.
 */
@Component
class EngineOpenWork {

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

    private static final String FAILED = """
            select i.CONFIGURATION_, v.TEXT_
            from ACT_RU_INCIDENT i
            join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = i.PROC_INST_ID_ and v.NAME_ = 'reference' and v.TASK_ID_ is null
            """;

    private final JdbcClient jdbc;
    private final TaskForms forms;

    EngineOpenWork(JdbcClient jdbc, TaskForms forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    /** The open tasks of all flights, the oldest first, as the engine has them. */
    Map<OperationReference, List<WaitingTask>> tasks() {
        Tasks tasks = new Tasks(forms);
        jdbc.sql(TASKS).query(tasks::add);
        return tasks.byFlight();
    }

    /** The flights in which a step has failed, by the step's job. */
    Map<String, OperationReference> failed() {
        Map<String, OperationReference> failed = new LinkedHashMap<>();
        jdbc.sql(FAILED).query(row -> {
            failed.put(row.getString(1), new OperationReference(row.getString(2)));
        });
        return failed;
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
                                        .orElse(false),
                                forms.find(row.getString("TASK_DEF_KEY_"))
                                        .map(TaskForm::isConfidential)
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
