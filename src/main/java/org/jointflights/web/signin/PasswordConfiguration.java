package org.jointflights.web.signin;

import org.jointflights.application.people.People;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Looks at the password before any page, and before the engine's own filters. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    @Bean
    FilterRegistrationBean<PasswordFilter> passwordFilter(@Lazy People people) {
        var registration = new FilterRegistrationBean<>(new PasswordFilter(people));
        registration.setOrder(-50);
        return registration;
    }
}
