package org.jointflights.domain.closing;

import java.time.Instant;
import java.time.ZoneId;
import org.jointflights.domain.Sentence;

/**
 * How long what people typed about causes and reasons may be kept after the end of a return.
 *
 * @param days after the end of the tasks, at the latest
 * @param rule the name of the rule that says so, in the table of the dates
 */
public record RetentionTerm(int days, String rule) {

    /** The moment by which it is erased, of tasks that ended then. */
    public Instant endOf(Instant ended, ZoneId zone) {
        return ended.atZone(zone).plusDays(days).toInstant();
    }

    /** What people call the rule. */
    public Sentence words() {
        return Sentence.of("closing.rule." + rule);
    }
}
