package org.jointflights.web.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.PlainText;
import org.jointflights.domain.TooOften;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Asks the directory of people; the signed-in person's authorities are the ids of their groups. */
class EngineSignIn implements AuthenticationProvider {

    private static final String NOBODY = "";

    private final People people;
    private final boolean administratorsOnly;

    EngineSignIn(People people, boolean administratorsOnly) {
        this.people = people;
        this.administratorsOnly = administratorsOnly;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        // Sign-in names are lower case; telephones like to begin with a capital.
        String id = typed.getName().strip().toLowerCase(Locale.ROOT);
        Object password = typed.getCredentials();
        // Asked for every name, also for what can be none: the answer takes as long as for one that there is.
        String mark = signIn(isPlain(id) ? id : NOBODY, password == null ? "" : password.toString());
        List<GrantedAuthority> groups = people.ownGroupsOf(id).stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        if (administratorsOnly && !people.ownGroupsOf(id).contains(Role.ADMINISTRATOR.group())) {
            throw refused();
        }
        UsernamePasswordAuthenticationToken person =
                UsernamePasswordAuthenticationToken.authenticated(id, null, groups);
        // What StaleSessionFilter compares.
        person.setDetails(mark);
        return person;
    }

    /** The mark of the password that was right. */
    private String signIn(String id, String password) {
        Optional<String> before = people.passwordMark(id);
        requirePassword(id, password);
        Optional<String> mark = people.passwordMark(id);
        if (!mark.equals(before)) {
            // Its hash was renewed just now, or somebody has changed the password at this moment.
            requirePassword(id, password);
        }
        return mark.orElseThrow(EngineSignIn::refused);
    }

    private void requirePassword(String id, String password) {
        if (!isPassword(id, password)) {
            throw refused();
        }
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("sign-in refused");
    }

    private boolean isPassword(String id, String password) {
        try {
            return people.isPassword(id, password);
        } catch (TooOften wait) {
            throw new SignInDelayed(wait);
        }
    }

    private static boolean isPlain(String id) {
        try {
            PlainText.requireLine("name", id);
            return true;
        } catch (BadInput nobodysName) {
            return false;
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
