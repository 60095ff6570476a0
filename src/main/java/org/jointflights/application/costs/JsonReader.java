package org.jointflights.application.costs;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Currencies;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;

/**
 * One JSON object, read field by field; whatever is not as it should be is refused with the field's path. What somebody typed is
 * read more strictly than what is on record: of states and currencies that are, with nothing taken for granted.
 */
final class JsonReader {

    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern AIRPORT = Pattern.compile("[A-Z]{3}");

    private final JsonNode json;
    private final String path;
    private final boolean typed;

    JsonReader(JsonNode json, String path, boolean typed) {
        this.json = json;
        this.path = path;
        this.typed = typed;
    }

    /** Whether somebody typed it, or it is on record. */
    boolean isTyped() {
        return typed;
    }

    /** Refuses every other field, so that a misspelt one is not taken for one left out. */
    void allow(String... fields) {
        List<String> known = Arrays.asList(fields);
        for (String field : fields()) {
            if (!known.contains(field)) {
                throw BadInput.of(path + field, "", "costs.budget.json.undeclared", String.join(", ", known));
            }
        }
    }

    List<String> fields() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    String text(String field) {
        JsonNode value = json.get(field);
        if (value == null
                || !value.isTextual()
                || value.asText().isBlank()
                || value.asText().length() > LONGEST_TEXT) {
            throw BadInput.of(path + field, shown(value), "costs.budget.json.text");
        }
        return value.asText();
    }

    long wholeNumber(String field, long least, long most) {
        JsonNode value = json.get(field);
        if (value != null && value.isIntegralNumber()) {
            BigInteger number = value.bigIntegerValue();
            if (number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0) {
                return number.longValueExact();
            }
        }
        throw BadInput.of(path + field, shown(value), "common.wholeNumber", least, most);
    }

    /** A whole number of heads; left out is none. */
    int count(String field) {
        return has(field) ? (int) wholeNumber(field, 0, Integer.MAX_VALUE) : 0;
    }

    /** An amount as a text or a number. */
    Money money(String field, Currency currency) {
        JsonNode value = json.get(field);
        if (value != null && value.isNumber()) {
            return MoneyText.of(path + field, value.decimalValue(), currency);
        }
        if (value != null && !value.isNull() && !value.isTextual()) {
            throw BadInput.of(path + field, shown(value), "money.notANumber", "1250.50");
        }
        return MoneyText.parse(path + field, value == null ? null : value.asText(), currency);
    }

    BigDecimal decimal(String field) {
        String typed = text(field);
        if (!typed.matches("[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            throw BadInput.of(path + field, shown(json.get(field)), "common.decimal", "0.82035");
        }
        return new BigDecimal(typed);
    }

    YearMonth month(String field) {
        String typed = text(field);
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeParseException notAMonth) {
            throw BadInput.of(path + field, typed, "costs.budget.json.month");
        }
    }

    <E extends Enum<E>> E choice(String field, Class<E> kind) {
        String typed = shown(json.get(field));
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> BadInput.of(
                        path + field,
                        typed,
                        "common.choice",
                        Arrays.stream(kind.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** By its IATA code. */
    String airport(String field) {
        String code = text(field);
        if (typed && !AIRPORT.matcher(code).matches()) {
            throw BadInput.of(path + field, shown(json.get(field)), "costs.budget.json.airport");
        }
        return code;
    }

    Currency currency(String field) {
        String code = shown(json.get(field));
        return typed ? Currencies.of(path + field, code) : Currencies.recorded(path + field, code);
    }

    Party party(String field) {
        return party(field, text(field));
    }

    /** The party that a field is named after. */
    Party partyNamed(String field) {
        return party(field, field);
    }

    /** Throws {@link BadInput} where one is named twice. */
    Set<Party> parties(String field) {
        Set<Party> parties = new TreeSet<>();
        for (JsonNode code : array(field)) {
            if (!parties.add(party(field, code.asText()))) {
                throw BadInput.of(path + field, code.asText(), "costs.party.repeated");
            }
        }
        return parties;
    }

    JsonReader object(String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isObject()) {
            throw BadInput.of(path + field, shown(value), "costs.budget.json.object");
        }
        return new JsonReader(value, path + field + ".", typed);
    }

    List<JsonReader> list(String field) {
        List<JsonReader> objects = new ArrayList<>();
        for (JsonNode value : array(field)) {
            if (!value.isObject()) {
                throw BadInput.of(path + field, shown(value), "costs.budget.json.object");
            }
            objects.add(new JsonReader(value, path + field + "[" + objects.size() + "].", typed));
        }
        return objects;
    }

    /** Left out is empty. */
    List<JsonReader> optionalList(String field) {
        return has(field) ? list(field) : List.of();
    }

    private JsonNode array(String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isArray()) {
            throw BadInput.of(path + field, shown(value), "costs.budget.json.list");
        }
        return value;
    }

    private Party party(String field, String code) {
        Party party;
        try {
            party = new Party(code);
        } catch (BadInput notAParty) {
            throw BadInput.of(path + field, code, notAParty.code(), "GB");
        }
        if (typed && !party.isListed()) {
            throw BadInput.of(path + field, code, "common.party.code");
        }
        return party;
    }

    private static String shown(JsonNode value) {
        if (value == null) {
            return "";
        }
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
