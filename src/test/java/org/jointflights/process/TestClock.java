package org.jointflights.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jointflights.application.system.DatabaseTimes;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The application's and the engine's clock in tests: it stands until it is moved. */
@TestComponent
@Primary
public class TestClock extends Clock implements DatabaseTimes {

    /** A Monday in spring, well before every flight of the tests. */
    public static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

    private volatile Instant now = START;

    public void set(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void advance(Duration by) {
        set(now.plus(by));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** The database's clock shows the same. */
    @Override
    public Instant now() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
