package org.jointflights.process.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jointflights.application.deadlines.SetTaskClocks;
import org.jointflights.application.overview.OpenTasks;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.deadlines.TaskClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps our own table of open tasks, in the transaction in which the engine makes, hands out or ends one. */
@Component
class KeepOpenTasks implements TaskListener {

    static final List<String> EVENTS =
            List.of(EVENTNAME_CREATE, EVENTNAME_UPDATE, EVENTNAME_ASSIGNMENT, EVENTNAME_COMPLETE, EVENTNAME_DELETE);

    private final OpenTasks tasks;
    private final TaskForms forms;
    private final SetTaskClocks clocks;
    private final Clock clock;

    KeepOpenTasks(OpenTasks tasks, TaskForms forms, SetTaskClocks clocks, Clock clock) {
        this.tasks = tasks;
        this.forms = forms;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> opened(task);
            case EVENTNAME_UPDATE -> {
                if (UserTaskGuard.isDueAnew(task)) {
                    tasks.dueAnew(task.getId(), due(task), clock(task, due(task)));
                }
            }
            case EVENTNAME_ASSIGNMENT -> tasks.claimed(task.getId(), task.getAssignee());
            case EVENTNAME_COMPLETE, EVENTNAME_DELETE -> tasks.closed(task.getId(), clock.instant());
            default -> throw new IllegalStateException("not listened to: " + task.getEventName());
        }
    }

    /**
     * One whose model sets no date is given that of its timers, or the table's: a date of its own, which is moved with the
     * deadline that it follows, and by which Tasklist sorts.
     */
    private void opened(DelegateTask task) {
        Instant due = due(task);
        if (due == null) {
            due = clocks.due(coming(task));
        }
        if (task.getDueDate() == null) {
            task.setDueDate(due == null ? null : Date.from(due));
        }
        tasks.opened(FlightVariables.REFERENCE.from(task), waiting(task, due), clock(task, due));
    }

    private TaskClock clock(DelegateTask task, @Nullable Instant due) {
        boolean goesOn = forms.find(task.getTaskDefinitionKey())
                .map(TaskForm::worksWhileSuspended)
                .orElse(false);
        return clocks.of(coming(task), due, goesOn);
    }

    private static SetTaskClocks.Coming coming(DelegateTask task) {
        return new SetTaskClocks.Coming(
                task.getTaskDefinitionKey(),
                groups(task),
                FlightVariables.REFERENCE.from(task),
                task.getCreateTime().toInstant());
    }

    private static SortedSet<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private WaitingTask waiting(DelegateTask task, @Nullable Instant due) {
        String key = task.getTaskDefinitionKey();
        return new WaitingTask(
                task.getId(),
                key,
                groups(task),
                task.getCreateTime().toInstant(),
                due,
                task.getAssignee(),
                forms.find(key).map(TaskForm::isEndedByAct).orElse(false),
                forms.find(key).map(TaskForm::isConfidential).orElse(false));
    }

    /** A task without a date of its own is due when the last of its timers fires: the others are reminders. */
    private static @Nullable Instant due(DelegateTask task) {
        Date own = task.getDueDate();
        if (own != null) {
            return own.toInstant();
        }
        List<JobEntity> jobs = ((ExecutionEntity) task.getExecution()).getJobs();
        return jobs.stream()
                .filter(TimerEntity.class::isInstance)
                .map(JobEntity::getDuedate)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Date::toInstant)
                .orElse(null);
    }
}
