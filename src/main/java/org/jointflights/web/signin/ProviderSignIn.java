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
    private final Set<String> strongEnough;

    /** {@code strongEnough}: how the provider may have asked, as its claim acr says; any way will do if there is none. */
    ProviderSignIn(
            ApplyClaims claims,
            People people,
            String nameClaim,
            String groupsClaim,
            boolean administratorsToo,
            Set<String> strongEnough) {
        this.claims = claims;
        this.people = people;
        this.nameClaim = nameClaim;
        this.groupsClaim = groupsClaim;
        this.administratorsToo = administratorsToo;
        this.strongEnough = strongEnough;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        try {
            requireStrength(token.getAuthenticationContextClass());
            String id = claims.apply(read(token), administratorsToo);
            List<SimpleGrantedAuthority> groups = people.ownGroupsOf(id).stream()
                    .map(SimpleGrantedAuthority::new)
                    .toList();
            String mark = people.passwordMark(id).orElseThrow(() -> NotYours.of("people.provided.noRole", id));
            return new ProviderUser(id, mark, groups, token);
        } catch (Refusal refusal) {
            throw new ProviderStopped(refusal);
        }
    }

    /** Throws {@link NotYours} for whom the provider has asked in a way that is not strong enough, or does not say how. */
    void requireStrength(@Nullable String asked) {
        if (!strongEnough.isEmpty() && (asked == null || !strongEnough.contains(asked))) {
            throw NotYours.of("people.provided.weak", String.join(", ", strongEnough));
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
