package org.jointflights.domain;

/** An act that came too late or at the wrong stage: what it relied on has changed. */
public final class Conflict extends Refusal {

    private Conflict(Sentence sentence) {
        super(sentence);
    }

    public static Conflict of(String code, Object... arguments) {
        return new Conflict(Sentence.of(code, arguments));
    }
}
