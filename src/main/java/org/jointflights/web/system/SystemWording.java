package org.jointflights.web.system;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jointflights.application.system.Node;
import org.jointflights.domain.Moment;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;

/** Says values as the reader's language writes them; templates call it {@code say}. */
record SystemWording(Locale language) {

    /** From so many hours or days on the smaller unit says nothing more. */
    private static final int TWO = 2;

    public String word(Worded worded) {
        return worded.in(language);
    }

    /** Day and time in UTC. */
    public String time(Instant instant) {
        return Moment.of(instant, ZoneOffset.UTC).in(language);
    }

    /** What is wrong with the clock of a node. */
    public String clock(Node node) {
        String code = node.clockAhead() > 0 ? "system.node.clock.ahead" : "system.node.clock.behind";
        return Sentence.of(code, Math.abs(node.clockAhead())).in(language);
    }

    /** How long ago that was, in minutes, hours or days. */
    public String age(Instant instant, Instant now) {
        Duration age = Duration.between(instant, now);
        if (age.toDays() >= TWO) {
            return Sentence.of("system.age.days", age.toDays()).in(language);
        }
        return age.toHours() >= TWO
                ? Sentence.of("system.age.hours", age.toHours()).in(language)
                : Sentence.of("system.age.minutes", Math.max(0, age.toMinutes()))
                        .in(language);
    }

    public String number(long number) {
        return String.format(language, "%,d", number);
    }
}
