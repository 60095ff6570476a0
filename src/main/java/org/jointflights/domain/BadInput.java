package org.jointflights.domain;

import org.jspecify.annotations.Nullable;

/** A value that cannot be taken: the sentence names the field, the value and what would be right. */
public final class BadInput extends Refusal {

    private final String field;
    private final String value;

    private BadInput(String field, String value, Sentence sentence) {
        super(sentence);
        this.field = field;
        this.value = value;
    }

    /**
     * The sentence {@code code} gets the field's label ({@code field.<field>} of the bundle {@code field}) as {@code {0}}, the
     * value as {@code {1}} and what else it needs from {@code {2}} on.
     */
    public static BadInput of(String field, @Nullable Object value, String code, Object... more) {
        Object[] gaps = new Object[more.length + 2];
        gaps[0] = Sentence.of("field." + field);
        // Amounts and days are written as the reader writes them; only what was typed can hold odd characters.
        gaps[1] = value == null ? "" : value instanceof String typed ? PlainText.escaped(typed) : value;
        System.arraycopy(more, 0, gaps, 2, more.length);
        return new BadInput(field, gaps[1].toString(), Sentence.of(code, gaps));
    }

    /** The same refusal of what stands at this path of a request, called as a person knows it. */
    public BadInput at(String path, Sentence label) {
        Object[] gaps = asSentence().arguments().toArray();
        gaps[0] = label;
        return new BadInput(path, value, Sentence.of(code(), gaps));
    }

    /** The name of the field as the form or request has it. */
    public String field() {
        return field;
    }

    /** The value that was refused, its control characters by their numbers; empty where nothing was given. */
    public String value() {
        return value;
    }
}
