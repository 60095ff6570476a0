package org.jointflights.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jointflights.domain.Busy;
import org.jointflights.domain.Refusal;
import org.jointflights.web.StatusOf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Leads back to the sign-in page with the sentence of a refusal; why an answer was no good, only the log says. */
class ProviderRefused extends SimpleUrlAuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderRefused.class);

    private static final Pattern CODE = Pattern.compile("[a-z_]{1,60}");

    private static final String REFUSED = "/sign-in?provider";

    ProviderRefused() {
        super(REFUSED);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof ProviderStopped stopped) {
            Refusal refusal = stopped.refusal();
            response.setStatus(StatusOf.refusal(refusal).value());
            if (refusal instanceof Busy away) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(away.seconds()));
            }
            request.setAttribute(SignInRefused.SENTENCE, refusal.sentence(request.getLocale()));
            request.getRequestDispatcher(SignInRefused.PAGE).forward(request, response);
            return;
        }
        LOG.warn("An answer of the OpenID provider was refused: {}", code(failure));
        getRedirectStrategy().sendRedirect(request, response, REFUSED);
    }

    /** The error's code alone, if it looks like one: whoever calls the address back may have written the rest. */
    private static String code(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException refused
                        && CODE.matcher(refused.getError().getErrorCode()).matches()
                ? refused.getError().getErrorCode()
                : failure.getClass().getSimpleName();
    }
}
