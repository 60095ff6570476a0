package org.jointflights.process.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.PlainText;

/**
 * The JSON of a request to the engine, read once and strictly. The engine gets what was understood here, written anew, and
 * never the bytes that came: two readers of one text can differ.
 */
final class RequestBody {

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]");
    private static final Set<String> PLAIN_TYPES =
            Set.of("string", "boolean", "integer", "long", "short", "double", "number", "null");

    private static final int MOST_RETRIES = 10;

    private final JsonNode content;

    private RequestBody(JsonNode content) {
        this.content = content;
    }

    /** Throws {@link BadInput} unless it is one JSON object, in UTF-8, of plain text and without an expression. */
    static RequestBody read(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return new RequestBody(JSON.createObjectNode());
        }
        JsonNode content = parse(bytes);
        if (!content.isObject()) {
            throw BadInput.of("body", content.getNodeType().name().toLowerCase(Locale.ROOT), "common.json");
        }
        requirePlain("body", content);
        return new RequestBody(content);
    }

    private static JsonNode parse(byte[] bytes) throws IOException {
        // Bytes would be read as UTF-16 or UTF-32 where they look like it.
        try (Reader text = new InputStreamReader(
                new ByteArrayInputStream(bytes),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            return JSON.readTree(text);
        } catch (JsonProcessingException | CharacterCodingException noJson) {
            throw BadInput.of("body", "", "common.json");
        }
    }

    private static void requirePlain(String field, JsonNode node) {
        if (node.isTextual()) {
            PlainText.require(field, node.textValue());
        }
        if (node.isArray()) {
            node.forEach(element -> requirePlain(field, element));
        }
        for (Map.Entry<String, JsonNode> one : node.properties()) {
            requireNoExpression(one.getKey());
            // A variable's value stands in an object of its own; the field is what that object is called.
            requirePlain(one.getKey().equals("value") ? field : one.getKey(), one.getValue());
        }
    }

    /** The engine would run what is called so, and checks for it only where it expects it. */
    static void requireNoExpression(String name) {
        PlainText.require(name, name);
        String letters = NO_LETTER
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        if (letters.toLowerCase(Locale.ROOT).endsWith("expression")) {
            throw BadInput.of(name, "", "common.expression");
        }
    }

    /** Throws {@link NotYours} if it names anybody else as the one who claims. */
    void requireClaimFor(String person) {
        if (!content.path("userId").asText("").equals(person)) {
            throw NotYours.of("common.task.claimForYourself");
        }
    }

    /** Throws {@link BadInput} if a field of the form holds anything but text, a number, or yes and no. */
    void requirePlainVariables() {
        JsonNode variables = content.path("variables");
        if (!variables.isObject() && !variables.isMissingNode() && !variables.isNull()) {
            throw BadInput.of("variables", variables.getNodeType().name().toLowerCase(Locale.ROOT), "common.json");
        }
        for (Map.Entry<String, JsonNode> field : variables.properties()) {
            JsonNode type = field.getValue().path("type");
            JsonNode value = field.getValue().path("value");
            boolean plain = type.isMissingNode()
                    || type.isNull()
                    || PLAIN_TYPES.contains(type.asText().toLowerCase(Locale.ROOT));
            if (!plain || !field.getValue().isObject() || value.isContainerNode()) {
                throw BadInput.of(
                        field.getKey(), plain ? value.getNodeType().name() : type.asText(), "common.valueType");
            }
        }
    }

    /** Throws {@link BadInput} unless it says how often a job is to be tried. */
    void requireRetries() {
        JsonNode retries = content.path("retries");
        if (!retries.isInt() || retries.intValue() < 0 || retries.intValue() > MOST_RETRIES) {
            throw BadInput.of("retries", retries.asText(""), "common.wholeNumber", 0, MOST_RETRIES);
        }
    }

    /** After {@link #requireRetries}. */
    int retries() {
        return content.path("retries").intValue();
    }

    byte[] bytes() throws IOException {
        return JSON.writeValueAsBytes(content);
    }
}
