package org.jointflights.application.costs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.PlainText;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.InputPlace;
import org.jointflights.domain.costs.InputPlace.Kind;
import org.jointflights.domain.money.Currencies;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, read field by field; whatever is not as it should be is refused with the field's path. What somebody typed is
 * read more strictly than what is on record: of states and currencies that are, with nothing taken for granted.
 */
final class JsonReader {

    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern AIRPORT = Pattern.compile("[A-Z]{3}");

    /** Fields that a cost input calls as forms call others, or that no form has. */
    private static final Set<String> OWN_LABELS = Set.of(
            "version",
            "participants",
            "party",
            "committed",
            "used",
            "legs",
            "stops",
            "shortcuts",
            "airport",
            "neededBy",
            "aboard",
            "sharers",
            "parties",
            "from",
            "to",
            "id",
            "category",
            "conversion",
            "rule",
            "rates",
            "month",
            "unitsPerEuro",
            "source",
            "withdrawals",
            "taper",
            "reusedBy",
            "cost",
            "quote",
            "yardstick",
            "before",
            "after");

    private final JsonNode json;
    private final InputPlace place;
    private final boolean typed;

    JsonReader(JsonNode json, InputPlace place, boolean typed) {
        this.json = json;
        this.place = place;
        this.typed = typed;
    }

    /** What is made of values that are each as they should be; a refusal of them together is told with this place. */
    <T> T make(Supplier<T> made) {
        try {
            return made.get();
        } catch (BadInput refused) {
            throw placed(refused);
        }
    }

    /** Why a field of it cannot be taken. */
    BadInput refused(String field, @Nullable Object value, String code, Object... more) {
        return placed(BadInput.of(field, value, code, more));
    }

    private BadInput placed(BadInput refused) {
        // A quote as a whole is called by its amount here.
        String field = refused.field().equals("quote") ? "cost" : refused.field();
        return refused.at(place.path() + field, place.label(label(refused.field())));
    }

    private Sentence label(String field) {
        return place.path().endsWith("customWeights.")
                ? Sentence.of("costs.input.weight", field)
                : Sentence.of((OWN_LABELS.contains(field) ? "costs.input." : "field.") + field);
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
                throw refused(field, "", "costs.budget.json.undeclared", String.join(", ", known));
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
            throw refused(field, shown(value), "costs.budget.json.text");
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
        throw refused(field, shown(value), "common.wholeNumber", least, most);
    }

    /** A whole number of heads; left out is none. */
    int count(String field) {
        return has(field) ? (int) wholeNumber(field, 0, Seats.MOST) : 0;
    }

    /** An amount as a text or a number. */
    Money money(String field, Currency currency) {
        JsonNode value = json.get(field);
        if (value != null && value.isNumber()) {
            return make(() -> MoneyText.of(field, value.decimalValue(), currency));
        }
        if (value != null && !value.isNull() && !value.isTextual()) {
            throw refused(field, shown(value), "money.notANumber", "1250.50");
        }
        return make(() -> MoneyText.parse(field, value == null ? null : value.asText(), currency));
    }

    BigDecimal decimal(String field) {
        String typed = text(field);
        if (!typed.matches("[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            throw refused(field, shown(json.get(field)), "common.decimal", "0.82035");
        }
        return new BigDecimal(typed);
    }

    YearMonth month(String field) {
        String typed = text(field);
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeParseException notAMonth) {
            throw refused(field, typed, "costs.budget.json.month");
        }
    }

    <E extends Enum<E>> E choice(String field, Class<E> kind) {
        String typed = shown(json.get(field));
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> refused(
                        field,
                        typed,
                        "common.choice",
                        Arrays.stream(kind.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** By its IATA code. */
    String airport(String field) {
        String code = text(field);
        if (typed && !AIRPORT.matcher(code).matches()) {
            throw refused(field, shown(json.get(field)), "costs.budget.json.airport");
        }
        return code;
    }

    Currency currency(String field) {
        String code = shown(json.get(field));
        return make(() -> typed ? Currencies.of(field, code) : Currencies.recorded(field, code));
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
                throw refused(field, code.asText(), "costs.party.repeated");
            }
        }
        return parties;
    }

    JsonReader object(String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isObject()) {
            throw refused(field, shown(value), "costs.budget.json.object");
        }
        return new JsonReader(value, place.within(field + ".", ofObject(field)), typed);
    }

    List<JsonReader> list(String field) {
        List<JsonReader> objects = new ArrayList<>();
        for (JsonNode value : array(field)) {
            if (!value.isObject()) {
                throw refused(field, shown(value), "costs.budget.json.object");
            }
            int i = objects.size();
            objects.add(new JsonReader(value, place.within(field + "[" + i + "].", ofEntry(field, i, value)), typed));
        }
        return objects;
    }

    /** How people call an object by which its fields are told from others of the same name; nothing where none are. */
    private @Nullable Sentence ofObject(String field) {
        if (field.equals("used") || field.equals("conversion") || field.equals("before") || field.equals("after")) {
            return Sentence.of("costs.place." + field);
        }
        return place.path().endsWith("limits.") ? Kind.PARTY.words(0, field) : null;
    }

    private static @Nullable Sentence ofEntry(String field, int i, JsonNode value) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.field().equals(field))
                .findFirst()
                .map(kind -> kind.words(i, name(kind, value)))
                .orElse(null);
    }

    private static @Nullable String name(Kind kind, JsonNode entry) {
        JsonNode name = switch (kind) {
            case ITEM -> entry.path("description");
            case PARTY -> entry.path("party");
            case STOP -> entry.path("airport");
            default -> MissingNode.getInstance();
        };
        return name.isTextual() && !name.asText().isBlank() ? PlainText.escaped(shown(name)) : null;
    }

    /** Left out is empty. */
    List<JsonReader> optionalList(String field) {
        return has(field) ? list(field) : List.of();
    }

    private JsonNode array(String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isArray()) {
            throw refused(field, shown(value), "costs.budget.json.list");
        }
        return value;
    }

    private Party party(String field, String code) {
        Party party;
        try {
            party = new Party(code);
        } catch (BadInput notAParty) {
            throw refused(field, code, notAParty.code(), "GB");
        }
        if (typed && !party.isListed()) {
            throw refused(field, code, "common.party.code");
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
