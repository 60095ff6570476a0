package org.jointflights.process.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.jointflights.application.people.ReservedNames;

/**
 * Hands our sign-in on to Tasklist, Cockpit and Admin. Camunda's filter makes it by its class name, hence public with a
 * constructor of no arguments.
 */
public class ContainerSignIn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Principal user = request.getUserPrincipal();
        return user == null || ReservedNames.contains(user.getName())
                ? AuthenticationResult.unsuccessful()
                : AuthenticationResult.successful(user.getName());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The filter chain in front has already led whoever is not signed in to the sign-in page.
    }
}
