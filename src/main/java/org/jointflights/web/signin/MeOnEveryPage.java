package org.jointflights.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.domain.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives the layout what it shows on every page. */
@ControllerAdvice(annotations = Controller.class)
class MeOnEveryPage {

    private final People people;
    private final CurrentUser actor;

    MeOnEveryPage(People people, CurrentUser actor) {
        this.actor = actor;
        this.people = people;
    }

    @ModelAttribute("me")
    @Nullable
    Me me(@Nullable Principal user) {
        if (user == null) {
            return null;
        }
        String id = user.getName();
        String name = people.find(id).map(person -> person.name()).orElse(id);
        String absent = Actor.absent(actor.id()).map(people::nameOf).orElse(null);
        return new Me(id, name, absent, actor.groups());
    }

    /** Whether the person has come through the provider, and has no password here. */
    @ModelAttribute("provided")
    boolean provided(@Nullable Principal user) {
        return user instanceof Authentication signedIn && signedIn.getPrincipal() instanceof ProviderUser;
    }

    @ModelAttribute("elsewhere")
    EnginePages elsewhere() {
        return new EnginePages();
    }

    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
