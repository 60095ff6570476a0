package org.jointflights.process;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jointflights.application.people.People;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Whom a test lets in {@code with(user(…))} has the session that a real sign-in would have begun. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
public class AsIfSignedIn implements Filter {

    private final People people;

    AsIfSignedIn(@Lazy People people) {
        this.people = people;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = ((HttpServletRequest) request).getSession(false);
        Object kept = session == null
                ? null
                : session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        if (kept instanceof SecurityContext context && context.getAuthentication() != null) {
            String name = context.getAuthentication().getName();
            var person = UsernamePasswordAuthenticationToken.authenticated(
                    name, null, AuthorityUtils.createAuthorityList(people.groupsOf(name)));
            person.setDetails(people.passwordMark(name).orElse(null));
            context.setAuthentication(person);
        }
        chain.doFilter(request, response);
    }
}
