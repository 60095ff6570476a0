package org.jointflights.process.signin;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jointflights.application.people.SessionClasses;
import org.springframework.stereotype.Component;

/** Who has signed in at Tasklist and Cockpit. */
@Component
class EngineSessionClasses implements SessionClasses {

    @Override
    public Set<String> names() {
        return Stream.of(Authentications.class, Authentication.class, UserAuthentication.class)
                .map(Class::getName)
                .collect(Collectors.toSet());
    }
}
