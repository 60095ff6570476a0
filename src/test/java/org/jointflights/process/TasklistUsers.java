package org.jointflights.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.example.ExampleUsers;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** What a test asks of the people at their tasks, and of the engine behind them, beyond what the example's users can do. */
@TestComponent
public class TasklistUsers {

    private final ProcessEngine engine;
    private final TestClock clock;
    private final JdbcClient database;
    private final ExampleUsers users;

    TasklistUsers(ProcessEngine engine, TestClock clock, JdbcClient database, ExampleUsers users) {
        this.engine = engine;
        this.clock = clock;
        this.database = database;
        this.users = users;
    }

    /**
     * Before each test: the clock stands at its start, nobody is signed in, assertions use this engine. The flights of
     * earlier tests have left no fraction of a cent over.
     */
    public void open() {
        empty("carry", "final_share_party", "final_share");
        BpmnAwareTests.init(engine);
        clock.set(TestClock.START);
        identity().clearAuthentication();
    }

    /** After a test in which somebody was: other tests count on everybody. */
    public void nobodyIsAway() {
        empty("acting", "substitution_group", "substitution");
    }

    private void empty(String... tables) {
        for (String table : tables) {
            database.sql("delete from " + table).update();
        }
    }

    /** A person by sign-in name, with the groups they belong to. */
    public Person as(String user) {
        List<String> groups = identity().createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
        return new Person(user, groups);
    }

    /** A person who has, for as long as the act lasts, an account and these groups as well, whatever they have besides. */
    public Person as(String user, String... groups) {
        return new Person(user, Arrays.asList(groups));
    }

    /** Someone with an account, acting. */
    public final class Person {

        private final String user;
        private final List<String> groups;

        private Person(String user, List<String> groups) {
            this.user = user;
            this.groups = groups;
        }

        /** Proposes a flight by the start form: France's, with two others, to Nigeria, but for what is changed. */
        public OperationReference proposes(Map<String, ?> changes) {
            Map<String, Object> fields = new HashMap<>(Map.of(
                    "organiser", "FR",
                    "type", "JRO",
                    "legalBasis", "Agreement of 2026 (invented)",
                    "destination", "Nigeria",
                    "embarkations", "CDG, STN, MAD",
                    "destinations", "LOS",
                    "departure", "2027-05-20 09:30",
                    "capacity", 200L,
                    "invited", "GB, ES"));
            fields.putAll(changes);
            String model = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("jointFlight")
                    .latestVersion()
                    .singleResult()
                    .getId();
            String[] key = new String[1];
            does(() -> key[0] = forms().submitStartForm(model, fields).getBusinessKey());
            OperationReference flight = new OperationReference(key[0]);
            runJobs(flight);
            return flight;
        }

        /** Claims the one open task of that id for that flight which this person may see, and submits its form. */
        public void completes(String taskId, OperationReference reference, Map<String, ?> fields) {
            completes(open(taskId, reference), fields);
        }

        public void completes(Task task, Map<String, ?> fields) {
            does(() -> {
                tasks().claim(task.getId(), user);
                forms().submitTaskForm(task.getId(), new HashMap<>(fields));
            });
        }

        /** Submits without claiming. */
        public void submits(Task task, Map<String, ?> fields) {
            does(() -> forms().submitTaskForm(task.getId(), new HashMap<>(fields)));
        }

        public void does(Runnable act) {
            Runnable asBefore = makeMember();
            try {
                doesAsTheyAre(act);
            } finally {
                asBefore.run();
            }
        }

        /** Does it without being made what they are not: for acts at once that change who is in which group. */
        public void doesAsTheyAre(Runnable act) {
            identity().setAuthentication(user, groups);
            try {
                act.run();
            } finally {
                identity().clearAuthentication();
            }
        }

        private Runnable makeMember() {
            boolean made = identity().createUserQuery().userId(user).count() == 0;
            if (made) {
                identity().saveUser(identity().newUser(user));
            }
            List<String> lacking = new ArrayList<>(groups);
            identity().createGroupQuery().groupMember(user).list().forEach(held -> lacking.remove(held.getId()));
            lacking.forEach(group -> identity().createMembership(user, group));
            return () -> {
                lacking.forEach(group -> identity().deleteMembership(user, group));
                if (made) {
                    identity().deleteUser(user);
                }
            };
        }

        /** Throws {@link AssertionError} unless exactly one such task is open for this person's groups. */
        public Task open(String taskId, OperationReference reference) {
            List<Task> found = query(taskId, reference)
                    .taskCandidateGroupIn(groups)
                    .includeAssignedTasks()
                    .list();
            if (found.size() != 1) {
                throw new AssertionError(user + " sees " + found.size() + " tasks " + taskId + " of " + reference
                        + "; open are " + openTasks(reference));
            }
            return found.get(0);
        }
    }

    /** All open tasks of that id for that flight. */
    public List<Task> open(String taskId, OperationReference reference) {
        return query(taskId, reference).list();
    }

    /** The ids of all open tasks of a flight, sorted. */
    public List<String> openTasks(OperationReference reference) {
        return users.open(reference);
    }

    private TaskQuery query(String taskId, OperationReference reference) {
        return tasks().createTaskQuery().taskDefinitionKey(taskId).processInstanceIdIn(users.instancesOf(reference));
    }

    /** What the form of a task shows: a local variable, the numbers of its signs read as a browser does. */
    public Object shown(Task task, String name) {
        Object value = stored(task, name);
        return value instanceof String text ? HtmlUtils.htmlUnescape(text) : value;
    }

    /** The same as the engine hands it out. */
    public Object stored(Task task, String name) {
        return values(task).get(name);
    }

    /** Everything that the form of a task is given. */
    public Map<String, Object> values(Task task) {
        return forms().getTaskFormVariables(task.getId());
    }

    /** Runs the asynchronous steps of a flight until none is left; timers are left alone. */
    public void runJobs(OperationReference reference) {
        users.runJobs(reference);
    }

    /** The asynchronous steps that wait to be run. */
    public List<Job> jobs(OperationReference reference) {
        return readyJobs(reference);
    }

    /** Runs one step and nothing else. */
    public void run(Job job) {
        management().executeJob(job.getId());
    }

    private List<Job> readyJobs(OperationReference reference) {
        return of(
                reference,
                management().createJobQuery().messages().withRetriesLeft().active());
    }

    /** Fires the timer of that activity of the flight (all of them, if it is repeated), whatever its date. */
    public void fireTimer(String activityId, OperationReference reference) {
        List<Job> timers = timers(activityId, reference);
        if (timers.isEmpty()) {
            throw new AssertionError("no timer " + activityId + " is set for " + reference);
        }
        timers.forEach(timer -> management().executeJob(timer.getId()));
    }

    /** The timers of that activity of the flight that are set now. */
    public List<Job> timers(String activityId, OperationReference reference) {
        return of(reference, management().createJobQuery().timers().activityId(activityId));
    }

    private List<Job> of(OperationReference reference, JobQuery query) {
        // The engine cannot be asked for an activity and for several instances at once: its statement has an error
        // then.
        Set<String> running = Set.of(users.instancesOf(reference));
        return query.list().stream()
                .filter(job -> running.contains(job.getProcessInstanceId()))
                .toList();
    }

    /** The running instance of that process for that flight, by process id. */
    public ProcessInstance instance(String process, OperationReference reference) {
        return runtime()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceIds(Set.of(users.instancesOf(reference)))
                .singleResult();
    }

    private RuntimeService runtime() {
        return engine.getRuntimeService();
    }

    private TaskService tasks() {
        return engine.getTaskService();
    }

    private FormService forms() {
        return engine.getFormService();
    }

    private IdentityService identity() {
        return engine.getIdentityService();
    }

    private ManagementService management() {
        return engine.getManagementService();
    }
}
