package org.jointflights.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.planning.PlanRoute;
import org.jointflights.application.planning.Proposal;
import org.jointflights.application.planning.ProposeFlight;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A colleague takes a claimed task over, nobody else does, and the trail says so; comments stay with the flight. */
@ProcessTest
class TakeOverTest {

    @Autowired
    TasklistUsers users;

    @Autowired
    MockMvc web;

    @Autowired
    TaskService tasks;

    @Autowired
    AuthorizationService rights;

    @Autowired
    TrailEntries trail;

    @Autowired
    Participations participations;

    @Autowired
    ProposeFlight planning;

    @Autowired
    PlanRoute routes;

    @Autowired
    RuntimeService engine;

    private OperationReference flight;

    @BeforeEach
    void propose() {
        users.open();
        Route route = routes.plan("CDG", "LOS");
        flight = planning.propose(new Proposal(
                        new Party("FR"),
                        FlightType.JRO,
                        "Nigeria",
                        route,
                        TestClock.START.atZone(routes.start(route).zone()).plusDays(80),
                        200,
                        Set.of(new Party("GB")),
                        "Agreement of 2026 (invented)",
                        null))
                .reference();
        engine.startProcessInstanceByKey("jointFlight", flight.value());
        users.runJobs(flight);
    }

    @Test
    void a_colleague_takes_over_and_the_trail_says_so() throws Exception {
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        users.as("colleague", "GBcoordinator").does(() -> tasks.claim(task.getId(), "colleague"));

        takeOver("gbcoordinator", task).andExpect(status().is3xxRedirection());

        assertThat(assignee(task)).isEqualTo("gbcoordinator");
        assertThat(trail.of(flight))
                .anySatisfy(entry -> assertThat(entry.what().code()).isEqualTo("trail.takenOver"));
    }

    @Test
    void nobody_of_another_group_takes_over() throws Exception {
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        users.as("colleague", "GBcoordinator").does(() -> tasks.claim(task.getId(), "colleague"));

        takeOver("frcoordinator", task).andExpect(status().isForbidden());

        assertThat(assignee(task)).isEqualTo("colleague");
    }

    @Test
    void a_task_of_another_flight_or_a_closed_one_is_a_conflict() throws Exception {
        web.perform(post("/flights/{flight}/tasks/{task}/take-over", flight, "unknown")
                        .with(user("gbcoordinator"))
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void a_claimed_task_is_not_completed_by_a_colleague_before_it_is_taken_over() {
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        users.as("colleague", "GBcoordinator").does(() -> tasks.claim(task.getId(), "colleague"));

        assertThatThrownBy(() -> users.as("gbcoordinator").submits(task, Map.of("takesPart", "no", "reason", "None")))
                .hasStackTraceContaining("colleague has claimed this task");
    }

    @Test
    void nobody_of_another_group_claims_a_task_not_even_with_a_right_that_was_granted_by_mistake() {
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        grantByMistake("frcoordinator", task);

        assertThatThrownBy(() -> users.as("frcoordinator").does(() -> tasks.claim(task.getId(), "frcoordinator")))
                .hasStackTraceContaining("This task is for GBcoordinator. Your account does not belong to that group.");
        assertThat(assignee(task)).isNull();
    }

    @Test
    void whoever_has_left_the_group_since_claiming_the_task_does_not_complete_it() {
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        users.as("leaver", "GBcoordinator").does(() -> tasks.claim(task.getId(), "leaver"));
        grantByMistake("leaver", task);

        assertThatThrownBy(() -> users.as("leaver", "FRcoordinator")
                        .submits(task, Map.of("takesPart", "no", "reason", "No seats needed")))
                .hasStackTraceContaining("This task is for GBcoordinator. Your account does not belong to that group.");
        assertThat(participations.get(flight, new Party("GB")).status()).isEqualTo(Participation.Status.INVITED);
        assertThat(assignee(task)).as("a colleague can still take it over").isEqualTo("leaver");
    }

    @Test
    void comments_are_kept_with_the_trail_when_the_task_is_done() {
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        users.as("gbcoordinator").does(() -> tasks.createComment(task.getId(), null, "Two more may follow."));

        users.as("gbcoordinator")
                .completes(
                        "userTask_answerOffer",
                        flight,
                        Map.of("takesPart", "no", "reason", "No seats needed", "answerFinal", "no"));

        assertThat(trail.of(flight)).anySatisfy(entry -> {
            assertThat(entry.what().code()).isEqualTo("trail.comment");
            assertThat(entry.actor()).isEqualTo("gbcoordinator");
            assertThat(entry.what().arguments()).contains("Two more may follow.");
        });
    }

    /** What an administrator of the engine could do: the task's own right, without the group. */
    private void grantByMistake(String person, Task task) {
        Authorization right = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(person);
        right.setResource(Resources.TASK);
        right.setResourceId(task.getId());
        right.addPermission(Permissions.ALL);
        rights.saveAuthorization(right);
    }

    private String assignee(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private org.springframework.test.web.servlet.ResultActions takeOver(String person, Task task) throws Exception {
        return web.perform(post("/flights/{flight}/tasks/{task}/take-over", flight, task.getId())
                .with(user(person))
                .with(csrf()));
    }
}
