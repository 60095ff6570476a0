package org.jointflights.application.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;

/**
 * A sentence's gaps as a JSON list: texts, amounts as {@code {"minor":…,"currency":…}}, and sentences within the sentence
 * as {@code {"code":…,"arguments":[…]}}.
 */
public final class SentenceJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SentenceJson() {}

    public static String write(Sentence sentence) {
        return arguments(sentence).toString();
    }

    /** Throws {@link IllegalStateException} if the text is not what {@link #write} wrote. */
    public static Sentence read(String code, String arguments) {
        try {
            return sentence(code, JSON.readTree(arguments));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored sentence " + code + " is damaged", e);
        }
    }

    private static ArrayNode arguments(Sentence sentence) {
        ArrayNode list = JSON.createArrayNode();
        for (Object gap : sentence.arguments()) {
            if (gap instanceof Sentence inner) {
                list.addObject().put("code", inner.code()).set("arguments", arguments(inner));
            } else if (gap instanceof Money money) {
                list.addObject()
                        .put("minor", money.minor())
                        .put("currency", money.currency().getCurrencyCode());
            } else {
                list.add(gap.toString());
            }
        }
        return list;
    }

    private static Sentence sentence(String code, JsonNode arguments) {
        List<Object> gaps = new ArrayList<>();
        for (JsonNode gap : arguments) {
            gaps.add(gap.isObject() ? inner(gap) : gap.asText());
        }
        return new Sentence(code, gaps);
    }

    private static Object inner(JsonNode gap) {
        return gap.has("minor")
                ? new Money(
                        gap.get("minor").longValue(),
                        Currency.getInstance(gap.get("currency").asText()))
                : sentence(gap.get("code").asText(), gap.get("arguments"));
    }
}
