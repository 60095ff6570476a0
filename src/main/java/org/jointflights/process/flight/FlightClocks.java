package org.jointflights.process.flight;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.deadlines.SetTaskClocks;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.process.costs.CostSharingProcess;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.engine.TaskForm;
import org.jointflights.process.engine.TaskForms;
import org.jointflights.process.engine.Variable;
import org.jointflights.process.planning.PlanningProcess;
import org.jointflights.process.settlement.SettlementProcess;
import org.springframework.stereotype.Component;

/**
 * The deadlines of a flight's running processes: the variable that the model reads, the tasks that are due then, and the
 * timers. The gates open by the day of departure, which no suspension moves.
 */
@Component
class FlightClocks {

    private static final List<Variable<Instant>> DEADLINES = List.of(
            PlanningProcess.REPLY_BY,
            CostSharingProcess.ANSWERS_DUE,
            SettlementProcess.CLAIMS_DUE,
            SettlementProcess.CLAIMS_END,
            FlightProcess.WITHDRAWAL_KNOWN_AT,
            SettlementProcess.PAYMENTS_DUE,
            SettlementProcess.PAYMENTS_END);

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final FlightInstances instances;
    private final TaskForms forms;
    private final SetTaskClocks clocks;

    FlightClocks(
            RuntimeService runtime,
            ManagementService management,
            TaskService tasks,
            FlightInstances instances,
            TaskForms forms,
            SetTaskClocks clocks) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.instances = instances;
        this.forms = forms;
        this.clocks = clocks;
    }

    /** Gives all states that are still asked another deadline. */
    void setReplies(OperationReference flight, Instant replyBy) {
        for (String state : instances.participations(flight)) {
            move(state, PlanningProcess.REPLY_BY, before -> replyBy);
            fireAsModelled(state);
        }
    }

    /** Moves every deadline of the flight; until when each state that is still asked may answer, where that has changed. */
    Map<Party, Instant> move(OperationReference flight, UnaryOperator<Instant> moved) {
        Map<Party, Instant> replies = new TreeMap<>();
        for (String instance : instances.of(flight)) {
            for (Variable<Instant> deadline : DEADLINES) {
                if (move(instance, deadline, moved) && deadline.equals(PlanningProcess.REPLY_BY)) {
                    FlightVariables.PARTY
                            .in(runtime.getVariables(instance))
                            .ifPresent(party -> replies.put(
                                    party,
                                    PlanningProcess.REPLY_BY
                                            .in(runtime.getVariables(instance))
                                            .orElseThrow()));
                }
            }
            moveTasks(instance, moved);
            fireAsModelled(instance);
        }
        return replies;
    }

    private boolean move(String instance, Variable<Instant> deadline, UnaryOperator<Instant> moved) {
        Instant before = deadline.in(runtime.getVariables(instance)).orElse(null);
        if (before == null) {
            return false;
        }
        Instant anew = moved.apply(before);
        if (anew.equals(before)) {
            return false;
        }
        // The engine keeps dates to the millisecond.
        Instant after = anew.truncatedTo(ChronoUnit.MILLIS);
        runtime.setVariable(instance, deadline.name(), deadline.stored(after));
        for (Task task :
                tasks.createTaskQuery().processInstanceId(instance).active().unlimitedList()) {
            Date due = task.getDueDate();
            if (due != null && due.toInstant().equals(before.truncatedTo(ChronoUnit.MILLIS))) {
                tasks.setDueDate(task.getId(), Date.from(after));
            }
        }
        return true;
    }

    /** Those whose dates are the table's; what is asked for because the flight is suspended has gone on meanwhile. */
    private void moveTasks(String instance, UnaryOperator<Instant> moved) {
        for (Task task :
                tasks.createTaskQuery().processInstanceId(instance).active().unlimitedList()) {
            Date due = task.getDueDate();
            boolean goesOn = forms.find(task.getTaskDefinitionKey())
                    .map(TaskForm::worksWhileSuspended)
                    .orElse(false);
            if (due != null && !goesOn && clocks.isOfTable(task.getTaskDefinitionKey())) {
                tasks.setDueDate(task.getId(), Date.from(moved.apply(due.toInstant())));
            }
        }
    }

    /** Also what waits anew since it was due while the flight was suspended; a step that was put off is taken now. */
    private void fireAsModelled(String instance) {
        for (Job job :
                management.createJobQuery().processInstanceId(instance).timers().unlimitedList()) {
            management.recalculateJobDuedate(job.getId(), false);
        }
        Date now = ClockUtil.getCurrentTime();
        for (Job step : management
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .duedateHigherThan(now)
                .unlimitedList()) {
            management.setJobDuedate(step.getId(), now);
        }
    }
}
