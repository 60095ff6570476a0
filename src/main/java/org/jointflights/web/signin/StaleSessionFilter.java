package org.jointflights.web.signin;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jointflights.application.monitoring.WorkInHand;
import org.jointflights.application.people.People;
import org.jointflights.application.people.ReservedNames;
import org.jointflights.application.work.RecordRefusedAttempts;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose person has a new password since, has left a group, or is gone, and one that has lasted a day. The
 * directory is asked on every request, so that it holds on every node at once, whichever way the change was made. What was
 * tried with it is on the trail.
 */
class StaleSessionFilter extends OncePerRequestFilter {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    /** Also where somebody never stops: twice the longest shift, so that nobody is asked in the middle of one. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final People people;
    private final RecordRefusedAttempts attempts;

    StaleSessionFilter(People people, RecordRefusedAttempts attempts) {
        this.people = people;
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || person == null || (!isOver(session) && stands(person))) {
            if (person != null && !NamelessRequests.include(request)) {
                WorkInHand.isDoneFor(person.getName());
            }
            chain.doFilter(request, response);
            return;
        }
        if (!LOOKING.contains(request.getMethod()) && !NamelessRequests.include(request)) {
            attempts.onNamed(person.getName(), request.getRequestURI(), Sentence.of("common.attempt.sessionEnded"));
        }
        session.invalidate();
        SecurityContextHolder.clearContext();
        if (EnginePages.isCall(request)) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/sign-in?ended");
        }
    }

    private static boolean isOver(HttpSession session) {
        return session.getLastAccessedTime() - session.getCreationTime() > LONGEST.toMillis();
    }

    private boolean stands(Authentication person) {
        String id = person.getName();
        Optional<String> mark = people.passwordMark(id);
        return mark.isPresent()
                && mark.get().equals(markAtSignIn(person))
                && !ReservedNames.contains(id)
                && people.ownGroupsOf(id).containsAll(groupsAtSignIn(person));
    }

    private static @Nullable Object markAtSignIn(Authentication person) {
        return person.getPrincipal() instanceof ProviderUser user ? user.mark() : person.getDetails();
    }

    private static Set<String> groupsAtSignIn(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(toUnmodifiableSet());
    }
}
