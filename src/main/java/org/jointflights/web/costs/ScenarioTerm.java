package org.jointflights.web.costs;

import java.util.concurrent.TimeUnit;
import org.jointflights.application.scenario.DropScenarios;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every six hours for scenarios that nobody has used for a year. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jointflights.notices-of-tasks", matchIfMissing = true)
@EnableScheduling
class ScenarioTerm {

    private final DropScenarios scenarios;

    ScenarioTerm(DropScenarios scenarios) {
        this.scenarios = scenarios;
    }

    @Scheduled(fixedDelay = 360, initialDelay = 6, timeUnit = TimeUnit.MINUTES)
    void drop() {
        scenarios.drop();
    }
}
