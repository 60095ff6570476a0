package org.jointflights.web.signin;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who came through the provider, under their sign-in name here. */
@SuppressWarnings("serial")
class ProviderUser extends DefaultOidcUser {

    private final String id;
    private final String mark;

    ProviderUser(String id, String mark, Collection<? extends GrantedAuthority> groups, OidcIdToken token) {
        super(groups, token);
        this.id = id;
        this.mark = mark;
    }

    @Override
    public String getName() {
        return id;
    }

    /** Of the password that the account had then; a session ends with it, and with the account. */
    String mark() {
        return mark;
    }
}
