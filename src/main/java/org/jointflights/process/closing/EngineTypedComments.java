package org.jointflights.process.closing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.JobState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.CommentManager;
import org.jointflights.application.closing.TypedComments;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.ShowFormsAnew;
import org.jointflights.process.flight.FlightInstances;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Over the flight's processes, those that have ended too, found in the engine's own tables by their indexed columns: its queries
 * ask for one process or one task at a time. What a form showed or asked for goes with its task; only what older versions kept of
 * it is still in the history.
 */
@Component
class EngineTypedComments implements TypedComments {

    private static final String PROCESSES = "processes";

    private static final String ALL = """
            select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = :key or BUSINESS_KEY_ like :parts
            """;

    private static final String COMMENTS = """
            select count(*) from ACT_HI_COMMENT
            where PROC_INST_ID_ in (:processes)
                or (TYPE_ = 'comment' and TASK_ID_ in (select ID_ from ACT_HI_TASKINST where PROC_INST_ID_ in (:processes)))
            """;

    private static final String VARIABLES = """
            select ID_ from ACT_HI_VARINST
            where PROC_INST_ID_ in (:processes) and TASK_ID_ is not null and (STATE_ <> 'DELETED' or STATE_ is null)
            """;

    private static final String FAILURES = """
            select ID_ from ACT_HI_JOB_LOG where PROCESS_INSTANCE_ID_ in (:processes) and JOB_STATE_ = :failed
            """;

    private final HistoryService history;
    private final JdbcClient jdbc;
    private final FlightInstances running;
    private final ShowFormsAnew forms;
    private final AsSystem engine;

    EngineTypedComments(
            @Lazy HistoryService history,
            JdbcClient jdbc,
            FlightInstances running,
            ShowFormsAnew forms,
            AsSystem engine) {
        this.history = history;
        this.jdbc = jdbc;
        this.running = running;
        this.forms = forms;
        this.engine = engine;
    }

    @Override
    public Map<String, Integer> erase(OperationReference reference) {
        Map<String, Integer> erased = new TreeMap<>();
        engine.run(() -> {
            List<String> processes = jdbc.sql(ALL)
                    .param("key", reference.value())
                    .param("parts", reference.value() + "/%")
                    .query(String.class)
                    .list();
            if (!processes.isEmpty()) {
                erased.put("engine.comments", comments(processes));
                erased.put("engine.variables", variables(processes));
                erased.put("engine.failures", failures(processes));
            }
        });
        forms.of(running.of(reference));
        return erased;
    }

    private int comments(List<String> processes) {
        int erased = jdbc.sql(COMMENTS)
                .param(PROCESSES, processes)
                .query(Integer.class)
                .single();
        if (erased > 0) {
            // The engine's services erase no comment once its task or process is over.
            CommentManager comments = Context.getCommandContext().getCommentManager();
            comments.deleteCommentsByProcessInstanceIds(processes);
            comments.deleteCommentsByTaskProcessInstanceIds(processes);
        }
        return erased;
    }

    private int variables(List<String> processes) {
        List<String> ofTasks = jdbc.sql(VARIABLES)
                .param(PROCESSES, processes)
                .query(String.class)
                .list();
        ofTasks.forEach(history::deleteHistoricVariableInstance);
        return ofTasks.size();
    }

    /** A step that failed left what was said about it, which may quote what somebody typed. */
    private int failures(List<String> processes) {
        List<String> failed = jdbc.sql(FAILURES)
                .param(PROCESSES, processes)
                .param("failed", JobState.FAILED.getStateCode())
                .query(String.class)
                .list();
        failed.forEach(Context.getCommandContext().getHistoricJobLogManager()::deleteHistoricJobLogById);
        return failed.size();
    }
}
