package org.jointflights.process.signin;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.jointflights.application.people.People;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The engine's filters behind the sign-in; Spring Security's chain comes before all of them. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    FilterRegistrationBean<SignedInUserFilter> signedInUserFilter(
            @Lazy IdentityService identities, @Lazy People people) {
        var registration = new FilterRegistrationBean<>(new SignedInUserFilter(identities, people));
        registration.setOrder(10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> containerBasedAuthenticationFilter() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", ContainerSignIn.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(20);
        return registration;
    }
}
