package org.jointflights.web.signin;

import java.util.List;
import java.util.Set;
import org.jointflights.application.people.People;
import org.jointflights.application.people.administration.ApplyClaims;
import org.jointflights.application.people.administration.ProviderClaims;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Reads what the ID token says, which the provider has signed; nothing else is asked. */
class ProviderSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final ApplyClaims claims;
    private final People people;
    private final String nameClaim;
    private final String groupsClaim;
    private final boolean administratorsToo;

    ProviderSignIn(ApplyClaims claims, People people, String nameClaim, String groupsClaim, boolean administratorsToo) {
        this.claims = claims;
        this.people = people;
        this.nameClaim = nameClaim;
        this.groupsClaim = groupsClaim;
        this.administratorsToo = administratorsToo;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        try {
            String id = claims.apply(read(token), administratorsToo);
            List<SimpleGrantedAuthority> groups = people.groupsOf(id).stream()
                    .map(SimpleGrantedAuthority::new)
                    .toList();
            String mark = people.passwordMark(id).orElseThrow(() -> NotYours.of("people.provided.noRole", id));
            return new ProviderUser(id, mark, groups, token);
        } catch (Refusal refusal) {
            throw new ProviderStopped(refusal);
        }
    }

    private ProviderClaims read(OidcIdToken token) {
        String name = token.getClaimAsString(nameClaim);
        if (name == null || name.isBlank()) {
            throw NotYours.of("people.provided.noName", nameClaim);
        }
        List<String> groups = token.getClaimAsStringList(groupsClaim);
        return new ProviderClaims(
                token.getIssuer().toString(),
                token.getSubject(),
                name,
                orElse(token.getGivenName(), name),
                orElse(token.getFamilyName(), name),
                token.getEmail(),
                groups == null ? Set.of() : Set.copyOf(groups));
    }

    private static String orElse(@Nullable String claim, String otherwise) {
        return claim == null || claim.isBlank() ? otherwise : claim;
    }
}
