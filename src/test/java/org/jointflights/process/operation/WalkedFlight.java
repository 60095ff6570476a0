package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.operation.GateAnswers;
import org.jointflights.application.operation.HeadCounts;
import org.jointflights.application.operation.LegTimes;
import org.jointflights.application.operation.OperationRuns;
import org.jointflights.application.operation.Restraints;
import org.jointflights.application.operation.StopOrders;
import org.jointflights.application.operation.StoredSafeguards;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.OpenTasks;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Course;
import org.jointflights.domain.operation.Diversion;
import org.jointflights.domain.operation.Evidence;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.Move;
import org.jointflights.domain.operation.Safeguards;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.domain.operation.TestEvidence;
import org.jointflights.domain.operation.World;
import org.jointflights.process.TestClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A walk on the real models: people do their tasks and acts through the engine and the services, the clock is set, jobs that are
 * due are done, and what is stored afterwards has to say what the rules say.
 */
final class WalkedFlight implements World {

    private static final String DEPARTURE = "serviceTask_recordDeparture";

    /** Everything was written and nothing committed. */
    private static final class Crash extends RuntimeException {}

    private record Done(String user, String task, Map<String, Object> fields) {}

    private final Supplier<Optional<? extends ListableBeanFactory>> restarted;
    /** The same for all that are walked: accounts and models do not change. */
    private static final Map<String, List<String>> GROUPS = new ConcurrentHashMap<>();

    private static final Map<String, String> STEPS = new ConcurrentHashMap<>();
    private final boolean claims;
    private final Map<Class<?>, Object> beans = new HashMap<>();
    private ListableBeanFactory application;
    private OperationReference reference = new OperationReference("RW-2027-00000");
    private String whole = "";
    private String operation = "";
    /** The reviews of restraints, each a process of its own. */
    private List<String> reviews = List.of();

    private @Nullable Done tried;
    private @Nullable Done last;

    /**
     * @param application the running one
     * @param restarted another one that was started on the same database, where there is to be one now
     * @param claims whether people who answer gates claim their tasks at the engine, as all others do, whose forms that fills; else
     *     they are written down as assignees, which is quicker, and whoever may not do a task is refused by what submits it
     */
    WalkedFlight(
            ListableBeanFactory application,
            Supplier<Optional<? extends ListableBeanFactory>> restarted,
            boolean claims) {
        this.application = application;
        this.restarted = restarted;
        this.claims = claims;
    }

    private <T> T bean(Class<T> type) {
        return type.cast(beans.computeIfAbsent(type, wanted -> application.getBean(wanted)));
    }

    @Override
    public void begins(Course course) {
        Flight flight = course.flight();
        reference = flight.reference();
        passes(course.now());
        bean(TransactionTemplate.class).executeWithoutResult(status -> {
            bean(Flights.class).add(flight);
            course.permits().forEach(bean(Permits.class)::put);
            course.parts().forEach(bean(Participations.class)::put);
        });
        whole = bean(RuntimeService.class)
                .createProcessInstanceByKey("jointFlight")
                .businessKey(reference.value())
                .setVariable("reference", reference.value())
                .setVariable("organiser", flight.organiser().code())
                .setVariable("withdrawalsOpen", 0L)
                .setVariable("withdrawalsDone", true)
                .startBeforeActivity("callActivity_flightOperation")
                .execute()
                .getId();
        open(course);
    }

    /** As it stands in the database: another process has walked until here. */
    void resumes(Course course) {
        reference = course.flight().reference();
        passes(course.now());
        whole = instances("jointFlight").get(0);
        operation = instances("flightOperation").stream().findFirst().orElse("");
        reviews = instances("restraint");
    }

    private List<String> instances(String process) {
        return bean(JdbcClient.class)
                .sql("select i.ID_ from ACT_RU_EXECUTION i join ACT_RE_PROCDEF d on d.ID_ = i.PROC_DEF_ID_"
                        + " where i.BUSINESS_KEY_ = ? and d.KEY_ = ?")
                .params(reference.value(), process)
                .query(String.class)
                .list();
    }

    /** The permits and signatures hold, as if that had been said: the next operation begins. */
    @Override
    public void opensAnew(Course course) {
        bean(RuntimeService.class)
                .createProcessInstanceModification(whole)
                .cancelAllForActivity("userTask_recordPermits")
                .startBeforeActivity("callActivity_flightOperation")
                .execute();
        open(course);
    }

    /** What the course has on record is put on file, and where that is all of the count-down, it is over. */
    private void open(Course course) {
        operation = bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .superProcessInstanceId(whole)
                .singleResult()
                .getId();
        job("serviceTask_openOperation");
        bean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (GateAnswer answer : course.answers()) {
                bean(GateAnswers.class).add(answer);
            }
            for (Boarding boarding : course.boardings()) {
                bean(HeadCounts.class).add(boarding);
            }
            if (!course.answers().isEmpty()) {
                bean(RuntimeService.class)
                        .createProcessInstanceModification(operation)
                        .cancelAllForActivity("subProcess_countDown")
                        .startBeforeActivity("serviceTask_setBoardingTime")
                        .execute();
            }
        });
    }

    private void job(String step) {
        jobs(course -> false).stream()
                .filter(job -> job.step().equals(step))
                .forEach(job -> bean(ManagementService.class).executeJob(job.id()));
    }

    @Override
    public void passes(Instant now) {
        bean(TestClock.class).setHere(now);
    }

    private record Waiting(String id, String step, boolean timer, Instant due) {}

    private interface Until {
        boolean isDue(Instant moment);
    }

    /** The steps that wait, and the timers that are due, the earliest first. */
    private List<Waiting> jobs(Until timers) {
        return bean(JdbcClient.class)
                .sql("select ID_, JOB_DEF_ID_, TYPE_, DUEDATE_ from ACT_RU_JOB where PROCESS_INSTANCE_ID_ in (:running)"
                        + " and RETRIES_ > 0 order by DUEDATE_, SEQUENCE_COUNTER_")
                .param("running", running())
                .query((row, number) -> {
                    Timestamp due = row.getTimestamp("DUEDATE_");
                    return new Waiting(
                            row.getString("ID_"),
                            step(row.getString("JOB_DEF_ID_")),
                            row.getString("TYPE_").equals("timer"),
                            due == null ? Instant.EPOCH : due.toInstant());
                })
                .list()
                .stream()
                .filter(job -> !job.timer() || timers.isDue(job.due()))
                .toList();
    }

    private List<String> running() {
        List<String> running = new ArrayList<>(reviews);
        running.add(operation);
        running.add(whole);
        return running;
    }

    private String step(String definition) {
        return STEPS.computeIfAbsent(
                definition,
                id -> bean(ManagementService.class)
                        .createJobDefinitionQuery()
                        .jobDefinitionId(id)
                        .singleResult()
                        .getActivityId());
    }

    /** The departure waits where the course waits with it; no timer fires while the flight is suspended. */
    @Override
    public void works(Course course, boolean crash) {
        boolean departs = course.place() != Course.Place.DEPARTING;
        Set<String> fired = new HashSet<>();
        List<Waiting> ready = ready(course, departs, fired);
        while (!ready.isEmpty()) {
            Waiting next = ready.get(0);
            if (crash) {
                lost(() -> execute(next, course.now()));
            }
            execute(next, course.now());
            fired.add(next.id());
            ready = ready(course, departs, fired);
        }
    }

    /** Timers read the engine's clock, of which there is one for all that are walked at the same time. */
    private void execute(Waiting job, Instant now) {
        if (!job.timer()) {
            bean(ManagementService.class).executeJob(job.id());
            return;
        }
        synchronized (WalkedFlight.class) {
            ClockUtil.setCurrentTime(Date.from(now));
            bean(ManagementService.class).executeJob(job.id());
        }
    }

    private List<Waiting> ready(Course course, boolean departs, Set<String> fired) {
        return jobs(due -> !due.isAfter(course.now())).stream()
                .filter(job -> departs || !job.step().equals(DEPARTURE))
                .filter(job -> !fired.contains(job.id()))
                .toList();
    }

    @Override
    public void losesByCrash(Move move) {
        try {
            lost(() -> act(move));
        } catch (RuntimeException refused) {
            requireRefusal(move, refused);
        }
    }

    /** As if the process had been killed where everything is written and nothing committed. */
    private void lost(Runnable act) {
        try {
            bean(TransactionTemplate.class).executeWithoutResult(status -> {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        throw new Crash();
                    }
                });
                act.run();
            });
        } catch (Crash crashed) {
            return;
        }
        throw new AssertionError("was not lost");
    }

    @Override
    public void plays(Move move, boolean accepted) {
        boolean done;
        try {
            if (move instanceof Move.Act) {
                // A transaction of its own: who tried what was not theirs is written down once it is undone.
                act(move);
            } else {
                bean(TransactionTemplate.class).executeWithoutResult(status -> act(move));
            }
            done = true;
        } catch (RuntimeException refused) {
            RuntimeException why = requireRefusal(move, refused);
            if (accepted) {
                throw new AssertionError(
                        "accepted by the rules, and refused by the application: " + why.getMessage(), why);
            }
            done = false;
        }
        if (done && !accepted) {
            throw new AssertionError("refused by the rules, and accepted by the application: " + move);
        }
        last = done && tried != null ? tried : last;
        tried = null;
        if (done && move instanceof Move.Act act && act.act().equals("record-restraint")) {
            reviews = instances("restraint");
        }
    }

    /** Whoever is refused is told so in a sentence of ours; a task that is done already is gone. */
    private static RuntimeException requireRefusal(Move move, RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean gone = move instanceof Move.Again && cause instanceof NullValueException;
            if (cause instanceof Refusal || cause instanceof AuthorizationException || gone) {
                return (RuntimeException) cause;
            }
        }
        throw new AssertionError("stumbles at " + move, thrown);
    }

    private void act(Move move) {
        if (move instanceof Move.Again) {
            repeat();
            return;
        }
        // What the form shows is read as nobody: whether this person may read it, is not what is walked for.
        String answered = move instanceof Move.Answer answer ? task(answer.task(), answer.group()) : "";
        Map<String, Object> typed = move instanceof Move.Answer answer ? typed(answer, answered) : Map.of();
        as(move.user(), () -> {
            if (move instanceof Move.Act act) {
                SubmitFlightAct acts = bean(SubmitFlightAct.class);
                acts.perform(reference, acts.named(act.act()), act.fields());
            } else if (move instanceof Move.Complete complete) {
                submit(
                        complete.user(),
                        complete.number() > 0 ? review(complete.number()) : task(complete.task(), complete.group()),
                        complete.fields(),
                        true);
            } else if (move instanceof Move.Answer answer) {
                submit(answer.user(), answered, typed, claims);
            }
        });
    }

    /** Whoever has done the last task sends its form once more. */
    private void repeat() {
        Done done = last;
        if (done == null) {
            throw new NullValueException("nothing was done yet");
        }
        as(done.user(), () -> bean(FormService.class).submitTaskForm(done.task(), new HashMap<>(done.fields())));
    }

    private void submit(String user, String task, Map<String, Object> fields, boolean claim) {
        if (claim) {
            bean(TaskService.class).claim(task, user);
        } else {
            bean(JdbcClient.class)
                    .sql("update ACT_RU_TASK set ASSIGNEE_ = ? where ID_ = ?")
                    .params(user, task)
                    .update();
        }
        bean(FormService.class).submitTaskForm(task, new HashMap<>(fields));
        tried = new Done(user, task, fields);
    }

    private void as(String user, Runnable act) {
        IdentityService identity = bean(IdentityService.class);
        List<String> member = GROUPS.computeIfAbsent(
                user,
                id -> identity.createGroupQuery().groupMember(id).list().stream()
                        .map(group -> group.getId())
                        .toList());
        identity.setAuthentication(user, member);
        try {
            act.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private String task(String task, String group) {
        return bean(JdbcClient.class)
                .sql("select t.ID_ from ACT_RU_TASK t join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_"
                        + " where t.PROC_INST_ID_ in (?, ?) and t.TASK_DEF_KEY_ = ? and l.GROUP_ID_ = ?")
                .params(operation, whole, task, group)
                .query(String.class)
                .list()
                .get(0);
    }

    private String review(int restraint) {
        return bean(JdbcClient.class)
                .sql("select t.ID_ from ACT_RU_TASK t join ACT_RU_VARIABLE v on v.PROC_INST_ID_ = t.PROC_INST_ID_"
                        + " where t.PROC_INST_ID_ in (:running) and v.NAME_ = 'restraint' and v.LONG_ = :number")
                .param("running", running())
                .param("number", restraint)
                .query(String.class)
                .single();
    }

    /** As the form of the task asks for it: a verdict in the place of each gate, and the evidence. */
    private Map<String, Object> typed(Move.Answer answer, String task) {
        Map<String, Object> form = bean(FormService.class).getTaskFormVariables(task);
        Map<String, Object> fields = new HashMap<>();
        for (int place = 1; place <= GateFields.PLACES; place++) {
            String number = (String) form.get("gate" + place);
            if (number.isEmpty()) {
                continue;
            }
            Gate gate = Gate.numbered(number);
            GateAnswer.Verdict verdict = answer.said().get(gate);
            if (verdict != null) {
                fields.put("answer" + place, verdict.name());
                if (verdict == GateAnswer.Verdict.STOP) {
                    fields.put("reason" + place, "something");
                }
            } else if (answer.left().contains(gate)) {
                fields.put("answer" + place, "COLLEAGUE");
            }
        }
        evidence(answer, form, fields);
        if (answer.off() > 0) {
            fields.putAll(Map.of("takenOff", answer.off(), "cause", "OTHER", "why", "nobody answers"));
        }
        return fields;
    }

    private void evidence(Move.Answer answer, Map<String, Object> form, Map<String, Object> fields) {
        Party party = answer.group().equals("rightsOfficer")
                ? Party.FRONTEX
                : new Party(answer.group().substring(0, 2));
        Evidence list = Evidence.list(
                party.isFrontex() ? answer.ofAll() : 10,
                today(),
                1,
                TestEvidence.fingerprint(party),
                TestEvidence.AUTHORITY);
        if (isAsked(form, "asksDecisions")) {
            fields.put("decisions", list.count());
        }
        if (isAsked(form, "asksList")) {
            fields.put("listDay", String.valueOf(list.day()));
            fields.put("listVersion", list.version());
            fields.put("issuingAuthority", list.body());
        }
        if (isAsked(form, "asksHash")) {
            fields.put("listHash", list.sha256());
        }
        if (isAsked(form, "asksService")) {
            fields.put("servedOn", answer.served().toString());
            fields.put("complaintForms", list.count());
        }
        if (isAsked(form, "asksPlaces")) {
            fields.put("waitingPlaces", list.count());
        }
        if (isAsked(form, "asksNeeds")) {
            fields.put("needs", TestEvidence.NEEDS_OF_STATE);
        }
        if (isAsked(form, "asksCrew")) {
            fields.put("languages", TestEvidence.LANGUAGES);
            fields.put("dutyHours", TestEvidence.DUTY_HOURS);
            fields.put("needsKnown", answer.ofAll());
        }
        if (isAsked(form, "asksBody")) {
            fields.put("monitoringBody", TestEvidence.BODY);
        }
    }

    private LocalDate today() {
        return bean(TestClock.class)
                .instant()
                .atZone(bean(Flights.class).get(reference).departure().getZone())
                .toLocalDate();
    }

    private static boolean isAsked(Map<String, Object> form, String what) {
        return "yes".equals(form.get(what));
    }

    @Override
    public void mayRestart(Course course) {
        restarted.get().ifPresent(started -> {
            application = started;
            beans.clear();
            passes(course.now());
        });
    }

    /** In one transaction, in which what does not change is read once. */
    @Override
    public void agrees(Course course) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> agreesNow(course));
    }

    private void agreesNow(Course course) {
        List<String> open = tasks(course);
        agree("open tasks", openTasks(), open);
        if (course.place() != Course.Place.OVER) {
            agree("open tasks on the flight's page", keptTasks(), open);
        }
        Flight flight = bean(Flights.class).get(reference);
        agree("stage", flight.stage(), course.flight().stage());
        agree("suspended", flight.isSuspended(), course.flight().isSuspended());
        agree("departure", flight.departure(), course.flight().departure());
        agree("parts", bean(Participations.class).of(reference), course.parts());
        agree("cancelled", bean(Cancellations.class).of(reference).isPresent(), course.isCancelled());
        OperationRuns.Run run = bean(OperationRuns.class).latest(reference).orElseThrow();
        agree("outcome", String.valueOf(run.outcome()), String.valueOf(course.outcome()));
        if (course.outcome() != Course.Outcome.RECALLED) {
            agreesOnTheRecord(course);
        }
    }

    private void agreesOnTheRecord(Course course) {
        Safeguards stored = StoredSafeguards.of(reference, application);
        Safeguards rules = course.safeguards();
        agree("answers", stored.answers(), rules.answers());
        agree("passages", stored.journey().passages(), rules.journey().passages());
        for (Party party : course.parties()) {
            agree(party + " may board", stored.mayBoard(party), rules.mayBoard(party));
            agree(party + " may be handed over", stored.mayHandOver(party), rules.mayHandOver(party));
        }
        agree("may leave", stored.mayDepart(course.stop()), rules.mayDepart(course.stop()));
        agree("asked", stored.askedBeforeLeaving(course.stop()), rules.askedBeforeLeaving(course.stop()));
        HeadCounts counts = bean(HeadCounts.class);
        agree("aboard", counts.boardings(reference), course.boardings());
        agree("taken off", counts.takenOff(reference), course.takenOff());
        agree("handed over", counts.handOvers(reference), course.handOvers());
        agree("come back", counts.returned(reference), course.returned());
        agree("restraints", bean(Restraints.class).of(reference), course.restraints());
        agree("stops", bean(StopOrders.class).of(reference), course.orders());
        agree("diversions", where(bean(LegTimes.class).diversions(reference)), where(course.diversions()));
    }

    private static List<String> where(List<Diversion> diversions) {
        return diversions.stream()
                .map(diversion -> diversion.stop() + " " + diversion.airport() + " " + diversion.at())
                .toList();
    }

    /** What is stored against what the rules say; of lists only what differs. */
    private static void agree(String what, Object stored, Object rules) {
        if (stored.equals(rules)) {
            return;
        }
        if (stored instanceof List<?> there && rules instanceof List<?> expected) {
            List<Object> more = new ArrayList<>(there);
            more.removeAll(expected);
            List<Object> less = new ArrayList<>(expected);
            less.removeAll(there);
            throw new AssertionError("%s: only stored %s, only by the rules %s, or in another order (%d, %d)"
                    .formatted(what, more, less, there.size(), expected.size()));
        }
        throw new AssertionError("%s: stored is %s, by the rules it is %s".formatted(what, stored, rules));
    }

    private List<String> openTasks() {
        return bean(JdbcClient.class)
                .sql("select t.TASK_DEF_KEY_ || ' ' || string_agg(l.GROUP_ID_, ' ' order by l.GROUP_ID_)"
                        + " from ACT_RU_TASK t join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_"
                        + " where t.PROC_INST_ID_ in (:running) and l.TYPE_ = 'candidate'"
                        + " group by t.ID_, t.TASK_DEF_KEY_ order by 1")
                .param("running", running())
                .query(String.class)
                .list();
    }

    private List<String> keptTasks() {
        return bean(OpenTasks.class).of(List.of(reference)).getOrDefault(reference, List.of()).stream()
                .map(task -> task.task() + " " + String.join(" ", task.groups()))
                .sorted()
                .toList();
    }

    private static List<String> tasks(Course course) {
        return course.tasks().stream()
                .map(open -> open.task() + " " + open.group())
                .sorted()
                .toList();
    }

    /** The flight's page, and that there is a way on. */
    @Override
    public void ends(Course course) {
        as("manager1", () -> agreesOnThePage(course));
        boolean running = bean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceId(operation)
                        .count()
                > 0;
        agree("running", running, course.place() != Course.Place.OVER);
        if (running) {
            assertThat(openTasks().size() + jobs(due -> true).size())
                    .as("a way on")
                    .isPositive();
        }
    }

    private void agreesOnThePage(Course course) {
        FlightFile file = bean(ReadFlightFile.class).file(reference);
        FlightFile.Standing page = file.standing();
        if (course.place() != Course.Place.OVER) {
            agree("gates stopped on the page", page.stops(), course.safeguards().openStops());
        }
        agree(
                "stops open",
                page.orders().stream().map(StopOrder::number).toList(),
                course.orders().stream()
                        .filter(StopOrder::isOpen)
                        .map(StopOrder::number)
                        .toList());
        agree("suspended", file.head().suspension() != null, course.flight().isSuspended());
        assertThat(file.head().failed()).as("a step has failed").isFalse();
        assertThat(file.head().waits().stream()
                        .filter(wait -> wait.task() != null)
                        .count())
                .as("what it waits for")
                .isGreaterThanOrEqualTo(course.tasks().size());
    }
}
