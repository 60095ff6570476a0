package org.jointflights.web.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jointflights.web.ErrorPage;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Everything is closed unless it is opened here. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String ADMINISTRATOR = Role.ADMINISTRATOR.group();

    /** What Tasklist needs to change; every other change through the engine's API is an administrator's. */
    private static final String[] TASKLIST_POSTS = {
        "/camunda/api/engine/engine/*/task/*/claim",
        "/camunda/api/engine/engine/*/task/*/unclaim",
        "/camunda/api/engine/engine/*/task/*/submit-form",
        "/camunda/api/engine/engine/*/task/*/comment/create",
        "/camunda/api/engine/engine/*/process-definition/*/submit-form",
        "/camunda/api/engine/engine/*/process-definition/key/*/submit-form",
    };

    /** Questions that are asked by POST because they are long. */
    private static final String[] QUESTIONS = {
        "/camunda/api/engine/engine/*/task",
        "/camunda/api/engine/engine/*/task/count",
        "/camunda/api/engine/engine/*/filter/*/list",
        "/camunda/api/engine/engine/*/filter/*/count",
        "/camunda/api/engine/engine/*/filter/*/singleResult",
        "/camunda/api/engine/engine/*/variable-instance",
        "/camunda/api/engine/engine/*/variable-instance/count",
        "/camunda/api/engine/engine/*/process-instance",
        "/camunda/api/engine/engine/*/process-instance/count",
        "/camunda/api/engine/engine/*/execution",
        "/camunda/api/engine/engine/*/execution/count",
        "/camunda/api/engine/engine/*/job",
        "/camunda/api/engine/engine/*/job/count",
        "/camunda/api/engine/engine/*/external-task",
        "/camunda/api/engine/engine/*/external-task/count",
        "/camunda/api/engine/engine/*/user",
        "/camunda/api/engine/engine/*/user/count",
        "/camunda/api/engine/engine/*/group",
        "/camunda/api/engine/engine/*/group/count",
        "/camunda/api/engine/engine/*/history/**",
        "/camunda/api/engine/engine/*/identity/password-policy",
        "/camunda/api/cockpit/plugin/**",
    };

    @Bean
    SecurityFilterChain filterChain(HttpSecurity http, People people) throws Exception {
        RequestMatcher camunda = path("/camunda/**");
        RequestMatcher calls = new OrRequestMatcher(path("/api/**"), path("/camunda/api/**"));
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
                        // Nobody signs in past our door, or sets up a first user through Camunda's page.
                        .requestMatchers(
                                path("/engine-rest/**"),
                                path("/camunda/api/admin/auth/user/*/login/**"),
                                path("/camunda/api/admin/setup/**"),
                                path("/camunda/app/*/*/setup/**"))
                        .denyAll()
                        .requestMatchers(path("/admin/**"))
                        .access(administrators(people))
                        .requestMatchers(
                                path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"),
                                path(HttpMethod.PUT, "/camunda/api/engine/engine/*/user/*/credentials"))
                        .authenticated()
                        .requestMatchers(of(HttpMethod.POST, TASKLIST_POSTS))
                        .authenticated()
                        .requestMatchers(of(HttpMethod.POST, QUESTIONS))
                        .authenticated()
                        .requestMatchers(path(HttpMethod.GET, "/camunda/**"), path(HttpMethod.HEAD, "/camunda/**"))
                        .authenticated()
                        .requestMatchers(path(HttpMethod.OPTIONS, "/camunda/**"))
                        .authenticated()
                        .requestMatchers(camunda)
                        .access(administrators(people))
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/")
                        .failureHandler(new SignInRefused())
                        .permitAll())
                .addFilterBefore(new StaleSessionFilter(people), AnonymousAuthenticationFilter.class)
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), calls)
                        .accessDeniedHandler(SecurityConfiguration::denied))
                // Camunda's own filter guards its addresses, with a cookie of the name that Spring would also use.
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                        .ignoringRequestMatchers(camunda))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(files()), new CacheControlHeadersWriter()))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(
                                hsts -> hsts.includeSubDomains(false).maxAgeInSeconds(31_536_000)));
        return http.build();
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
    private static AuthorizationManager<RequestAuthorizationContext> administrators(People people) {
        return (user, request) ->
                new AuthorizationDecision(people.groupsOf(user.get().getName()).contains(ADMINISTRATOR));
    }

    /** Large files that are the same for everybody and may be kept by the browser. */
    private static RequestMatcher files() {
        return new OrRequestMatcher(
                path("/vendor/**"),
                path("/style.css"),
                path("/favicon.svg"),
                path("/camunda/lib/**"),
                path("/camunda/assets/**"),
                path("/camunda/app/*/*.js"),
                path("/camunda/app/*/*.css"));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    private static RequestMatcher of(HttpMethod method, String... patterns) {
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = path(method, patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }

    /** Being the only one of its kind it is everybody's; named to the chain as well, it would be asked twice. */
    @Bean
    EngineSignIn engineSignIn(People people) {
        return new EngineSignIn(people);
    }

    @Bean
    FilterRegistrationBean<LanguageFilter> languageFilter() {
        var registration = new FilterRegistrationBean<>(new LanguageFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PagePolicyFilter> pagePolicyFilter() {
        var registration = new FilterRegistrationBean<>(new PagePolicyFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 110);
        return registration;
    }

    @Bean
    FilterRegistrationBean<TasklistSignOutFilter> tasklistSignOutFilter() {
        var registration = new FilterRegistrationBean<>(new TasklistSignOutFilter());
        registration.addUrlPatterns("/camunda/api/admin/auth/user/*");
        registration.setOrder(0);
        return registration;
    }
}
