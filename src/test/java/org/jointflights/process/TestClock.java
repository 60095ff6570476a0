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

    /** The time of a thread that has one of its own: tests that play several flights at once. */
    private static final ThreadLocal<Instant> OWN = new ThreadLocal<>();

    private volatile Instant now = START;

    public void set(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** What the application reads in this thread from now on, whatever others do; the engine's clock stays. */
    public void setHere(Instant instant) {
        OWN.set(instant);
    }

    /** The thread reads what all others read. */
    public void sameAsOthers() {
        OWN.remove();
    }

    public void advance(Duration by) {
        set(now.plus(by));
    }

    @Override
    public Instant instant() {
        Instant here = OWN.get();
        return here == null ? now : here;
    }

    /** The database's clock shows the same. */
    @Override
    public Instant now() {
        return instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
