package org.jointflights.web.hours;

import java.util.concurrent.TimeUnit;
import org.jointflights.application.hours.RemindOfExchanges;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has those reminded who are waited for with flying hours; on several nodes each looks, and each is told once. */
@Component
@ConditionalOnProperty(name = "jointflights.notices-of-tasks", matchIfMissing = true)
class HoursDays {

    private final RemindOfExchanges exchanges;

    HoursDays(RemindOfExchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 4, timeUnit = TimeUnit.MINUTES)
    void tell() {
        exchanges.tell();
    }
}
