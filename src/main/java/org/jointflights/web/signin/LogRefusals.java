package org.jointflights.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.FORBIDDEN.value()) {
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
