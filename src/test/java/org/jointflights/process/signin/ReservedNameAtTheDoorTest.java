package org.jointflights.process.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Should anybody ever stand before the engine under a name of the machine's, it does not open. */
class ReservedNameAtTheDoorTest {

    @ParameterizedTest
    @ValueSource(strings = {"system", "System", "root"})
    void our_own_pages_are_refused(String name) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();

        // It asks neither the engine nor the directory.
        new SignedInUserFilter(null, null).doFilter(requestOf(name), answer, chain);

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(chain.getRequest()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "System", "root"})
    void tasklist_and_the_engines_api_know_nobody_of_that_name(String name) {
        AuthenticationResult result = new ContainerSignIn().extractAuthenticatedUser(requestOf(name), null);

        assertThat(result.isAuthenticated()).isFalse();
        assertThat(new ContainerSignIn()
                        .extractAuthenticatedUser(requestOf("frfinance1"), null)
                        .isAuthenticated())
                .isTrue();
    }

    private static MockHttpServletRequest requestOf(String name) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/flights");
        request.setUserPrincipal(() -> name);
        return request;
    }
}
