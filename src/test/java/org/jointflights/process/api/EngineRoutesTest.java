package org.jointflights.process.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are named one by one; none stands for whatever lies below it. */
class EngineRoutesTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Set<String> COORDINATOR = Set.of("FRcoordinator");

    /** What Tasklist sends to change something, and the questions that it sends so. */
    private static final List<String> SENT_BY_TASKLIST = List.of(
            "/filter/an-id/count",
            "/filter/an-id/list",
            "/process-definition/an-id/submit-form",
            "/process-definition/key/a-key/draft",
            "/process-definition/key/a-key/submit-form",
            "/task",
            "/task/an-id/claim",
            "/task/an-id/comment/create",
            "/task/an-id/draft",
            "/task/an-id/submit-form",
            "/task/an-id/unclaim",
            "/task/count");

    @Test
    void whoever_works_on_tasks_sends_these_and_nothing_else() {
        for (String path : SENT_BY_TASKLIST) {
            assertThat(isOpen("POST", path)).as(path).isTrue();
        }
        assertThat(openToEverybody("POST"))
                .as("with the sign-out, which is not the engine's")
                .isEqualTo(SENT_BY_TASKLIST.size() + 1);
        for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "CONNECT")) {
            assertThat(openToEverybody(method)).as(method).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/history/process-instance",
                "/history/task",
                "/history/activity-instance",
                "/history/variable-instance",
                "/history/user-operation/an-id",
                "/history/user-operation/an-id/set-annotation",
                "/history/cleanup/configuration",
                "/history/cleanup/job",
                "/process-definition/statistics",
                "/process-definition/an-id/statistics",
                "/process-definition/an-id/diagram",
                "/job-definition",
                "/job-definition/count",
                "/metrics",
                "/metrics/task-worker/sum",
                "/version",
                "/telemetry/configuration",
                "/telemetry/data",
                "/schema/log",
                "/task/an-id/form/more",
                "/task/an-id/variables",
                "/filter/an-id/list/more",
                "/user",
                "/group",
                "/authorization",
                "/deployment",
            })
    void what_is_not_work_on_tasks_is_not_for_everybody_whatever_the_method(String path) {
        for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE")) {
            assertThat(isOpen(method, path)).as(method).isFalse();
        }
    }

    @Test
    void a_gap_is_one_part_of_an_address() {
        assertThat(isOpen("GET", "/task/an-id")).isTrue();
        for (String odd : List.of("/task/", "/task/a/b", "/task/a%2Fb", "/task/..", "/task/a b", "/task//form")) {
            assertThat(EngineRoutes.find("GET", ENGINE + odd)
                            .filter(route -> route.address().pattern().contains("{1,200}"))
                            .isPresent())
                    .as(odd)
                    .isFalse();
        }
    }

    private static boolean isOpen(String method, String path) {
        return EngineRoutes.find(method, ENGINE + path)
                .filter(route -> route.opens(COORDINATOR))
                .isPresent();
    }

    private static long openToEverybody(String method) {
        return EngineRoutes.all().stream()
                .filter(route -> route.method().equals(method) && route.groups().isEmpty())
                .count();
    }
}
