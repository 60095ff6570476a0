package org.jointflights.process.engine;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.xml.XmlEscape;
import org.unbescape.xml.XmlEscapeLevel;
import org.unbescape.xml.XmlEscapeType;

/** Writes what stands on the drawing of a model, names and notes, in another language than the model's own. */
public final class Drawings {

    private static final Pattern NAME = Pattern.compile("(<bpmn:\\w+ id=\"[^\"]+\" name=\")([^\"]*)(\")");
    private static final Pattern NOTE = Pattern.compile("(<bpmn:text>)([^<]*)(</bpmn:text>)");
    private static final Wordings WORDINGS = Wordings.ofModels();

    private Drawings() {}

    /** The model, as XML, in the language of whoever asks over HTTP. */
    public static String forReader(String model) {
        return in(FormLanguage.ofReader(), model);
    }

    /** The model, as XML, in that language; as it is in its own. */
    public static String in(Locale language, String model) {
        if (language.equals(FormLanguage.OF_FILES)) {
            return model;
        }
        String named = NAME.matcher(model).replaceAll(name -> Matcher.quoteReplacement(text(name, language)));
        return NOTE.matcher(named).replaceAll(note -> Matcher.quoteReplacement(text(note, language)));
    }

    private static String text(MatchResult found, Locale language) {
        return found.group(1)
                + XmlEscape.escapeXml10Attribute(
                        WORDINGS.in(language, XmlEscape.unescapeXml(found.group(2))),
                        XmlEscapeType.CHARACTER_ENTITY_REFERENCES_DEFAULT_TO_HEXA,
                        XmlEscapeLevel.LEVEL_1_ONLY_MARKUP_SIGNIFICANT)
                + found.group(3);
    }
}
