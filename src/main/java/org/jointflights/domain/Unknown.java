package org.jointflights.domain;

/** Something asked for by a name that nothing here has. */
public final class Unknown extends Refusal {

    private Unknown(Sentence sentence) {
        super(sentence);
    }

    public static Unknown of(String code, Object... arguments) {
        return new Unknown(Sentence.of(code, arguments));
    }
}
