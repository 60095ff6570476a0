package org.jointflights.application.system;

import java.util.Locale;
import java.util.MissingResourceException;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;

/** What a model calls a step, or itself; the bundle {@code step} has it in each language. */
public record StepName(String id, String inModel) implements Worded {

    @Override
    public String in(Locale language) {
        try {
            return Sentence.of("step." + id).in(language);
        } catch (MissingResourceException onlyInAnOlderModel) {
            return inModel;
        }
    }
}
