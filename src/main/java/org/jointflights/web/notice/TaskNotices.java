package org.jointflights.web.notice;

import java.util.concurrent.TimeUnit;
import org.jointflights.application.deadlines.TellOfDeadlines;
import org.jointflights.application.overview.TellOfTasks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Tells every minute of the tasks that came and of those that are due, mail server or not: notices are read on the pages too. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jointflights.notices-of-tasks", matchIfMissing = true)
@EnableScheduling
class TaskNotices {

    private final TellOfTasks coming;
    private final TellOfDeadlines due;

    TaskNotices(TellOfTasks coming, TellOfDeadlines due) {
        this.coming = coming;
        this.due = due;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tell() {
        coming.tell();
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tellOfDeadlines() {
        due.tell();
    }
}
