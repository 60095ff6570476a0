package org.jointflights.web.system;

import org.jointflights.application.system.CompareClocks;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * A node whose clock is wrong is not well. It is given visitors all the same: were it the database's clock that is wrong, all
 * nodes would say so at once, and nobody would get in.
 */
@Component
class ClockHealthIndicator extends AbstractHealthIndicator {

    private final CompareClocks clocks;

    ClockHealthIndicator(CompareClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (clocks.isWrong()) {
            health.down();
        } else {
            health.up();
        }
    }
}
