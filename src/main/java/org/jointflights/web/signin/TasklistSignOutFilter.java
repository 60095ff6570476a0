package org.jointflights.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends our session once Tasklist's own sign-out has succeeded, behind its own guard against forged requests; otherwise
 * the person would be signed straight in again.
 */
class TasklistSignOutFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        boolean signOut = request.getMethod().equals("POST")
                && request.getRequestURI().endsWith("/logout")
                && response.getStatus() == HttpServletResponse.SC_OK;
        HttpSession session = request.getSession(false);
        if (signOut && session != null) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
    }
}
