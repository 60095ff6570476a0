package org.jointflights.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.people.People;
import org.jointflights.application.people.administration.ApplyClaims;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.stereotype.Component;

/** The door for people whom an OpenID provider vouches for: authorization code with PKCE. */
@Component
@Profile(ProviderDoor.PROFILE)
class ProviderDoor {

    static final String PROFILE = "oidc";

    /** Where the round begins. */
    static final String BEGIN = "/oauth2/authorization/oidc";

    static final String REGISTRATION = "oidc";

    private final ProviderLookup provider;
    private final ProviderRefused refused = new ProviderRefused();
    private final ProviderSignIn signIn;
    private final ChosenLanguage language;
    private final Set<String> strongEnough;

    ProviderDoor(
            ProviderLookup provider,
            ApplyClaims claims,
            People people,
            ChosenLanguage language,
            @Value("${jointflights.oidc.name-claim}") String nameClaim,
            @Value("${jointflights.oidc.groups-claim}") String groupsClaim,
            @Value("${jointflights.oidc.administrators}") boolean administratorsToo,
            @Value("${jointflights.oidc.strong-enough}") Set<String> strongEnough) {
        this.provider = provider;
        this.language = language;
        this.strongEnough = new TreeSet<>(strongEnough);
        this.signIn = new ProviderSignIn(claims, people, nameClaim, groupsClaim, administratorsToo, this.strongEnough);
    }

    void open(HttpSecurity http) throws Exception {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(provider, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(this::askStrongly)));
        // Somebody who signs out does not wait for a provider that is away.
        var signOut = new OidcClientInitiatedLogoutSuccessHandler(
                id -> provider.known().orElse(null));
        signOut.setDefaultTargetUrl("/sign-in?out");
        signOut.setPostLogoutRedirectUri("{baseUrl}/sign-in?out");
        http.oauth2Login(login -> login.loginPage("/sign-in")
                        .successHandler(language)
                        .failureHandler(refused)
                        .authorizationEndpoint(begin -> begin.authorizationRequestResolver(requests))
                        .authorizedClientRepository(new NoAuthorizedClients())
                        .userInfoEndpoint(user -> user.oidcUserService(signIn))
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T begin) {
                                begin.setAuthenticationFailureHandler(ProviderDoor.this::notBegun);
                                return begin;
                            }
                        }))
                .logout(out -> out.logoutSuccessHandler(signOut));
    }

    private void askStrongly(Map<String, Object> parameters) {
        if (!strongEnough.isEmpty()) {
            parameters.put("acr_values", String.join(" ", strongEnough));
        }
    }

    private void notBegun(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure.getCause() instanceof ProviderStopped stopped) {
            refused.onAuthenticationFailure(request, response, stopped);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    /** Where a form of ours may lead to in the end: signing out leads on to the provider. Empty if it does not. */
    static String signsOutAt(ClientRegistration provider) {
        Object end = provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        if (end == null) {
            return "";
        }
        URI address = URI.create(end.toString());
        return address.getScheme() + "://" + address.getAuthority();
    }
}
