package org.jointflights.application.example;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jointflights.domain.Sentence;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Says on every page that the clock is not the machine's, while it is not. */
@Component
@Profile("example")
public class ShowRehearsal {

    private final RehearsalClock clock;

    ShowRehearsal(RehearsalClock clock) {
        this.clock = clock;
    }

    /** What the clock shows and how far that is ahead; nothing while it goes with the machine's. */
    public Optional<Sentence> banner() {
        Duration ahead = clock.ahead();
        return ahead.isZero()
                ? Optional.empty()
                : Optional.of(Sentence.of("rehearsal.banner", new RehearsedMoment(clock.instant()), howFar(ahead)));
    }

    /** In days, and in hours or minutes where it is less than two of them. */
    public static Sentence howFar(Duration ahead) {
        // By two days forward is a little less than two days ahead once the clock has stopped and gone on.
        Duration rounded = ahead.plusMinutes(30);
        if (rounded.toDays() > 1) {
            return Sentence.of("rehearsal.ahead.days", rounded.toDays());
        }
        return rounded.toHours() > 1
                ? Sentence.of("rehearsal.ahead.hours", rounded.toHours())
                : Sentence.of("rehearsal.ahead.minutes", ahead.toMinutes());
    }

    /** What it shows. */
    public Instant shown() {
        return clock.instant();
    }

    /** What the machine's clock shows. */
    public Instant real() {
        return clock.instant().minus(clock.ahead());
    }
}
