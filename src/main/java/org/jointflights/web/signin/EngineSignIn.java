package org.jointflights.web.signin;

import java.util.List;
import java.util.Locale;
import org.jointflights.application.people.People;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.PlainText;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Asks the directory of people; the signed-in person's authorities are the ids of their groups. */
class EngineSignIn implements AuthenticationProvider {

    private final People people;

    EngineSignIn(People people) {
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        // Sign-in names are lower case; telephones like to begin with a capital.
        String id = typed.getName().strip().toLowerCase(Locale.ROOT);
        requirePlain(id);
        // Read before the password is tried: what is set anew in between ends the session that begins here.
        SignedIn signedIn = new SignedIn(people.passwordOf(id).version());
        Object password = typed.getCredentials();
        if (id.isEmpty() || password == null || !people.isPassword(id, password.toString())) {
            throw new BadCredentialsException("sign-in refused");
        }
        List<GrantedAuthority> groups = people.groupsOf(id).stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        var token = UsernamePasswordAuthenticationToken.authenticated(id, null, groups);
        token.setDetails(signedIn);
        return token;
    }

    private static void requirePlain(String id) {
        try {
            PlainText.requireLine("name", id);
        } catch (BadInput nobodysName) {
            throw new BadCredentialsException("sign-in refused", nobodysName);
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
