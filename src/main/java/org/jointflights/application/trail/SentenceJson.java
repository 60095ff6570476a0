package org.jointflights.application.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.domain.Day;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.hours.Efh;
import org.jointflights.domain.money.Money;

/**
 * A sentence's gaps as a JSON list: texts, amounts as {@code {"minor":…,"currency":…}}, flying hours as
 * {@code {"efhThousandths":…}}, parties to be named in full as {@code {"party":…}}, airports as {@code {"place":…}}, dates as {@code {"day":…}}, and sentences within the sentence as {@code {"code":…,"arguments":[…]}}. Where a text is erased there is
 * a null, which is read as a sentence that says so.
 */
public final class SentenceJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The only texts that need not go with what people typed: two capitals name a party, and neither names a person. */
    private static final Pattern PARTY_OR_NUMBER = Pattern.compile("[A-Z]{2}|[0-9]{0,5}");

    /** In a refusal a label is a sentence too, and its code is what a request called the field. */
    private static final String LABEL = "field.";

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

    /** Code and gaps in one text, for where there is room for one only. */
    public static String writeWhole(Sentence sentence) {
        return object(sentence).toString();
    }

    /** Throws {@link IllegalStateException} if the text is not what {@link #writeWhole} wrote. */
    public static Sentence readWhole(String text) {
        try {
            return sentence(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored sentence is damaged: " + text, e);
        }
    }

    /**
     * What is left of those gaps once all that somebody may have typed is erased: every text but codes, parties and numbers of
     * at most five digits. Throws {@link IllegalStateException} if they are not what {@link #write} wrote.
     */
    public static String withoutTexts(String arguments) {
        try {
            return withoutTexts(JSON.readTree(arguments)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored gaps are damaged", e);
        }
    }

    private static ArrayNode withoutTexts(JsonNode arguments) {
        ArrayNode list = JSON.createArrayNode();
        for (JsonNode gap : arguments) {
            list.add(withoutText(gap));
        }
        return list;
    }

    private static JsonNode withoutText(JsonNode gap) {
        if (gap.has("arguments")) {
            String code = gap.path("code").asText();
            return code.startsWith(LABEL)
                    ? NullNode.getInstance()
                    : JSON.createObjectNode().put("code", code).set("arguments", withoutTexts(gap.get("arguments")));
        }
        boolean typed =
                gap.isTextual() && !PARTY_OR_NUMBER.matcher(gap.asText()).matches();
        return typed ? NullNode.getInstance() : gap;
    }

    private static ObjectNode object(Sentence sentence) {
        ObjectNode object = JSON.createObjectNode().put("code", sentence.code());
        object.set("arguments", arguments(sentence));
        return object;
    }

    private static Sentence sentence(JsonNode object) {
        return sentence(object.path("code").asText(), object.path("arguments"));
    }

    private static ArrayNode arguments(Sentence sentence) {
        ArrayNode list = JSON.createArrayNode();
        for (Object gap : sentence.arguments()) {
            if (gap instanceof Sentence inner) {
                list.add(object(inner));
            } else if (gap instanceof Money money) {
                list.addObject()
                        .put("minor", money.minor())
                        .put("currency", money.currency().getCurrencyCode());
            } else if (gap instanceof PartyName name) {
                list.addObject().put("party", name.party().code());
            } else if (gap instanceof PlaceName place) {
                list.addObject().put("place", place.code());
            } else if (gap instanceof Day day) {
                list.addObject().put("day", day.date().toString());
            } else if (gap instanceof Efh hours) {
                list.addObject().put("efhThousandths", hours.thousandths());
            } else if (gap instanceof Worded) {
                throw new IllegalStateException("kept in no language but as what it is: " + gap.getClass());
            } else {
                list.add(gap.toString());
            }
        }
        return list;
    }

    private static Sentence sentence(String code, JsonNode arguments) {
        List<Object> gaps = new ArrayList<>();
        for (JsonNode gap : arguments) {
            gaps.add(gap.isValueNode() && !gap.isNull() ? gap.asText() : inner(gap));
        }
        return new Sentence(code, gaps);
    }

    private static Object inner(JsonNode gap) {
        if (gap.isNull()) {
            return Sentence.of("common.erased");
        }
        if (gap.has("party")) {
            return new PartyName(new Party(gap.get("party").asText()));
        }
        if (gap.has("place")) {
            return new PlaceName(gap.get("place").asText());
        }
        if (gap.has("day")) {
            return new Day(LocalDate.parse(gap.get("day").asText()));
        }
        if (gap.has("efhThousandths")) {
            return new Efh(gap.get("efhThousandths").longValue());
        }
        return gap.has("minor")
                ? new Money(
                        gap.get("minor").longValue(),
                        Currency.getInstance(gap.get("currency").asText()))
                : sentence(gap);
    }
}
