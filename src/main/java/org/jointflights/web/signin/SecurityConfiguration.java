package org.jointflights.web.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jointflights.application.work.RecordRefusedAttempts;
import org.jointflights.web.ErrorPage;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.CharacterEncodingFilter;

/** Everything is closed unless it is opened here. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http,
            People people,
            RecordRefusedAttempts attempts,
            ChosenLanguage language,
            Optional<ProviderDoor> provider)
            throws Exception {
        RequestMatcher theirs = path(EnginePages.ROOT + "/**");
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                path(HttpMethod.GET, "/sign-in"),
                                path(HttpMethod.POST, "/language"),
                                path(HttpMethod.GET, "/style.css"),
                                path(HttpMethod.GET, "/door.js"),
                                path(HttpMethod.GET, "/favicon.svg"),
                                path(HttpMethod.GET, "/vendor/**"))
                        .permitAll()
                        // Nobody signs in past our door, or sets up a first user through a page that is not ours.
                        .requestMatchers(
                                path("/engine-rest/**"),
                                path(EnginePages.CALLS + "/admin/auth/user/*/login/**"),
                                path(EnginePages.CALLS + "/admin/setup/**"),
                                path(EnginePages.APPS + "/*/*/setup/**"),
                                // The API is described at one address, which is not this one.
                                path("/api/openapi.json.yaml"))
                        .denyAll()
                        .requestMatchers(path(HttpMethod.GET, "/admin/system"))
                        .access(members(people, Role.ADMINISTRATOR, Role.AUDITOR))
                        .requestMatchers(path("/admin/**"))
                        .access(members(people, Role.ADMINISTRATOR))
                        // Which of the engine's addresses are open to whom, the filter before them says.
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .successHandler(language)
                        .failureHandler(new SignInRefused())
                        .permitAll())
                // A new session and not the same under a new number: whoever writes to the old one at that moment, with
                // the
                // number of before, must not bring that number back.
                .sessionManagement(session -> session.sessionFixation(old -> old.migrateSession()))
                .addFilterAfter(new LogRefusals(), SecurityContextHolderFilter.class)
                .addFilterBefore(new StaleSessionFilter(people, attempts), AnonymousAuthenticationFilter.class)
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path(EnginePages.CALLS + "/**"))
                        .defaultAuthenticationEntryPointFor(SecurityConfiguration::nobody, path("/api/**"))
                        .accessDeniedHandler(SecurityConfiguration::denied))
                // The engine's own filter guards its addresses, with a cookie of the name that Spring would also use.
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()).ignoringRequestMatchers(theirs))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(files()), new CacheControlHeadersWriter()))
                        // The engine's own answers would only be asked for anew, and be kept until then.
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                path(EnginePages.CALLS + "/**"),
                                (request, response) -> response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store")))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(
                                hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(31_536_000)));
        if (provider.isPresent()) {
            provider.get().open(http);
        }
        return http.build();
    }

    /** A program is told what it could send. */
    private static void nobody(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.sendError(HttpStatus.UNAUTHORIZED.value());
    }

    /** Whoever has no token is told so: it is not the page that is refused to them. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException) {
            request.setAttribute(ErrorPage.WHY, "web.error.csrf");
        }
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** Asked anew each time, so that a right taken away is gone at once. */
    private static AuthorizationManager<RequestAuthorizationContext> members(People people, Role... roles) {
        return (user, request) -> new AuthorizationDecision(Stream.of(roles)
                .anyMatch(role -> people.groupsOf(user.get().getName()).contains(role.group())));
    }

    /** Large files that are the same for everybody and may be kept by the browser. */
    private static RequestMatcher files() {
        return new OrRequestMatcher(
                path("/vendor/**"),
                path("/style.css"),
                path("/favicon.svg"),
                path(EnginePages.ROOT + "/lib/**"),
                path(EnginePages.ROOT + "/assets/**"),
                path(EnginePages.APPS + "/*/*.js"),
                path(EnginePages.APPS + "/*/*.css"));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    /** Being the only one of its kind it is everybody's; named to the chain as well, it would be asked twice. */
    @Bean
    EngineSignIn engineSignIn(People people, Environment settings) {
        // Beside a provider the passwords are the administrators' way back alone: it may be away, or set up wrongly.
        return new EngineSignIn(people, settings.acceptsProfiles(Profiles.of(ProviderDoor.PROFILE)));
    }

    @Bean
    FilterRegistrationBean<LanguageFilter> languageFilter() {
        var registration = new FilterRegistrationBean<>(new LanguageFilter());
        // Before whatever may refuse, which it does in that language.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PlainRequestFilter> plainRequestFilter() {
        var registration = new FilterRegistrationBean<>(new PlainRequestFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 120);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RepeatedFieldsFilter> repeatedFieldsFilter() {
        var registration = new FilterRegistrationBean<>(new RepeatedFieldsFilter());
        // Once it is known that the body is no larger than it may be.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 121);
        return registration;
    }

    /** Whatever is text says in which signs: the engine's pages would name others than they are written in. */
    @Bean
    FilterRegistrationBean<CharacterEncodingFilter> textsInUtf8() {
        var registration =
                new FilterRegistrationBean<>(new CharacterEncodingFilter(StandardCharsets.UTF_8.name(), false, true));
        registration.setName("textsInUtf8");
        registration.addUrlPatterns(EnginePages.ROOT + "/*", "*.css", "*.js", "*.svg");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PagePolicyFilter> pagePolicyFilter(Optional<ProviderLookup> provider) {
        var registration =
                new FilterRegistrationBean<>(new PagePolicyFilter(() -> provider.flatMap(ProviderLookup::known)
                        .map(ProviderDoor::signsOutAt)
                        .orElse("")));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 110);
        return registration;
    }

    @Bean
    FilterRegistrationBean<TasklistSignOutFilter> tasklistSignOutFilter() {
        var registration = new FilterRegistrationBean<>(new TasklistSignOutFilter());
        registration.addUrlPatterns(EnginePages.SIGN_OUT);
        registration.setOrder(0);
        return registration;
    }
}
