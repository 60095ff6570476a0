package org.jointflights.web.signin;

import java.util.Collection;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who came through the provider, under their sign-in name here. */
@SuppressWarnings("serial")
class ProviderUser extends DefaultOidcUser {

    private final String id;
    private final String mark;

    ProviderUser(String id, String mark, Collection<? extends GrantedAuthority> groups, OidcIdToken token) {
        super(groups, hint(token));
        this.id = id;
        this.mark = mark;
    }

    /** The token itself, for signing out at the provider; of what it says no more than whom, since it is kept with the session. */
    private static OidcIdToken hint(OidcIdToken token) {
        return new OidcIdToken(
                token.getTokenValue(),
                token.getIssuedAt(),
                token.getExpiresAt(),
                Map.of(IdTokenClaimNames.SUB, token.getSubject()));
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
