package org.jointflights.domain;

/** Something that is right in itself and more than is done at once: the sentence says how much is. */
public final class TooMuch extends Refusal {

    private TooMuch(Sentence sentence) {
        super(sentence);
    }

    /** The sentence {@code code} gets these, from {@code {0}} on. */
    public static TooMuch of(String code, Object... gaps) {
        return new TooMuch(Sentence.of(code, gaps));
    }
}
