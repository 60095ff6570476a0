package org.jointflights.process.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/** The same task completed twice: at the same moment in two windows, or by a colleague who came too late. */
@ProcessTest
class TwoAtOnceTest {

    private static final String WON = "";

    @Autowired
    TasklistUsers users;

    @Autowired
    TaskService tasks;

    @Autowired
    Participations participations;

    @Autowired
    WorkLog work;

    @Autowired
    TrailEntries trail;

    @Autowired
    RefusalAnswers answers;

    @Autowired
    NoteAttempts attempts;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void of_two_who_complete_a_task_at_the_same_moment_one_wins_and_the_other_is_told_who_and_when() throws Exception {
        OperationReference flight = proposed();
        for (String state : List.of("FR", "GB", "ES", "SE", "BE", "FI")) {
            String user = state.toLowerCase(Locale.ROOT) + "coordinator";
            Task task = users.as(user).open("userTask_answerOffer", flight);
            users.as(user).does(() -> tasks.claim(task.getId(), user));

            List<String> outcomes = atOnce(() -> users.as(user).submits(task, seats()), user, task);

            assertThat(outcomes).as(state).containsOnlyOnce(WON);
            assertThat(outcomes)
                    .as(state)
                    .filteredOn(outcome -> !outcome.equals(WON))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .matches("409 .+ completed this task at 1 Mar 2027, 09:00 UTC\\.");
            assertThat(participations.get(flight, new Party(state)).seats()).isEqualTo(new Seats(3, 6, 0, 0, 0, 0));
            assertThat(work.of(flight))
                    .filteredOn(done -> done.actor().equals(user))
                    .hasSize(1);
        }
        assertThat(trail.of(flight))
                .filteredOn(entry -> entry.what().code().equals("trail.declared"))
                .hasSize(6);
    }

    @Test
    void a_colleague_who_comes_too_late_is_told_who_and_when() {
        OperationReference flight = proposed();
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        users.as("gbcoordinator").completes(task, seats());

        Throwable late =
                catchThrowable(() -> users.as("colleague", "GBcoordinator").completes(task, seats()));

        assertThat(told(late, "gbcoordinator", task)).matches("409 .+ completed this task at 1 Mar 2027, 09:00 UTC\\.");
        assertThat(work.of(flight)).hasSize(1);
    }

    @Test
    void whoever_loses_the_rights_to_a_task_because_a_colleague_was_faster_is_told_so_and_accused_of_nothing() {
        OperationReference flight = proposed();
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        users.as("gbcoordinator").completes(task, seats());
        AuthorizationException noRight = new AuthorizationException("gbcoordinator", "UPDATE", "Task", task.getId());

        assertThat(told(noRight, "gbcoordinator", task))
                .matches("409 .+ completed this task at 1 Mar 2027, 09:00 UTC\\.");
        assertThat(told(noRight, "frcoordinator", task)).startsWith("403 ").doesNotContain("completed");

        noted(noRight, "gbcoordinator", task);
        assertThat(attempts(flight)).isEmpty();
        noted(noRight, "frcoordinator", task);
        assertThat(attempts(flight)).containsExactly("frcoordinator");
    }

    @Test
    void whoever_stumbles_over_what_an_end_of_the_task_has_taken_away_is_told_that_it_is_over() {
        OperationReference flight = proposed();
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        NullPointerException stumble = new NullPointerException("what the end took away");
        assertThat(told(stumble, "gbcoordinator", task)).as("it is open").startsWith("500 ");

        users.fireTimer("boundaryEvent_deadline", flight);

        assertThat(told(stumble, "gbcoordinator", task))
                .isEqualTo("409 Somebody else changed this at the same moment. Nothing of yours was stored; open it"
                        + " again.");
    }

    @Test
    void whose_task_it_never_was_is_not_told_who_did_it() {
        OperationReference flight = proposed();
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        users.as("gbcoordinator").completes(task, seats());

        Throwable late = catchThrowable(() -> users.as("frcoordinator").completes(task, seats()));

        assertThat(told(late, "frcoordinator", task)).startsWith("404 ").doesNotContain("completed");
    }

    private void noted(Throwable refused, String user, Task task) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path(task));
        request.setUserPrincipal(() -> user);
        users.as(user).does(() -> attempts.note(request, "", refused));
    }

    private List<String> attempts(OperationReference flight) {
        return trail.of(flight).stream()
                .filter(entry -> entry.event() == TrailEvent.ATTEMPT_REFUSED)
                .map(TrailEntry::actor)
                .toList();
    }

    private static String path(Task task) {
        return "/engine/default/task/" + task.getId() + "/submit-form";
    }

    private List<String> atOnce(Runnable act, String user, Task task) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(two.submit(() -> {
                    start.await();
                    return told(catchThrowable(act::run), user, task);
                }));
            }
            start.countDown();
            return List.of(running.get(0).get(), running.get(1).get());
        } finally {
            two.shutdown();
        }
    }

    private String told(@Nullable Throwable thrown, String user, Task task) {
        if (thrown == null) {
            return WON;
        }
        List<String> told = new ArrayList<>();
        users.as(user).does(() -> {
            RefusalAnswers.Answer answer = answers.to(thrown, path(task), Locale.ENGLISH);
            told.add(answer.status() + " " + answer.message());
        });
        return told.get(0);
    }

    private OperationReference proposed() {
        return users.as("frcoordinator").proposes(Map.of("embarkations", "CDG", "invited", "GB, ES, SE, BE, FI"));
    }

    private static Map<String, Object> seats() {
        return Map.of("takesPart", "yes", "returnees", 3L, "escorts", 6L, "embarkation", "CDG", "answerFinal", "yes");
    }
}
