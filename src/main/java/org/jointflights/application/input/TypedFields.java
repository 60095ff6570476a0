package org.jointflights.application.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.PlainText;
import org.jointflights.domain.money.Currencies;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one form or request as they were typed. Every method names the field it wants and throws {@link BadInput}
 * if what stands there is not what it wants; an empty field is one that was left out or holds only blanks.
 */
public final class TypedFields {

    private static final Pattern FOR_PARTY = Pattern.compile("(\\p{Alpha}{2})[\\s:=]+(.+)");

    private static final int LONGEST_TEXT = 1000;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}([.,][0-9]{1,12})?");

    private final Map<String, Object> values = new HashMap<>();

    /** Null values count as left out. */
    public TypedFields(Map<String, ? extends @Nullable Object> typed) {
        typed.forEach((field, value) -> {
            if (value != null) {
                values.put(field, value);
            }
        });
    }

    /** The same fields, some by other names: what is refused, is refused by the new name. */
    public TypedFields named(Map<String, String> names) {
        Map<String, Object> renamed = new HashMap<>();
        values.forEach((field, value) -> renamed.put(names.getOrDefault(field, field), value));
        return new TypedFields(renamed);
    }

    /** A text on one line of at most 1,000 characters that must be there. */
    public String text(String field) {
        return optionalText(field).orElseThrow(() -> missing(field));
    }

    /** A text on one line of at most 1,000 characters, if there is one. */
    public Optional<String> optionalText(String field) {
        String text = asTyped(field).strip();
        PlainText.requireLine(field, text);
        return notTooLong(field, text);
    }

    /** A reason or note of at most 1,000 characters that must be there; it may have several lines. */
    public String remark(String field) {
        return optionalRemark(field).orElseThrow(() -> missing(field));
    }

    /** A reason or note of at most 1,000 characters, if there is one; it may have several lines. */
    public Optional<String> optionalRemark(String field) {
        String text = asTyped(field).strip();
        PlainText.require(field, text);
        return notTooLong(field, text);
    }

    private static BadInput missing(String field) {
        return BadInput.of(field, "", "common.missing");
    }

    private static Optional<String> notTooLong(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw BadInput.of(field, text.substring(0, 20) + "…", "common.tooLong", text.length(), LONGEST_TEXT);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A text on one line that must be there and has at most so many characters. */
    public String shortText(String field, int most) {
        String text = text(field);
        if (text.length() > most) {
            throw BadInput.of(field, text.substring(0, 20) + "…", "common.tooLong", text.length(), most);
        }
        return text;
    }

    /** A whole number between the two, both included. */
    public int wholeNumber(String field, int least, int most) {
        String typed = text(field);
        try {
            int number = new BigDecimal(typed).intValueExact();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw BadInput.of(field, typed, "common.wholeNumber", least, most);
        }
        throw BadInput.of(field, typed, "common.wholeNumber", least, most);
    }

    /** Like {@link #wholeNumber}, but an empty field is 0. */
    public int wholeNumberOrZero(String field, int most) {
        return isEmpty(field) ? 0 : wholeNumber(field, 0, most);
    }

    /** A figure above or equal to zero with at most 12 digits before and after a point or comma. */
    public BigDecimal decimal(String field) {
        String typed = text(field);
        if (!DECIMAL.matcher(typed).matches()) {
            throw BadInput.of(field, typed, "common.decimal", "0.82035");
        }
        return new BigDecimal(typed.replace(',', '.'));
    }

    /** Whether a question that must be answered was answered with yes. */
    public boolean yes(String field) {
        String typed = text(field);
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw BadInput.of(field, typed, "common.choice", String.join(", ", "yes", "no"));
        };
    }

    /** One of the names of the enum, in any case. */
    public <E extends Enum<E>> E choice(String field, Class<E> kind) {
        String typed = text(field);
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> BadInput.of(
                        field,
                        typed,
                        "common.choice",
                        Arrays.stream(kind.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** A day, {@code 2026-12-03}. */
    public LocalDate date(String field) {
        String typed = text(field);
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw BadInput.of(field, typed, "common.date");
        }
    }

    /** A day and a time of day in that zone, {@code 2026-12-03 07:30}; a time that the zone's clocks skip is refused. */
    public ZonedDateTime dateTime(String field, ZoneId zone) {
        String typed = text(field);
        try {
            LocalDateTime local = LocalDateTime.parse(typed.replace('T', ' '), DATE_TIME);
            if (zone.getRules().getValidOffsets(local).isEmpty()) {
                throw BadInput.of(field, typed, "common.dateTime");
            }
            return local.atZone(zone);
        } catch (DateTimeParseException notATime) {
            throw BadInput.of(field, typed, "common.dateTime");
        }
    }

    /** A day and a time of day as {@link #dateTime} reads it. */
    public static String written(ZonedDateTime time) {
        return DATE_TIME.format(time);
    }

    /** An amount as people type it, in that currency. */
    public Money money(String field, Currency currency) {
        return MoneyText.parse(field, text(field), currency);
    }

    /** An ISO 4217 code; empty means euro. */
    public Currency currencyOrEuro(String field) {
        return isEmpty(field) ? Money.EUR : Currencies.of(field, text(field));
    }

    /** A party's code. */
    public Party party(String field) {
        return Party.named(field, text(field));
    }

    /** Parties' codes, separated by commas or blanks; an empty field is nobody. */
    public Set<Party> parties(String field) {
        Set<Party> parties = new TreeSet<>();
        optionalText(field).ifPresent(typed -> {
            for (String code : typed.split("[\\s,;]+", -1)) {
                parties.add(new TypedFields(Map.of(field, code)).party(field));
            }
        });
        return parties;
    }

    /**
     * What was typed for each party, as in {@code FR 2; GB 3}, with a semicolon between them; an empty field is for nobody.
     */
    public Map<Party, TypedFields> byParty(String field) {
        Map<Party, TypedFields> typed = new TreeMap<>();
        for (String entry : optionalText(field).orElse("").split(";", 0)) {
            if (entry.isBlank()) {
                continue;
            }
            Matcher parts = FOR_PARTY.matcher(entry.strip());
            if (!parts.matches()) {
                throw BadInput.of(field, entry.strip(), "common.byParty");
            }
            Party party = new TypedFields(Map.of(field, parts.group(1))).party(field);
            if (typed.putIfAbsent(party, new TypedFields(Map.of(field, parts.group(2)))) != null) {
                throw BadInput.of(field, party, "costs.party.repeated");
            }
        }
        return typed;
    }

    public boolean isEmpty(String field) {
        return asTyped(field).isBlank();
    }

    private String asTyped(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString();
    }
}
