package org.jointflights.application.scenario;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what nobody has used for a year: a name in somebody's words is kept no longer than they need it. */
@Service
@Transactional
public class DropScenarios {

    /** After the day on which its owner kept, shared or opened it last. */
    public static final int MONTHS = 12;

    private final Scenarios scenarios;
    private final Clock clock;

    DropScenarios(Scenarios scenarios, Clock clock) {
        this.scenarios = scenarios;
        this.clock = clock;
    }

    /** All whose time is over. */
    public void drop() {
        scenarios.dropUnusedSince(clock.instant()
                .atZone(ZoneOffset.UTC)
                .minusMonths(MONTHS)
                .minusDays(1)
                .toInstant());
    }
}
