package org.jointflights.process.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jointflights.application.deadlines.SetTaskClocks.Coming;
import org.jointflights.application.deadlines.ShowWhatFollows;
import org.jointflights.application.deadlines.ShowWhatFollows.Timer;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What every form says below the flight: by when the task is to be done and what happens if nobody does it. It is found out
 * whenever somebody opens the form, from the task's date and the timers that run for it, so that it is never what was true
 * once.
 */
@Component
class HeadOfForm {

    /** The name by which every form of a task shows it. */
    static final String HEAD = "whenAndWhatIf";

    private final ShowWhatFollows following;
    private final TaskForms forms;
    private final Flights flights;

    HeadOfForm(ShowWhatFollows following, TaskForms forms, Flights flights) {
        this.following = following;
        this.forms = forms;
        this.flights = flights;
    }

    /** In the language that is spoken; nothing for a task that is gone, or that no form or no deadline is known of. */
    Optional<Markdown> of(String id, CommandContext engine) {
        TaskEntity task = engine.getTaskManager().findTaskById(id);
        OperationReference reference =
                task == null ? null : FlightVariables.REFERENCE.find(task).orElse(null);
        if (task == null || reference == null) {
            return Optional.empty();
        }
        boolean suspended = flights.get(reference).isSuspended();
        boolean goesOn = forms.find(task.getTaskDefinitionKey())
                .map(TaskForm::worksWhileSuspended)
                .orElse(false);
        if (suspended && !goesOn) {
            return Optional.of(Markdown.of("head.suspended"));
        }
        boolean timersRun = !suspended
                || TimersOfFlights.goOn(
                        task.getExecution().getProcessDefinition().getKey());
        return following
                .of(coming(task, reference), due(task), timersRun ? timers(task) : List.of())
                .map(said -> Markdown.of("head.form", said.byWhen(), said.otherwise()));
    }

    private static Coming coming(TaskEntity task, OperationReference reference) {
        TreeSet<String> groups = new TreeSet<>();
        task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .forEach(groups::add);
        return new Coming(
                task.getTaskDefinitionKey(),
                groups,
                reference,
                task.getCreateTime().toInstant());
    }

    private static @Nullable Instant due(TaskEntity task) {
        Date due = task.getDueDate();
        return due == null ? null : due.toInstant();
    }

    /** Those at the task itself, and those around it: what ends the part in which it stands ends it too. */
    private static List<Timer> timers(TaskEntity task) {
        List<Timer> timers = new ArrayList<>();
        for (ExecutionEntity around = task.getExecution(); around != null; around = around.getParent()) {
            for (JobEntity job : around.getJobs()) {
                if (job instanceof TimerEntity && job.getDuedate() != null) {
                    boundary(job, around)
                            .ifPresent(event -> timers.add(new Timer(
                                    event.getId(),
                                    job.getDuedate().toInstant(),
                                    event.getActivityStartBehavior() == ActivityStartBehavior.CANCEL_EVENT_SCOPE)));
                }
            }
        }
        return timers;
    }

    private static Optional<ActivityImpl> boundary(JobEntity job, ExecutionEntity execution) {
        return Optional.of(job.getJobHandlerConfiguration())
                .filter(TimerJobConfiguration.class::isInstance)
                .map(timer -> ((TimerJobConfiguration) timer).getTimerElementKey())
                .map(execution.getProcessDefinition()::findActivity)
                .filter(event -> "boundaryTimer".equals(event.getProperty("type")));
    }
}
