package org.jointflights.process.example;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The clock of the example: it shows the past while the example flights are played before the start is complete, so that
 * their trail bears plausible days, and the system's time from then on.
 */
@Component
@Profile("example")
@Primary
@ConditionalOnProperty("jointflights.example-flights")
class ExampleClock extends Clock {

    private final Clock system = Clock.tickMillis(ZoneOffset.UTC);

    private volatile @Nullable Instant played;

    void play(Instant moment) {
        played = moment;
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    void backToNow() {
        played = null;
        ClockUtil.reset();
    }

    Instant now() {
        return system.instant();
    }

    @Override
    public Instant instant() {
        Instant moment = played;
        return moment == null ? system.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Instant moment = played;
        return moment == null ? system.withZone(zone) : Clock.fixed(moment, zone);
    }
}
