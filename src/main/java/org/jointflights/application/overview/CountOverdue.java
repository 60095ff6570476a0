package org.jointflights.application.overview;

import java.time.Clock;
import org.jointflights.application.people.CurrentUser;
import org.springframework.stereotype.Service;

/** How many tasks of the groups of whoever is signed in were to be done by now. */
@Service
public class CountOverdue {

    private final OpenTasks tasks;
    private final CurrentUser user;
    private final Clock clock;

    CountOverdue(OpenTasks tasks, CurrentUser user, Clock clock) {
        this.tasks = tasks;
        this.user = user;
        this.clock = clock;
    }

    public int ofMine() {
        return tasks.overdueOf(user.groups(), clock.instant());
    }
}
