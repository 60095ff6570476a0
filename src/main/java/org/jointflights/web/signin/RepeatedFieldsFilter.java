package org.jointflights.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jointflights.web.ErrorPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a field that is there twice, in the form, in the address, or once in each: whoever guards and whoever acts could read
 * another one of the two. The engine's calls have filters of their own.
 */
class RepeatedFieldsFilter extends OncePerRequestFilter {

    /** The ticks on the pages of tokens, of payments and of nettings. */
    private static final Set<String> MANY = Set.of("scope", "transfers", "flights");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + EnginePages.ROOT + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean repeated = request.getParameterMap().entrySet().stream()
                .anyMatch(field -> field.getValue().length > 1 && !MANY.contains(field.getKey()));
        if (repeated) {
            request.setAttribute(ErrorPage.WHY, "web.error.repeated");
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
