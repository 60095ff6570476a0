package org.jointflights.process.closing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.CommentManager;
import org.jointflights.application.closing.TypedComments;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.ShowFormsAnew;
import org.jointflights.process.flight.FlightInstances;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Over the flight's processes, those that have ended too. What a form showed or asked for goes with its task; only what older
 * versions kept of it is still in the history.
 */
@Component
class EngineTypedComments implements TypedComments {

    private final HistoryService history;
    private final FlightInstances running;
    private final ShowFormsAnew forms;
    private final AsSystem engine;

    EngineTypedComments(@Lazy HistoryService history, FlightInstances running, ShowFormsAnew forms, AsSystem engine) {
        this.history = history;
        this.running = running;
        this.forms = forms;
        this.engine = engine;
    }

    @Override
    public Map<String, Integer> erase(OperationReference reference) {
        Map<String, Integer> erased = new TreeMap<>();
        engine.run(() -> {
            for (String process : processes(reference)) {
                erased.merge("engine.comments", comments(process), Integer::sum);
                erased.merge("engine.variables", variables(process), Integer::sum);
                erased.merge("engine.failures", failures(process), Integer::sum);
            }
        });
        forms.of(running.of(reference));
        return erased;
    }

    private List<String> processes(OperationReference reference) {
        return Stream.of(
                        history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(reference.value())
                                .unlimitedList(),
                        history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKeyLike(reference.value() + "/%")
                                .unlimitedList())
                .flatMap(List::stream)
                .map(HistoricProcessInstance::getId)
                .distinct()
                .toList();
    }

    /** Its services erase no comment once its task or process is over. */
    private int comments(String process) {
        CommentManager comments = Context.getCommandContext().getCommentManager();
        List<String> done =
                history.createHistoricTaskInstanceQuery().processInstanceId(process).unlimitedList().stream()
                        .map(HistoricTaskInstance::getId)
                        .toList();
        int erased = comments.findCommentsByProcessInstanceId(process).size();
        comments.deleteCommentsByProcessInstanceIds(List.of(process));
        for (String task : done) {
            erased += comments.findCommentsByTaskId(task).size();
            comments.deleteCommentsByTaskId(task);
        }
        return erased;
    }

    private int variables(String process) {
        List<String> ofTasks = history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(process)
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .unlimitedList()
                .stream()
                .filter(variable -> variable.getTaskId() != null)
                .map(variable -> variable.getId())
                .toList();
        ofTasks.forEach(history::deleteHistoricVariableInstance);
        return ofTasks.size();
    }

    /** A step that failed left what was said about it, which may quote what somebody typed. */
    private int failures(String process) {
        List<String> failed =
                history.createHistoricJobLogQuery().processInstanceId(process).failureLog().unlimitedList().stream()
                        .map(log -> log.getId())
                        .toList();
        failed.forEach(Context.getCommandContext().getHistoricJobLogManager()::deleteHistoricJobLogById);
        return failed.size();
    }
}
