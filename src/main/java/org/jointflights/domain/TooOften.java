package org.jointflights.domain;

import java.time.Duration;

/** Something tried too often in a short time: the sentence says how long the next try has to wait. */
public final class TooOften extends Refusal {

    private final long seconds;

    private TooOften(long seconds, Sentence sentence) {
        super(sentence);
        this.seconds = seconds;
    }

    /** The sentence {@code code} gets the wait in whole seconds as {@code {0}} and in whole minutes as {@code {1}}. */
    public static TooOften of(Duration wait, String code) {
        // Rounded up: whoever waits as long as was said is let in.
        long seconds = wait.plusMillis(999).toSeconds();
        return new TooOften(seconds, Sentence.of(code, seconds, (seconds + 59) / 60));
    }

    /** How long the next try has to wait. */
    public long seconds() {
        return seconds;
    }
}
