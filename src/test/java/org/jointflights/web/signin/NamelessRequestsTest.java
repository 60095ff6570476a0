package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.work.WorkServices;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever reports a serious incident is nobody to the log and the trail, also where their session has ended meanwhile. */
class NamelessRequestsTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final StaleSessionFilter filter = new StaleSessionFilter(
            new InMemoryPeople(new InMemoryAccounts(id -> false)), WorkServices.recording(ports));

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
        MDC.clear();
    }

    @Test
    void a_report_in_a_session_that_has_ended_is_not_put_on_the_trail_as_another_act_is() throws Exception {
        ParisToLagos.at(Stage.PLANNING, ports);

        assertThat(inASessionThatHasEnded("report-incident").getRedirectedUrl()).isEqualTo("/sign-in?ended");
        assertThat(ports.traces()).isEmpty();

        assertThat(inASessionThatHasEnded("cancel").getRedirectedUrl()).isEqualTo("/sign-in?ended");
        assertThat(ports.happened()).containsExactly(TrailEvent.ATTEMPT_REFUSED);
    }

    @Test
    void the_lines_that_are_logged_meanwhile_name_nobody() throws Exception {
        assertThat(personInTheLogOf("report-incident")).isNull();
        assertThat(personInTheLogOf("cancel")).isEqualTo("gbdoctor");
    }

    private String personInTheLogOf(String act) throws Exception {
        MDC.clear();
        AtomicReference<String> person = new AtomicReference<>();
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("gbdoctor", "x"));
        filter.doFilter(
                request(act), new MockHttpServletResponse(), (asked, answered) -> person.set(MDC.get("person")));
        return person.get();
    }

    private MockHttpServletResponse inASessionThatHasEnded(String act) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("gbdoctor", "x"));
        MockHttpServletRequest request = request(act);
        request.getSession(true);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, (asked, answered) -> {
            throw new AssertionError("let through");
        });
        return response;
    }

    private static MockHttpServletRequest request(String act) {
        return new MockHttpServletRequest("POST", "/flights/" + ParisToLagos.REFERENCE + "/" + act);
    }
}
