package org.jointflights.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jointflights.application.monitoring.WorkInHand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who asked for what is not theirs, and from where, a line each in the log, whoever refused it: the door, a page, the API or
 * the engine. What was sent is not written down.
 */
class LogRefusals extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LogRefusals.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Answer(request, response));
    }

    /** Told before the answer goes out, so that the line is there when somebody has the answer. */
    private static final class Answer extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private boolean told;

        Answer(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void setStatus(int status) {
            tell(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            tell(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            tell(status);
            super.sendError(status, message);
        }

        private void tell(int status) {
            if (told || status != HttpStatus.FORBIDDEN.value()) {
                return;
            }
            told = true;
            if (NamelessRequests.include(request)) {
                WorkInHand.isDoneForNobody();
                LOG.warn("Somebody was refused {} {}.", request.getMethod(), request.getRequestURI());
                return;
            }
            Authentication person = SecurityContextHolder.getContext().getAuthentication();
            LOG.warn(
                    "{} was refused {} {} from {}.",
                    person == null ? "Somebody" : person.getName(),
                    request.getMethod(),
                    request.getRequestURI(),
                    request.getRemoteAddr());
        }
    }
}
