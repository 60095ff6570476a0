package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.operation.StopOrders;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.example.ExampleUsers;
import org.jointflights.security.HttpUser;
import org.jointflights.security.OverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two acts that cannot both be the first, begun at the same moment over HTTP, round after round: one wins, or both in an
 * order that the rules allow; whoever does not is told so in a sentence; and the flight goes on. As many rounds as the
 * property {@code faults.rounds} says.
 */
@OverHttp
abstract class CompetingActs {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 3);
    private static final int REPLIES = 50;
    private static final List<String> ALL_BUT_FRANCE =
            List.of("AT", "BE", "BG", "DE", "DK", "ES", "FI", "GB", "GR", "IT", "LT", "NO", "SE", "SI");
    private static final Map<String, Object> TAKES_PART =
            Map.of("takesPart", "yes", "returnees", 3, "escorts", 6, "embarkation", "CDG", "answerFinal", "yes");

    private static final Map<String, Object> STOP_OF_ALL =
            Map.of("stopped", "ALL", "cause", "COURT", "reason", "a court order");

    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    TasklistUsers tasklist;

    @Autowired
    ExampleUsers users;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Flights flights;

    @Autowired
    Participations participations;

    @Autowired
    Splits splits;

    @Autowired
    SignedVersions versions;

    @Autowired
    VerifySignatures signatures;

    @Autowired
    Contracts contracts;

    @Autowired
    StopOrders stops;

    @Autowired
    TrailEntries trail;

    @Autowired
    JdbcClient database;

    private final Handicap handicap = new Handicap();
    private FlightsUnderWay underWay;
    private final Map<String, HttpUser> browsers = new HashMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /** What other tests have left in the same application. */
    private long incidentsBefore;

    private long standingBefore;

    @BeforeEach
    void open() {
        tasklist.open();
        underWay = beans.createBean(FlightsUnderWay.class);
        incidentsBefore = incidents();
        standingBefore = standing();
    }

    @AfterEach
    void outcomes(TestInfo test) {
        LoggerFactory.getLogger(getClass()).info("{} rounds: {} {}", ROUNDS, test.getDisplayName(), outcomes);
    }

    @Test
    void of_two_colleagues_who_sign_the_same_paper_one_does_and_one_person_does_not_sign_it_for_two() throws Exception {
        int round = 0;
        while (round < ROUNDS) {
            OperationReference flight = underWay.toSign(List.of("GB", "SE", "BE"));
            Deque<String> turns = new ArrayDeque<>(List.of("FR", "GB", "SE", "BE"));
            users.completeAll("userTask_signDecisionForFrontex", flight, form -> Map.of("answer", "SIGN"));
            users.completeAll("userTask_signDecisionForState", flight, form -> Map.of("answer", "SIGN"));
            while (round < ROUNDS && !turns.isEmpty()) {
                String state = turns.pop();
                round++;
                twoColleagues(flight, state);
                onePersonInTwoPlaces(flight, state);
            }
            assertThat(signatures.run().faults()).isEmpty();
        }
    }

    /** Both claim it and sign. */
    private void twoColleagues(OperationReference flight, String state) throws Exception {
        Task paper = open("userTask_confirmLegalBasis", flight, state + "legal").get(0);
        String user = state.toLowerCase(Locale.ROOT) + "legal";

        List<Told> told = Race.between(signing(user + "1", paper), signing(user + "2", paper));

        assertThat(told).filteredOn(one -> one.isClear().done()).hasSize(1);
        note("colleague " + (told.get(0).done() ? 1 : 2));
        assertThat(signed(flight, "LEGAL", state)).hasSize(1);
        assertSound(flight);
    }

    /** Finance signs twice, by two people; one of them has both papers open. */
    private void onePersonInTwoPlaces(OperationReference flight, String state) throws Exception {
        String user = state.toLowerCase(Locale.ROOT) + "finance";
        List<Task> papers = open("userTask_signPlan", flight, state + "finance");
        if (papers.size() < 2) {
            return;
        }

        List<Told> told = Race.between(signing(user + "2", papers.get(0)), signing(user + "2", papers.get(1)));

        assertThat(told).filteredOn(one -> one.isClear().done()).hasSize(1);
        note("one of two papers");
        assertThat(signed(flight, "FINANCE", state)).containsExactly(user + "2");
        assertSound(flight);
    }

    private Callable<Told> signing(String user, Task paper) {
        HttpUser browser = browser(user);
        return () -> {
            Told claimed = claim(browser, user, paper);
            return claimed.done() ? submit(browser, paper, Map.of("answer", "SIGN")) : claimed;
        };
    }

    private List<String> signed(OperationReference flight, String role, String state) {
        return versions.signatures(flight).stream()
                .filter(one -> one.counts() && one.role().name().startsWith(role))
                .filter(one -> new Party(state).equals(one.party()))
                .map(one -> one.person())
                .toList();
    }

    @Test
    void of_a_deadline_and_an_answer_at_the_same_moment_one_counts() throws Exception {
        int round = 0;
        while (round < ROUNDS) {
            OperationReference flight = underWay.proposed(ALL_BUT_FRANCE);
            for (String state : ALL_BUT_FRANCE) {
                if (round == ROUNDS) {
                    break;
                }
                round++;
                String user = state.toLowerCase(Locale.ROOT) + "coordinator";
                HttpUser browser = browser(user);
                Task offer = open("userTask_answerOffer", flight, state + "coordinator")
                        .get(0);
                assertThat(claim(browser, user, offer).done()).isTrue();
                Job deadline = tasklist.timers("boundaryEvent_deadline", flight).stream()
                        .filter(timer -> timer.getProcessInstanceId().equals(offer.getProcessInstanceId()))
                        .findFirst()
                        .orElseThrow();

                List<Told> told = Race.between(
                        handicap.first(step(deadline)), handicap.second(() -> submit(browser, offer, TAKES_PART)));

                boolean answered = told.get(1).isClear().done();
                assertThat(told.get(0).done()).as("either, and not both").isNotEqualTo(answered);
                handicap.won(!answered);
                note(answered ? "person" : "timer");
                users.runJobs(flight);
                Participation part = participations.get(flight, new Party(state));
                assertThat(part.takesPart()).isEqualTo(answered);
                assertThat(open("userTask_answerOffer", flight, state + "coordinator"))
                        .isEmpty();
                assertSound(flight);
            }
        }
    }

    @Test
    void whoever_withdraws_while_the_costs_are_split_is_in_no_share_in_the_end() throws Exception {
        int round = 0;
        while (round < ROUNDS) {
            OperationReference flight = underWay.beforeSplit(ALL_BUT_FRANCE);
            List<String> leaving = ALL_BUT_FRANCE.subList(0, ALL_BUT_FRANCE.size() - 1);
            for (String state : leaving) {
                if (round == ROUNDS) {
                    break;
                }
                round++;
                Job split = runUntil("serviceTask_splitCosts", flight);
                String user = state.toLowerCase(Locale.ROOT) + "coordinator";

                List<Told> told = Race.between(
                        handicap.first(step(split)),
                        handicap.second(act(
                                user,
                                flight,
                                "withdraw",
                                Map.of("party", state, "cause", "LEGAL", "reason", "court order"))));

                assertThat(told.get(1).isClear().done())
                        .as(told.get(1).sentence())
                        .isTrue();
                // Both may come to their end; each begins a little before the other in turn.
                handicap.won(round % 2 == 0);
                note(told.get(0).done() ? "split as well" : "split again");
                runUntil("serviceTask_splitCosts", flight);
                assertSound(flight);
            }
            users.runJobs(flight);
            long left = participations.of(flight).stream()
                    .filter(Participation::takesPart)
                    .count();
            assertThat(splits.current(flight).orElseThrow().totals().values())
                    .filteredOn(share -> !share.isZero())
                    .hasSize((int) left);
            assertThat(tasklist.open("userTask_acceptShare", flight)).hasSize((int) left);
        }
    }

    /** Runs steps until that one is next. */
    private Job runUntil(String activity, OperationReference flight) {
        for (int i = 0; i < 20; i++) {
            List<Job> ready = tasklist.jobs(flight);
            List<Job> before = ready.stream()
                    .filter(job -> !activity.equals(activity(job)))
                    .toList();
            if (before.isEmpty()) {
                return ready.get(0);
            }
            before.forEach(tasklist::run);
        }
        throw new AssertionError(activity + " is not reached");
    }

    private String activity(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    @Test
    void a_flight_cancelled_while_its_carrier_is_contracted_has_no_contract_that_stands() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            OperationReference flight = underWay.toContract(List.of("GB"));
            Task contract =
                    open("userTask_contractCarrier", flight, "FRcoordinator").get(0);
            HttpUser browser = browser("frcoordinator");
            assertThat(claim(browser, "frcoordinator", contract).done()).isTrue();
            Map<String, Object> cancel = Map.of("causedBy", "NOBODY", "reason", "no landing permit");

            List<Told> told = Race.between(
                    handicap.first(act("manager1", flight, "cancel", cancel)),
                    handicap.second(() -> submit(browser, contract, Map.of("price", "300,000.00", "signed", "yes"))));

            boolean cancelled = told.get(0).isClear().done();
            boolean contracted = told.get(1).isClear().done();
            assertThat(cancelled || contracted).isTrue();
            handicap.won(!contracted);
            note((contracted ? "contract" : "") + (cancelled ? " cancellation" : ""));
            users.runJobs(flight);
            assertThat(contracts.of(flight)).hasSize(contracted ? 1 : 0);
            if (!cancelled) {
                assertThat(contracts.standing(flight)).isPresent();
                assertThat(act("manager1", flight, "cancel", cancel).call().done())
                        .isTrue();
                users.runJobs(flight);
            }
            assertThat(contracts.standing(flight)).isEmpty();
            assertThat(users.open(flight)).containsOnly("userTask_enterActualCost");
            assertSound(flight);
        }
    }

    @Test
    void fifty_states_that_reply_at_once_are_all_heard() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<OperationReference> four = List.of(
                    underWay.proposed(ALL_BUT_FRANCE),
                    underWay.proposed(ALL_BUT_FRANCE),
                    underWay.proposed(ALL_BUT_FRANCE),
                    underWay.proposed(ALL_BUT_FRANCE));
            List<Callable<Told>> replies = new ArrayList<>();
            for (OperationReference flight : four) {
                for (String state : ALL_BUT_FRANCE) {
                    if (replies.size() < REPLIES) {
                        String user = state.toLowerCase(Locale.ROOT) + "coordinator";
                        HttpUser browser = browser(user);
                        Task offer = open("userTask_answerOffer", flight, state + "coordinator")
                                .get(0);
                        assertThat(claim(browser, user, offer).done()).isTrue();
                        replies.add(() -> submit(browser, offer, TAKES_PART));
                    }
                }
            }

            List<Told> told = Race.between(replies);

            told.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.isClear().status() + " " + one.sentence(), Collectors.counting()))
                    .forEach((what, times) -> note(what, times.intValue()));
            assertThat(told).allMatch(Told::done);
            four.forEach(users::runJobs);
            assertThat(four.stream()
                            .flatMap(flight -> participations.of(flight).stream())
                            .filter(Participation::takesPart))
                    .hasSize(REPLIES);
            four.forEach(this::assertSound);
        }
    }

    /** By turns the rights officer suspends the flight, and a doctor orders a stop of everybody. */
    @Test
    void an_aircraft_that_is_stopped_as_it_leaves_stays_or_is_stopped_in_flight() throws Exception {
        OperationReference flight = underWay.boarding(List.of("GB"));
        for (int round = 0; round < ROUNDS; round++) {
            if (flights.get(flight).stage() != Stage.OPERATION
                    || !stops.of(flight).isEmpty()) {
                flight = underWay.boarding(List.of("GB"));
            }
            underWay.board(flight);
            OperationReference leaving = flight;
            Task clearance =
                    open("userTask_clearDeparture", flight, "FRescortleader").get(0);
            HttpUser browser = browser("frescortleader");
            assertThat(claim(browser, "frescortleader", clearance).done()).isTrue();
            boolean suspends = round % 2 == 0;
            Callable<Told> stop = suspends
                    ? act("rightsofficer1", flight, "suspend", Map.of("reason", "a court order"))
                    : act("gbdoctor", flight, "stop-people", STOP_OF_ALL);

            List<Told> told = Race.between(handicap.first(stop), handicap.second(() -> {
                Told cleared = submit(browser, clearance, Map.of("decision", "CLEAR"));
                return cleared.done() ? leaves(leaving) : cleared;
            }));

            boolean stopped = told.get(0).isClear().done();
            told.get(1).isClear();
            users.runJobs(flight);
            boolean left = flights.get(flight).stage() == Stage.IN_FLIGHT;
            assertThat(left || stopped).as("one of them at least").isTrue();
            handicap.won(!left);
            note((suspends ? "suspension: " : "order: ") + (left ? "departure" : "stop"));
            if (suspends) {
                assertSuspended(flight, stopped, left);
            } else {
                assertOrdered(flight, stopped, left);
            }
            assertSound(flight);
        }
    }

    private void assertSuspended(OperationReference flight, boolean stopped, boolean left) throws Exception {
        if (!stopped) {
            Callable<Told> again = act("rightsofficer1", flight, "suspend", Map.of("reason", "a court order"));
            assertThat(again.call().isClear().done()).as("in flight").isTrue();
        }
        assertThat(flights.get(flight).isSuspended()).isTrue();
        if (left) {
            assertThat(users.open(flight)).containsExactly("userTask_adviseOnResuming", "userTask_recordLanding");
        } else {
            users.complete(
                    "rightsofficer2",
                    "userTask_adviseOnResuming",
                    flight,
                    Map.of("advice", "RESUME", "adviceReasons", "set aside"));
            users.complete("executive1", "userTask_resumeFlight", flight, Map.of("reason", "set aside"));
            users.runJobs(flight);
        }
    }

    /** What was ordered before it left has kept it on the ground: the trail is written in the order of what was done. */
    private void assertOrdered(OperationReference flight, boolean stopped, boolean left) throws Exception {
        if (!stopped) {
            assertThat(act("gbdoctor", flight, "stop-people", STOP_OF_ALL)
                            .call()
                            .done())
                    .as("in flight")
                    .isTrue();
        }
        assertThat(stops.of(flight)).hasSize(1);
        List<TrailEvent> inOrder = trail.of(flight).stream()
                .map(TrailEntry::event)
                .filter(event -> event == TrailEvent.STOP_ORDERED || event == TrailEvent.DEPARTED)
                .toList();
        assertThat(inOrder)
                .isEqualTo(
                        left
                                ? List.of(TrailEvent.DEPARTED, TrailEvent.STOP_ORDERED)
                                : List.of(TrailEvent.STOP_ORDERED));
    }

    /** As the job executor does it at once. */
    private Told leaves(OperationReference flight) throws Exception {
        for (Job job : tasklist.jobs(flight)) {
            step(job).call();
        }
        return Told.STEP_RUN;
    }

    private Callable<Told> step(Job job) {
        return () -> {
            try {
                tasklist.run(job);
                return Told.STEP_RUN;
            } catch (OptimisticLockingException changedMeanwhile) {
                return Told.STEP_LOST;
            } catch (Conflict changedMeanwhile) {
                // The job executor tries it again too, which is one of its three tries.
                assertThat(changedMeanwhile.code()).isEqualTo("common.flight.changed");
                return Told.STEP_LOST;
            } catch (RuntimeException goneMeanwhile) {
                // A timer goes with the task at which it waited, while the engine reads what it needs for it.
                assertThat(engine.getManagementService()
                                .createJobQuery()
                                .jobId(job.getId())
                                .count())
                        .as(goneMeanwhile.getMessage())
                        .isZero();
                return Told.STEP_LOST;
            }
        };
    }

    private Callable<Told> act(String user, OperationReference flight, String act, Map<String, Object> fields) {
        HttpUser browser = browser(user);
        String token = browser.token();
        return () -> Told.by(browser.sendToOurs(
                "POST", "/api/flights/" + flight + "/" + act, new ObjectMapper().writeValueAsString(fields), token));
    }

    private static Told claim(HttpUser browser, String user, Task task) throws JsonProcessingException {
        return Told.by(
                browser.send("POST", ENGINE + "/task/" + task.getId() + "/claim", "{\"userId\":\"" + user + "\"}"));
    }

    private static Told submit(HttpUser browser, Task task, Map<String, Object> fields) throws JsonProcessingException {
        Map<String, Object> variables = fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())));
        return Told.by(browser.send(
                "POST",
                ENGINE + "/task/" + task.getId() + "/submit-form",
                new ObjectMapper().writeValueAsString(Map.of("variables", variables))));
    }

    private HttpUser browser(String user) {
        return browsers.computeIfAbsent(user, name -> HttpUser.signedIn(port, name));
    }

    private List<Task> open(String task, OperationReference flight, String group) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(task)
                .processVariableValueEquals("reference", flight.value())
                .taskCandidateGroup(group)
                .includeAssignedTasks()
                .list();
    }

    /** No step has given up, nothing is locked or stands twice. */
    private void assertSound(OperationReference flight) {
        assertThat(incidents()).as("incidents").isEqualTo(incidentsBefore);
        assertThat(standing()).as("jobs that stand still").isEqualTo(standingBefore);
        assertThat(count("select count(*) from (select task_id from completed_task group by task_id "
                        + "having count(*) > 1) twice"))
                .as("tasks done twice")
                .isZero();
        assertThat(flights.find(flight)).isPresent();
    }

    private long incidents() {
        return engine.getRuntimeService().createIncidentQuery().count();
    }

    private long standing() {
        return count("select count(*) from act_ru_job where retries_ < 1 or lock_owner_ is not null");
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private void note(String outcome) {
        note(outcome, 1);
    }

    private void note(String outcome, int times) {
        outcomes.merge(outcome.strip(), times, Integer::sum);
    }
}
