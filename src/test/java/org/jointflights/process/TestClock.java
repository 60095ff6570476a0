package org.jointflights.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jointflights.application.example.RehearsalClock;
import org.jointflights.application.system.DatabaseTimes;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The application's and the engine's clock in tests, in place of the example's: it stands until it is moved. */
@TestComponent
@Primary
public class TestClock extends Clock implements DatabaseTimes, RehearsalClock, BeanDefinitionRegistryPostProcessor {

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

    /** Nobody sees a banner in a test that sets the clock. */
    @Override
    public Duration ahead() {
        return Duration.ZERO;
    }

    @Override
    public void moveTo(Instant moment) {
        set(moment);
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
        for (String ofTheExample : List.of("engineRehearsalClock", "engineDatabaseTimes")) {
            if (beans.containsBeanDefinition(ofTheExample)) {
                beans.removeBeanDefinition(ofTheExample);
            }
        }
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
