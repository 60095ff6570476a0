package org.jointflights.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jointflights.domain.TooOften;
import org.jointflights.web.ErrorPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers a token that does not work, all reasons alike, or one that has to wait, in one sentence. */
class TokenRefused implements AuthenticationEntryPoint {

    private final HandlerExceptionResolver refusals;
    private final LogTokens log;

    TokenRefused(HandlerExceptionResolver refusals, LogTokens log) {
        this.refusals = refusals;
        this.log = log;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof SignInDelayed delayed) {
            TooOften refusal = delayed.refusal();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
            refusals.resolveException(request, response, null, refusal);
            return;
        }
        if (why instanceof OAuth2AuthenticationException) {
            // It can be no token, and was not looked up.
            log.refused(null, request.getRemoteAddr());
        }
        request.setAttribute(ErrorPage.WHY, "web.error.token");
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        response.sendError(HttpStatus.UNAUTHORIZED.value());
    }
}
