package org.jointflights.process.deadlines;

import java.util.concurrent.TimeUnit;
import org.jointflights.application.deadlines.TellOfDeadlines;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every minute for deadlines of which people are to be told, on every node that runs the steps of flights. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
@EnableScheduling
class DeadlineClock {

    private final TellOfDeadlines deadlines;

    DeadlineClock(TellOfDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        deadlines.tell();
    }
}
