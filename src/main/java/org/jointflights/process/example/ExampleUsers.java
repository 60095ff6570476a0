package org.jointflights.process.example;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.process.flight.FlightInstances;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The example users at work: each signs in, claims an open task and submits its form, with the rights they have. */
@Component
@Profile("example")
public class ExampleUsers {

    /** A task that opens anew each time it is done would keep the start from ending. */
    private static final int MOST_ROUNDS = 50;

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final ManagementService management;
    private final FlightInstances instances;
    private final ExampleAnswers answers;

    ExampleUsers(
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            ManagementService management,
            FlightInstances instances,
            ExampleAnswers answers) {
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.management = management;
        this.instances = instances;
        this.answers = answers;
    }

    /** Acts as that user, with the groups they belong to; nobody is signed in afterwards. */
    public void as(String user, Runnable act) {
        identity.clearAuthentication();
        List<String> groups = identity.createGroupQuery().groupMember(user).unlimitedList().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(user, groups);
        try {
            act.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    /**
     * Completes the flight's open tasks whose forms say how, also those that open meanwhile, each by a member of the group
     * it waits for.
     */
    public void completeByExample(OperationReference reference) {
        List<Task> open = answeredByTheirForms(reference);
        for (int round = 0; !open.isEmpty(); round++) {
            requireEnd(round, open.get(0).getTaskDefinitionKey(), reference);
            open.forEach(task -> complete(task, form -> 0, form -> answers.of(task, reference)));
            runJobs(reference);
            open = answeredByTheirForms(reference);
        }
    }

    private List<Task> answeredByTheirForms(OperationReference reference) {
        return query(reference).unlimitedList().stream()
                .filter(task -> !answers.of(task, reference).isEmpty())
                .toList();
    }

    private static void requireEnd(int round, String task, OperationReference reference) {
        if (round == MOST_ROUNDS) {
            throw new IllegalStateException(task + " of " + reference + " is asked again and again");
        }
    }

    /**
     * Tasks before it that are answered by their forms are completed first. Throws {@link IllegalStateException} unless the
     * user then sees such a task of that flight.
     */
    public void complete(String user, String task, OperationReference reference, Map<String, ?> fields) {
        if (query(reference).taskDefinitionKey(task).count() == 0) {
            completeByExample(reference);
        }
        as(user, () -> {
            Task open = first(task, reference)
                    .orElseThrow(() -> new IllegalStateException(
                            user + " sees no task " + task + " of " + reference + "; open are " + open(reference)));
            submit(user, open, fields);
        });
        runJobs(reference);
    }

    /** Completes every open task of that id, also those that open meanwhile, each by a member of the group it waits for. */
    public void completeAll(String task, OperationReference reference, Function<OpenForm, Map<String, ?>> answers) {
        completeAllBut(Set.of(), task, reference, answers);
    }

    /** Likewise, but leaves alone the tasks that wait for one of these groups. */
    public void completeAllBut(
            Set<String> groups, String task, OperationReference reference, Function<OpenForm, Map<String, ?>> answers) {
        completeAll(groups, 0, task, reference, answers);
    }

    /** Likewise all of them, but not by the member of a group who does everything else there. */
    public void completeAllByTheLastButOne(
            String task, OperationReference reference, Function<OpenForm, Map<String, ?>> answers) {
        completeAll(Set.of(), 1, task, reference, answers);
    }

    /** Likewise all of them, by the member whose turn the form says: 0 is the last, 1 the last but one. */
    public void completeAllBy(
            ToIntFunction<OpenForm> turn,
            String task,
            OperationReference reference,
            Function<OpenForm, Map<String, ?>> answers) {
        completeAll(Set.of(), turn, task, reference, answers);
    }

    private void completeAll(
            Set<String> groups,
            int turn,
            String task,
            OperationReference reference,
            Function<OpenForm, Map<String, ?>> answers) {
        completeAll(groups, form -> turn, task, reference, answers);
    }

    private void completeAll(
            Set<String> groups,
            ToIntFunction<OpenForm> turn,
            String task,
            OperationReference reference,
            Function<OpenForm, Map<String, ?>> answers) {
        List<Task> open = openFor(groups, task, reference);
        for (int round = 0; !open.isEmpty(); round++) {
            requireEnd(round, task, reference);
            open.forEach(one -> complete(one, turn, answers));
            runJobs(reference);
            open = openFor(groups, task, reference);
        }
    }

    /** Likewise, but the tasks of one group go to its members in turn: two signatures are two people's. */
    public void completeAllInTurn(
            String task, OperationReference reference, Function<OpenForm, Map<String, ?>> answers) {
        Map<String, Integer> turns = new HashMap<>();
        for (Task one : openFor(Set.of(), task, reference)) {
            int turn = turns.merge(groupOf(one), 1, Integer::sum) - 1;
            complete(one, form -> turn, answers);
        }
        runJobs(reference);
    }

    private List<Task> openFor(Set<String> without, String task, OperationReference reference) {
        return query(reference).taskDefinitionKey(task).unlimitedList().stream()
                .filter(one -> !without.contains(groupOf(one)))
                .toList();
    }

    /** What somebody sees who opens a task: the group it waits for and the values it shows. */
    public record OpenForm(String group, Map<String, Object> shown) {

        /** A number among what the task can read. */
        public long number(String name) {
            return ((Number) Objects.requireNonNull(shown.get(name), name)).longValue();
        }

        /** The party whose group it is. */
        public Party party() {
            return new Party(group.substring(0, 2));
        }
    }

    /** The last member of the group first: those who enter are the first members, and nobody signs what they entered. */
    private void complete(Task task, ToIntFunction<OpenForm> turn, Function<OpenForm, Map<String, ?>> answers) {
        String group = groupOf(task);
        OpenForm form = new OpenForm(group, forms.getTaskFormVariables(task.getId()));
        Map<String, ?> fields = answers.apply(form);
        List<User> members = identity.createUserQuery()
                .memberOfGroup(group)
                .orderByUserId()
                .desc()
                .unlimitedList();
        String member = members.get(turn.applyAsInt(form)).getId();
        as(member, () -> submit(member, task, fields));
    }

    private void submit(String user, Task task, Map<String, ?> fields) {
        tasks.claim(task.getId(), user);
        forms.submitTaskForm(task.getId(), new HashMap<>(fields));
    }

    private String groupOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** The ids of the flight's open tasks. */
    public List<String> open(OperationReference reference) {
        return query(reference).unlimitedList().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The same, each by the engine's id. */
    List<String> openIds(OperationReference reference) {
        return query(reference).unlimitedList().stream().map(Task::getId).toList();
    }

    /** The day that the clock shows. */
    LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
    }

    /** Runs the flight's asynchronous steps until none is left; timers wait. */
    public void runJobs(OperationReference reference) {
        List<Job> ready = jobs(management.createJobQuery().messages().withRetriesLeft(), reference);
        while (!ready.isEmpty()) {
            ready.forEach(job -> management.executeJob(job.getId()));
            ready = jobs(management.createJobQuery().messages().withRetriesLeft(), reference);
        }
    }

    /** Fires the flight's timers that are due by then, the earliest first, with all that follows from each. */
    public void fireTimersUntil(Instant moment, OperationReference reference) {
        Optional<Job> due = nextTimer(moment, reference);
        while (due.isPresent()) {
            management.executeJob(due.get().getId());
            runJobs(reference);
            due = nextTimer(moment, reference);
        }
    }

    private Optional<Job> nextTimer(Instant moment, OperationReference reference) {
        return jobs(management.createJobQuery().timers(), reference).stream()
                .filter(timer -> !timer.getDuedate().toInstant().isAfter(moment))
                .min(Comparator.comparing(Job::getDuedate));
    }

    private Optional<Task> first(String task, OperationReference reference) {
        List<String> groups = identity.getCurrentAuthentication().getGroupIds();
        return query(reference)
                .taskDefinitionKey(task)
                .taskCandidateGroupIn(groups)
                .orderByTaskCreateTime()
                .asc()
                .unlimitedList()
                .stream()
                .findFirst();
    }

    private TaskQuery query(OperationReference reference) {
        return tasks.createTaskQuery().processInstanceIdIn(instancesOf(reference));
    }

    private List<Job> jobs(JobQuery all, OperationReference reference) {
        return all.processInstanceIds(Set.of(instancesOf(reference))).unlimitedList();
    }

    /** Its running processes; of a flight that is over an id that none has: to ask the engine for none would ask for all. */
    public String[] instancesOf(OperationReference reference) {
        List<String> running = instances.of(reference);
        return running.isEmpty() ? new String[] {"over"} : running.toArray(String[]::new);
    }
}
