package org.jointflights.web.signin;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jointflights.application.people.People;
import org.jointflights.application.people.ReservedNames;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose person has a new password since, has left a group, or is gone. The directory is asked on every
 * request, so that it holds on every node at once, whichever way the change was made.
 */
class StaleSessionFilter extends OncePerRequestFilter {

    private final People people;

    StaleSessionFilter(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || person == null || stands(person)) {
            chain.doFilter(request, response);
            return;
        }
        session.invalidate();
        SecurityContextHolder.clearContext();
        if (EnginePages.isCall(request)) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/sign-in?ended");
        }
    }

    private boolean stands(Authentication person) {
        String id = person.getName();
        Optional<String> mark = people.passwordMark(id);
        return mark.isPresent()
                && mark.get().equals(person.getDetails())
                && !ReservedNames.contains(id)
                && people.groupsOf(id).containsAll(groupsAtSignIn(person));
    }

    private static Set<String> groupsAtSignIn(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(toUnmodifiableSet());
    }
}
