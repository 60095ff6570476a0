package org.jointflights.domain;

/** An act or a view that belongs to somebody else. */
public final class NotYours extends Refusal {

    private NotYours(Sentence sentence) {
        super(sentence);
    }

    public static NotYours of(String code, Object... arguments) {
        return new NotYours(Sentence.of(code, arguments));
    }
}
