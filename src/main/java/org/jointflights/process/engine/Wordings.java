package org.jointflights.process.engine;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;

/**
 * The texts that stand in the files of forms and models, in other languages: asked by the text of the file, which is the
 * English one of a bundle. What an older version of a file had, and no bundle knows any more, stays as it was deployed.
 */
public final class Wordings {

    private final Map<String, String> codes;

    private Wordings(Stream<String> topics) {
        codes = topics.flatMap(topic -> ResourceBundle.getBundle("messages/" + topic, Locale.ROOT).keySet().stream())
                .collect(Collectors.toUnmodifiableMap(
                        code -> plain(Sentence.of(code).in(FormLanguage.OF_FILES)),
                        Function.identity(),
                        // Two steps of one name are called the same in every language.
                        (one, same) -> one));
    }

    /** The texts of the forms. */
    static Wordings ofForms() {
        return new Wordings(Stream.of("form"));
    }

    /** The names of processes, tasks and steps, and all that a drawing shows. */
    public static Wordings ofModels() {
        return new Wordings(Stream.of("step", "label"));
    }

    /** The text in that language; itself where there is no other. */
    public String in(Locale language, String text) {
        String code = codes.get(plain(text));
        return code == null ? text : Sentence.of(code).in(language);
    }

    /** A label that is broken in two on a drawing is the same label. */
    private static String plain(String text) {
        return text.replace('\n', ' ');
    }
}
