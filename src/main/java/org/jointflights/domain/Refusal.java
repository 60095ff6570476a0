package org.jointflights.domain;

import java.util.Locale;

/**
 * Something a person asked for and does not get, said in one sentence of the message bundles. Unchecked, so that the
 * transaction it stops is rolled back and nothing is stored.
 */
public abstract sealed class Refusal extends RuntimeException
        permits BadInput, Unknown, NotYours, Conflict, TooOften, TooMuch, Busy {

    private final transient Sentence sentence;

    Refusal(Sentence sentence) {
        super(sentence.in(Locale.ENGLISH), null, false, true);
        this.sentence = sentence;
    }

    /** The sentence in that language. */
    public final String sentence(Locale language) {
        return sentence.in(language);
    }

    /** The sentence itself, to stand in another one. */
    public final Sentence asSentence() {
        return sentence;
    }

    /** The key of the sentence in the message bundles. */
    public final String code() {
        return sentence.code();
    }
}
