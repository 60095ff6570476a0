package org.jointflights.process.api;

import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.ServletProperties;
import org.jointflights.application.people.People;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

/** The engine's API as it is opened here, and what stands before it; Spring Security's chain comes before both. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    FilterRegistrationBean<EngineRequestFilter> engineRequestFilter(
            @Lazy People people, @Lazy RefusalAnswers refusals, @Lazy NoteAttempts attempts) {
        var registration = new FilterRegistrationBean<>(new EngineRequestFilter(people, refusals, attempts));
        registration.addUrlPatterns("/camunda/api/*");
        registration.setOrder(15);
        return registration;
    }

    /** Registered under the name that Camunda uses, and before it, so that Camunda leaves its own out. */
    @Bean
    ServletRegistrationBean<ServletContainer> engineApi() {
        var registration = new ServletRegistrationBean<>(new ServletContainer(), "/camunda/api/engine/*");
        registration.setName("Engine Api");
        registration.addInitParameter(ServletProperties.JAXRS_APPLICATION_CLASS, EngineApi.class.getName());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
