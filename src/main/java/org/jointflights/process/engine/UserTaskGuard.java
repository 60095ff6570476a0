package org.jointflights.process.engine;

import java.time.Clock;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.application.work.TaskDone;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Stands before every user task of every model: fills its form when it is created, and when it is completed lets through
 * only its claimant, only if that person belongs to a candidate group, and only while the flight is not suspended.
 */
@Component
class UserTaskGuard implements TaskListener {

    static final List<String> EVENTS =
            List.of(EVENTNAME_CREATE, EVENTNAME_UPDATE, EVENTNAME_ASSIGNMENT, EVENTNAME_COMPLETE, EVENTNAME_DELETE);

    private final TaskForms forms;
    private final CurrentUser actor;
    private final Flights flights;
    private final WorkLog work;
    private final WriteTrail trail;
    private final TrailEntries entries;
    private final Clock clock;

    UserTaskGuard(
            TaskForms forms,
            CurrentUser actor,
            Flights flights,
            WorkLog work,
            WriteTrail trail,
            TrailEntries entries,
            Clock clock) {
        this.forms = forms;
        this.actor = actor;
        this.flights = flights;
        this.work = work;
        this.trail = trail;
        this.entries = entries;
        this.clock = clock;
    }

    /** Throws {@link IllegalStateException} for a task of a model that nobody has written the form of. */
    TaskForm form(String task) {
        return forms.find(task).orElseThrow(() -> new IllegalStateException("no form is written for " + task));
    }

    @Override
    public void notify(DelegateTask task) {
        String event = task.getEventName();
        if (event == null) {
            // The engine names none to a task whose flight was ended since the task was read.
            throw new OptimisticLockingFailureException("task " + task.getId() + " was ended at the same moment");
        }
        switch (event) {
            case EVENTNAME_CREATE -> created(task);
            case EVENTNAME_UPDATE -> updated(task);
            case EVENTNAME_ASSIGNMENT -> assigned(task);
            case EVENTNAME_COMPLETE -> completed(task);
            case EVENTNAME_DELETE -> keepComments(task);
            default -> throw new IllegalStateException("not listened to: " + event);
        }
    }

    private void created(DelegateTask task) {
        TaskForm form = form(task.getTaskDefinitionKey());
        // Tasklist's columns read the task's own variables: people may not read those of the process.
        task.setVariableLocal(FlightVariables.REFERENCE.name(), reference(task).value());
        FlightVariables.PARTY
                .find(task)
                .ifPresent(party -> task.setVariableLocal(FlightVariables.PARTY.name(), party.code()));
        OpenTask.fill(task, form, TaskForm::open);
    }

    private void assigned(DelegateTask task) {
        String claimant = task.getAssignee();
        if (claimant == null) {
            return;
        }
        if (!claimant.equals(actor.account())) {
            throw NotYours.of("common.task.claimForYourself");
        }
        requireCandidate(task);
        OpenTask.fill(task, form(task.getTaskDefinitionKey()), TaskForm::claimed);
        String before = claimedBefore(task);
        if (before != null) {
            trail.recordOf(reference(task), partyOf(task), TrailEvent.TAKEN_OVER, claimant, step(task), before);
        }
    }

    /** A claim is given back by its claimant alone; whoever else wants the task takes it over, which leaves a trace. */
    private void updated(DelegateTask task) {
        String before = claimedBefore(task);
        boolean own = actor.account().equals(before) || actor.id().equals(CurrentUser.SYSTEM);
        if (task.getAssignee() == null && before != null && !own) {
            throw NotYours.of("common.task.unclaimOwn");
        }
        if (isDueAnew(task)) {
            OpenTask.fill(task, form(task.getTaskDefinitionKey()), TaskForm::dueAnew);
        }
    }

    /** Whether the transaction has given the task another due date. */
    static boolean isDueAnew(DelegateTask task) {
        return ((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.DUE_DATE);
    }

    /** Who had claimed the task before the transaction gave it to somebody else, or back to its group. */
    private static @Nullable String claimedBefore(DelegateTask task) {
        PropertyChange change = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return change == null ? null : (String) change.getOrgValue();
    }

    private void completed(DelegateTask task) {
        requireClaimant(task);
        TaskForm form = form(task.getTaskDefinitionKey());
        OperationReference reference = reference(task);
        String suspendedFor = flights.get(reference).suspendedFor();
        if (suspendedFor != null && !form.worksWhileSuspended()) {
            throw Conflict.of("common.flight.suspended", reference, suspendedFor);
        }
        form.complete(new CompletedTask(task, form));
        Party party = FlightVariables.PARTY.find(task).orElse(null);
        work.add(
                new TaskDone(task.getId(), task.getTaskDefinitionKey(), reference, party, actor.id(), clock.instant()));
        keepComments(task);
    }

    private void requireClaimant(DelegateTask task) {
        String claimant = task.getAssignee();
        if (claimant == null) {
            throw NotYours.of("common.task.notClaimed");
        }
        if (!claimant.equals(actor.account())) {
            throw NotYours.of("common.task.claimedByOther", claimant);
        }
        requireCandidate(task);
    }

    private void requireCandidate(DelegateTask task) {
        List<String> groups = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .toList();
        if (groups.isEmpty()) {
            // Every task is somebody's; its links go with it when it is completed.
            throw new OptimisticLockingFailureException("task " + task.getId() + " was completed at the same moment");
        }
        if (Collections.disjoint(groups, actor.groups())) {
            throw NotYours.of("common.task.notYourGroup", String.join(", ", groups));
        }
    }

    private void keepComments(DelegateTask task) {
        if (forms.find(task.getTaskDefinitionKey())
                .map(TaskForm::isConfidential)
                .orElse(false)) {
            task.getProcessEngineServices().getTaskService().deleteTaskComments(task.getId());
            return;
        }
        List<Comment> comments =
                task.getProcessEngineServices().getTaskService().getTaskComments(task.getId());
        Party party = partyOf(task);
        for (Comment comment : comments) {
            Date at = comment.getTime();
            entries.add(new TrailEntry(
                    reference(task),
                    at.toInstant(),
                    comment.getUserId() == null ? CurrentUser.SYSTEM : comment.getUserId(),
                    TrailEvent.COMMENT,
                    party,
                    null,
                    List.of(step(task), comment.getFullMessage())));
        }
    }

    /** Whose task it is; nothing if it is nobody's in particular. */
    private static @Nullable Party partyOf(DelegateTask task) {
        return Viewer.onlyPartyOf(task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private static Sentence step(DelegateTask task) {
        return Sentence.of("step." + task.getTaskDefinitionKey());
    }

    private static OperationReference reference(DelegateTask task) {
        return FlightVariables.REFERENCE.from(task);
    }
}
