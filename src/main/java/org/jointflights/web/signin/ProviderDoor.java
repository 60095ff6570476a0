package org.jointflights.web.signin;

import java.net.URI;
import org.jointflights.application.people.People;
import org.jointflights.application.people.administration.ApplyClaims;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.stereotype.Component;

/** The door for people whom an OpenID provider vouches for: authorization code with PKCE. */
@Component
@Profile(ProviderDoor.PROFILE)
class ProviderDoor {

    static final String PROFILE = "oidc";

    /** Where the round begins. */
    static final String BEGIN = "/oauth2/authorization/oidc";

    private static final String REGISTRATION = "oidc";

    private final ClientRegistrationRepository providers;
    private final ProviderSignIn signIn;

    ProviderDoor(
            ClientRegistrationRepository providers,
            ApplyClaims claims,
            People people,
            @Value("${jointflights.oidc.name-claim}") String nameClaim,
            @Value("${jointflights.oidc.groups-claim}") String groupsClaim,
            @Value("${jointflights.oidc.administrators}") boolean administratorsToo) {
        this.providers = providers;
        this.signIn = new ProviderSignIn(claims, people, nameClaim, groupsClaim, administratorsToo);
    }

    void open(HttpSecurity http) throws Exception {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(providers, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var signOut = new OidcClientInitiatedLogoutSuccessHandler(providers);
        signOut.setDefaultTargetUrl("/sign-in?out");
        signOut.setPostLogoutRedirectUri("{baseUrl}/sign-in?out");
        http.oauth2Login(login -> login.loginPage("/sign-in")
                        .defaultSuccessUrl("/")
                        .failureHandler(new ProviderRefused())
                        .authorizationEndpoint(begin -> begin.authorizationRequestResolver(requests))
                        .authorizedClientRepository(new NoAuthorizedClients())
                        .userInfoEndpoint(user -> user.oidcUserService(signIn)))
                .logout(out -> out.logoutSuccessHandler(signOut));
    }

    /** Where a form of ours may lead to in the end: signing out leads on to the provider. Empty if it does not. */
    static String signsOutAt(ClientRegistrationRepository providers) {
        ClientRegistration provider = providers.findByRegistrationId(REGISTRATION);
        Object end = provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        if (end == null) {
            return "";
        }
        URI address = URI.create(end.toString());
        return address.getScheme() + "://" + address.getAuthority();
    }
}
