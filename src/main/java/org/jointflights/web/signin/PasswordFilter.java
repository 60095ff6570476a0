package org.jointflights.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jointflights.application.people.People;
import org.jointflights.web.ErrorPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads whoever has a one-time password to the page on which they choose their own. Comes behind Spring Security's chain.
 */
class PasswordFilter extends OncePerRequestFilter {

    static final String PAGE = "/password";

    /** What anybody needs to get there, or away. */
    private static final Set<String> OPEN =
            Set.of(PAGE, "/sign-out", "/sign-in", "/language", "/style.css", "/favicon.svg", "/error");

    private final People people;

    PasswordFilter(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null
                || !user.isAuthenticated()
                || user instanceof AnonymousAuthenticationToken
                // Whoever comes through the provider has no use for a password.
                || user.getPrincipal() instanceof ProviderUser) {
            chain.doFilter(request, response);
            return;
        }
        if (people.passwordOf(user.getName()).oneTime() && !OPEN.contains(path(request))) {
            lead(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (EnginePages.isCall(request)) {
            request.setAttribute(ErrorPage.WHY, "web.error.password");
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            response.sendRedirect(request.getContextPath() + PAGE);
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
