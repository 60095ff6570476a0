package org.jointflights.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jointflights.application.monitoring.WorkInHand;
import org.jointflights.domain.OperationReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WorkInHandFilterTest {

    @Test
    void whoever_the_thread_serves_next_is_not_taken_for_the_one_before() throws ServletException, IOException {
        Map<String, String> during = new HashMap<>();

        new WorkInHandFilter()
                .doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, answer) -> {
                    WorkInHand.isDoneFor("frcoordinator");
                    WorkInHand.is(new OperationReference("JRO-2027-0001"), "POSTPONE");
                    during.putAll(MDC.getCopyOfContextMap());
                });

        assertThat(during)
                .containsEntry("person", "frcoordinator")
                .containsEntry("flight", "JRO-2027-0001")
                .containsEntry("act", "POSTPONE");
        assertThat(MDC.get("person")).isNull();
        assertThat(MDC.get("flight")).isNull();
        assertThat(MDC.get("act")).isNull();
    }
}
