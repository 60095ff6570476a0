package org.jointflights.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Puts the texts of a form into another language. A form is written in English, as the modeler shows it. */
final class FormTranslations {

    /** The attributes of a field that people read. */
    static final Set<String> READ = Set.of("label", "description", "text", "dateLabel", "timeLabel");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wordings texts = Wordings.ofForms();
    private final Map<ByteBuffer, byte[]> translated = new ConcurrentHashMap<>();

    /** The form in that language; its files are few and stay as they are, so each is translated once. */
    InputStream of(InputStream form, Locale language) {
        if (language.equals(FormLanguage.OF_FILES)) {
            return form;
        }
        try (form) {
            byte[] file = form.readAllBytes();
            return new ByteArrayInputStream(
                    translated.computeIfAbsent(ByteBuffer.wrap(file), unknown -> translate(file, language)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] translate(byte[] file, Locale language) {
        try {
            JsonNode form = JSON.readTree(file);
            translate(form, language);
            return JSON.writeValueAsBytes(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void translate(JsonNode node, Locale language) {
        if (node instanceof ObjectNode part) {
            part.properties().forEach(attribute -> {
                if (READ.contains(attribute.getKey()) && attribute.getValue() instanceof TextNode text) {
                    attribute.setValue(TextNode.valueOf(texts.in(language, text.textValue())));
                } else {
                    translate(attribute.getValue(), language);
                }
            });
        } else if (node instanceof ArrayNode parts) {
            parts.forEach(part -> translate(part, language));
        }
    }
}
