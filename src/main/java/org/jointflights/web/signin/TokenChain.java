package org.jointflights.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jointflights.application.people.token.ApiToken;
import org.jointflights.application.people.token.CheckTokens;
import org.jointflights.application.people.token.TokenScope;
import org.jointflights.web.ErrorPage;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The door for programs: under {@code /api} alone, with a token in each request, without a session. Everywhere else a token
 * is not looked at, and whoever has nothing else is a stranger.
 */
@Configuration(proxyBeanMethods = false)
class TokenChain {

    private static final String API = "/api/**";
    private static final String SCHEME = "Bearer ";

    @Bean
    @Order(0)
    SecurityFilterChain tokenFilterChain(
            HttpSecurity http,
            CheckTokens tokens,
            LogTokens log,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals)
            throws Exception {
        TokenRefused refused = new TokenRefused(refusals, log);
        BearerTokenAuthenticationFilter door = new BearerTokenAuthenticationFilter(new TokenSignIn(tokens, log));
        door.setAuthenticationEntryPoint(refused);
        http.securityMatcher(new AndRequestMatcher(path(API), TokenChain::bringsToken))
                .addFilterBefore(door, AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(path("/api/openapi.json.yaml"))
                        .denyAll()
                        .requestMatchers(path(HttpMethod.GET, API), path(HttpMethod.HEAD, API))
                        .hasAuthority(TokenSignIn.authority(TokenScope.READ))
                        .requestMatchers(
                                path(HttpMethod.POST, "/api/cost-sharing/preview"),
                                path(HttpMethod.POST, "/api/cost-sharing/keys"),
                                path(HttpMethod.POST, "/api/cost-sharing/compare"))
                        .hasAuthority(TokenSignIn.authority(TokenScope.COMPUTE))
                        // Deciding takes a person.
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refused)
                        .accessDeniedHandler((request, response, why) -> {
                            note(request, log);
                            denied(request, response);
                        }))
                // No browser sends a token by itself.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return http.build();
    }

    private static boolean bringsToken(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null && sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static void note(HttpServletRequest request, LogTokens log) {
        Authentication sender = SecurityContextHolder.getContext().getAuthentication();
        if (sender != null && sender.getDetails() instanceof ApiToken token) {
            log.notGoodFor(token, request.getMethod(), request.getRemoteAddr());
        }
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ErrorPage.WHY, "web.error.token.scope");
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
