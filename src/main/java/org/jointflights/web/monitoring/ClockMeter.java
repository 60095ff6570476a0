package org.jointflights.web.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jointflights.application.system.CompareClocks;
import org.springframework.stereotype.Component;

/** Each node's own, unlike the figures of flights. */
@Component
class ClockMeter implements MeterBinder {

    private final CompareClocks clocks;

    ClockMeter(CompareClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("jointflights.clock.ahead", clocks, known -> known.ahead().toMillis() / 1000.0)
                .description("By how many seconds the clock of the node is ahead of the database's.")
                .baseUnit("seconds")
                .register(meters);
    }
}
