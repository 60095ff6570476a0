package org.jointflights.web.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jointflights.application.system.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.thymeleaf.ITemplateEngine;

/** What becomes of requests, and of what is done on schedule, while the database is away. */
@Configuration(proxyBeanMethods = false)
class OutageConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(OutageConfiguration.class);

    /** After the language is settled and before the session is asked for (Spring Session stands at 50). */
    @Bean
    FilterRegistrationBean<OutageFilter> outageFilter(Outages outages, ITemplateEngine pages, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new OutageFilter(outages, pages, json));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 40);
        return registration;
    }

    /** It is done again at its next time: a line is enough. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer schedule(Outages outages) {
        return scheduler -> scheduler.setErrorHandler(failed -> outages.behind(failed)
                .ifPresentOrElse(
                        outage -> LOG.warn(
                                "What is done on schedule was left for its next time: the database is {}.", outage),
                        () -> LOG.error(
                                "What is done on schedule failed; it is done again at its next time.", failed)));
    }
}
