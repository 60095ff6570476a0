package org.jointflights.process.example;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jointflights.application.example.ClockMoves;
import org.jointflights.application.example.RehearsalClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The one clock of the example, the application's and the engine's: it shows the past while the example flights are played before the
 * start is complete, so that their trail bears plausible days, and from then on the system's time, or a later one if somebody has moved
 * it. A moved clock goes on ticking, also after a restart.
 */
@Component
@Profile("example")
@Primary
class EngineRehearsalClock extends Clock implements RehearsalClock {

    private final Clock system = Clock.tickMillis(ZoneOffset.UTC);
    private final ClockMoves moves;

    private volatile Duration ahead;
    private volatile @Nullable Instant played;

    EngineRehearsalClock(ClockMoves moves) {
        this.moves = moves;
        this.ahead = moves.ahead();
        if (!ahead.isZero()) {
            ClockUtil.offset(ahead.toMillis());
        }
    }

    void play(Instant moment) {
        played = moment;
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    void backToNow() {
        played = null;
        if (ahead.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(ahead.toMillis());
        }
    }

    @Override
    public Duration ahead() {
        return ahead;
    }

    /** Written down first: whoever is killed in between has a clock that is ahead of what is stored, never behind it. */
    @Override
    public synchronized void moveTo(Instant moment) {
        Duration further = Duration.between(system.instant(), moment);
        if (further.compareTo(ahead) > 0) {
            moves.remember(further);
            ahead = further;
            ClockUtil.offset(further.toMillis());
        }
    }

    @Override
    public Instant instant() {
        Instant moment = played;
        return moment == null ? system.instant().plus(ahead) : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Instant moment = played;
        return moment == null ? Clock.offset(system, ahead).withZone(zone) : Clock.fixed(moment, zone);
    }
}
