package org.jointflights.domain;

import java.time.Duration;

/** Something that cannot be done now because others are having it done: the sentence says when to try again. */
public final class Busy extends Refusal {

    private final long seconds;

    private Busy(long seconds, String code) {
        super(Sentence.of(code, seconds));
        this.seconds = seconds;
    }

    /** The sentence {@code code} gets the wait in whole seconds as {@code {0}}. */
    public static Busy of(Duration wait, String code) {
        return new Busy(wait.toSeconds(), code);
    }

    /** After how long the next try is worth making. */
    public long seconds() {
        return seconds;
    }
}
