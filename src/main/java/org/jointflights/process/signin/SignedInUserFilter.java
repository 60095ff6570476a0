package org.jointflights.process.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.jointflights.application.people.People;
import org.jointflights.application.people.ReservedNames;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who is signed in while our own pages run; without it the engine would show them every task. The
 * groups are read anew for each request, so that a right taken away is gone at once.
 */
class SignedInUserFilter extends OncePerRequestFilter {

    private final IdentityService identities;
    private final People people;

    SignedInUserFilter(IdentityService identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // There Camunda's own filter does the same.
        return request.getRequestURI().startsWith(request.getContextPath() + "/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal user = request.getUserPrincipal();
        if (user == null) {
            chain.doFilter(request, response);
            return;
        }
        if (ReservedNames.contains(user.getName())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        List<String> groups = List.copyOf(people.groupsOf(user.getName()));
        identities.setAuthentication(user.getName(), groups);
        try {
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }
}
