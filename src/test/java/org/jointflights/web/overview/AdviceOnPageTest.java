package org.jointflights.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A flight that began under a model that asks nobody for advice on resuming: the officer advises on the flight's page. */
@ProcessTest
class AdviceOnPageTest {

    private static final String ASKED =
            "sourceRef=\"startEvent_flightSuspended\" targetRef=\"userTask_adviseOnResuming\"";
    private static final String NOT_ASKED =
            "sourceRef=\"startEvent_flightSuspended\" targetRef=\"userTask_resumeFlight\"";

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    Flights flights;

    @Autowired
    RepositoryService models;

    private String before = "";

    @BeforeEach
    void the_models_of_before() throws Exception {
        DeploymentBuilder older = models.createDeployment();
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        for (String kind : List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form")) {
            for (Resource file : files.getResources("classpath:" + kind)) {
                String name = Objects.requireNonNull(file.getFilename());
                String content = file.getContentAsString(StandardCharsets.UTF_8);
                if (name.equals("jointFlight.bpmn")) {
                    assertThat(content).contains(ASKED);
                    content = content.replace(ASKED, NOT_ASKED);
                }
                older.addString(name, content);
            }
        }
        before = older.deploy().getId();
        users.open();
    }

    @AfterEach
    void the_models_of_now() {
        models.deleteDeployment(before, true);
    }

    @Test
    void finding_9_the_officer_advises_on_the_page_and_the_task_of_before_waits_for_it() throws Exception {
        OperationReference flight = new SomeFlights(users).proposed();
        decides("rightsofficer1", flight, "suspend", Map.of("reason", "Country report"))
                .andExpect(redirectedUrl("/flights/" + flight));
        assertThat(users.openTasks(flight))
                .contains("userTask_resumeFlight")
                .doesNotContain("userTask_adviseOnResuming");
        page("executive1", "/flights/" + flight).andExpect(content().string(not(containsString("/advise\""))));

        page("rightsofficer2", "/flights/" + flight).andExpect(content().string(containsString("/advise\"")));
        page("rightsofficer2", "/flights/" + flight + "/advise")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<option value=\"STAY_SUSPENDED\">Against: the flight")))
                .andExpect(content().string(containsString("name=\"adviceReasons\" rows=\"3\"")))
                .andExpect(content().string(containsString("Yes, record my advice on flight " + flight)));
        decides("rightsofficer2", flight, "advise", Map.of("advice", "", "adviceReasons", "Looked into"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Looked into")));
        decides("rightsofficer2", flight, "advise", Map.of("advice", "STAY_SUSPENDED", "adviceReasons", "Looked into"))
                .andExpect(redirectedUrl("/flights/" + flight));
        page("rightsofficer2", "/flights/" + flight)
                .andExpect(content().string(containsString("Reasons of the advice: Looked into")))
                .andExpect(content().string(not(containsString("/advise\""))));

        users.as("executive1").completes("userTask_resumeFlight", flight, Map.of("reason", "The court has decided"));
        assertThat(flights.get(flight).isSuspended()).isFalse();
        page("gbcoordinator", "/flights/" + flight + "/history")
                .andExpect(content().string(containsString("goes on against the advice")));
    }

    private ResultActions decides(String person, OperationReference flight, String act, Map<String, String> typed)
            throws Exception {
        MockHttpServletRequestBuilder request = post("/flights/" + flight + "/" + act)
                .with(user(person))
                .with(csrf())
                .param("confirmed", "yes");
        typed.forEach(request::param);
        return web.perform(request);
    }

    private ResultActions page(String person, String address) throws Exception {
        return web.perform(get(address).with(user(person)));
    }
}
