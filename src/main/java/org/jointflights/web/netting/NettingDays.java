package org.jointflights.web.netting;

import java.util.concurrent.TimeUnit;
import org.jointflights.application.netting.RemindOfNettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has people told of the days of nettings; on several nodes each looks, and each is told once. */
@Component
@ConditionalOnProperty(name = "jointflights.notices-of-tasks", matchIfMissing = true)
class NettingDays {

    private final RemindOfNettings nettings;

    NettingDays(RemindOfNettings nettings) {
        this.nettings = nettings;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 3, timeUnit = TimeUnit.MINUTES)
    void tell() {
        nettings.tell();
    }
}
