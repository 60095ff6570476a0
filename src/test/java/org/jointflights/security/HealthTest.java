package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** What a probe is told on the port for it, and that neither port says more. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:health;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024")
@ActiveProfiles("example")
@TestPropertySource("classpath:test.properties")
class HealthTest {

    private static final String HEALTH = "/actuator/health";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int healthPort;

    @Autowired
    private ProcessEngine engine;

    @Test
    void a_node_whose_jobs_stand_still_is_alive_but_not_ready() throws IOException {
        HttpUser probe = new HttpUser(healthPort, "en");
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();

        HttpResponse<String> before = probe.get(HEALTH + "/readiness");
        assertThat(before.statusCode()).isEqualTo(503);
        assertThat(words(before))
                .isEqualTo(Map.of("jobExecutor", "DOWN", "db", "UP", "readinessState", "UP", "all", "DOWN"));
        assertThat(probe.get(HEALTH + "/liveness").statusCode()).isEqualTo(200);

        jobs.start();
        try {
            HttpResponse<String> ready = probe.get(HEALTH + "/readiness");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(words(ready))
                    .isEqualTo(Map.of("jobExecutor", "UP", "db", "UP", "readinessState", "UP", "all", "UP"));
            assertThat(probe.get(HEALTH).statusCode()).isEqualTo(200);
        } finally {
            jobs.shutdown();
        }
    }

    @Test
    void health_is_told_in_status_words_only() throws IOException {
        for (String address : List.of(HEALTH, HEALTH + "/readiness", HEALTH + "/liveness")) {
            String answer = new HttpUser(healthPort, "en").get(address).body();
            assertThat(answer).doesNotContain("details", "H2", "jdbc", "lockOwner", "validationQuery", "path");
            assertThat(words(new HttpUser(healthPort, "en").get(address)).values())
                    .isSubsetOf("UP", "DOWN");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator",
                "/actuator/info",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/metrics",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/loggers",
                "/actuator/mappings",
                "/sign-in",
                "/flights",
                "/api/flights",
                "/camunda/app/tasklist/default/"
            })
    void nothing_else_is_on_the_port_for_health(String address) {
        HttpResponse<String> answer = new HttpUser(healthPort, "en").get(address);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void nothing_is_changed_and_nobody_signs_in_on_the_port_for_health() {
        HttpUser probe = new HttpUser(healthPort, "en");

        assertThat(probe.send("POST", HEALTH, "{}").statusCode()).isEqualTo(403);
        HttpResponse<String> in = probe.signIn("admin", "Joint-2026!");
        assertThat(in.statusCode()).isEqualTo(403);
        assertThat(in.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void the_port_of_the_pages_knows_no_health() {
        assertThat(port).isNotEqualTo(healthPort);
        assertThat(new HttpUser(port, "en").get(HEALTH).statusCode()).isEqualTo(302);
        HttpUser administrator = HttpUser.signedIn(port, "admin");
        for (String address : List.of("/actuator", HEALTH, HEALTH + "/readiness", "/actuator/env")) {
            assertThat(administrator.get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    /** Each part's status word, and that of all together. */
    private static Map<String, String> words(HttpResponse<String> answer) throws IOException {
        JsonNode health = new ObjectMapper().readTree(answer.body());
        Map<String, String> words = new HashMap<>();
        words.put("all", health.path("status").asText());
        health.path("components")
                .properties()
                .forEach(part ->
                        words.put(part.getKey(), part.getValue().path("status").asText()));
        return words;
    }
}
