package org.jointflights.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jointflights.domain.TooOften;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Leads back to the form after a wrong password; where the next one has to wait, says how long. */
class SignInRefused extends SimpleUrlAuthenticationFailureHandler {

    static final String PAGE = "/sign-in/refused";
    private static final String WRONG = "/sign-in?wrong";

    static final String SENTENCE = "org.jointflights.signIn.refused";

    SignInRefused() {
        super(WRONG);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof SignInDelayed delayed) {
            TooOften refusal = delayed.refusal();
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
            request.setAttribute(SENTENCE, refusal.sentence(request.getLocale()));
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            getRedirectStrategy().sendRedirect(request, response, WRONG);
        }
    }
}
