package org.jointflights.domain.banking;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.PlainText;

/** The number of a bank account by ISO 13616, without blanks and in capitals. */
public record Iban(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BLANKS = Pattern.compile("[ \\u00A0\\u202F]");
    private static final BigInteger CHECK = BigInteger.valueOf(97);
    private static final int SHOWN = 4;

    /** How long the numbers of a state are, of all states whose banks pay by SEPA: a slip of two digits can pass the check. */
    private static final Map<String, Integer> SEPA = Map.ofEntries(
            Map.entry("AD", 24),
            Map.entry("AL", 28),
            Map.entry("AT", 20),
            Map.entry("BE", 16),
            Map.entry("BG", 22),
            Map.entry("CH", 21),
            Map.entry("CY", 28),
            Map.entry("CZ", 24),
            Map.entry("DE", 22),
            Map.entry("DK", 18),
            Map.entry("EE", 20),
            Map.entry("ES", 24),
            Map.entry("FI", 18),
            Map.entry("FR", 27),
            Map.entry("GB", 22),
            Map.entry("GI", 23),
            Map.entry("GR", 27),
            Map.entry("HR", 21),
            Map.entry("HU", 28),
            Map.entry("IE", 22),
            Map.entry("IS", 26),
            Map.entry("IT", 27),
            Map.entry("LI", 21),
            Map.entry("LT", 20),
            Map.entry("LU", 20),
            Map.entry("LV", 21),
            Map.entry("MC", 27),
            Map.entry("MD", 24),
            Map.entry("ME", 22),
            Map.entry("MK", 19),
            Map.entry("MT", 31),
            Map.entry("NL", 18),
            Map.entry("NO", 15),
            Map.entry("PL", 28),
            Map.entry("PT", 25),
            Map.entry("RO", 24),
            Map.entry("RS", 22),
            Map.entry("SE", 24),
            Map.entry("SI", 19),
            Map.entry("SK", 24),
            Map.entry("SM", 27),
            Map.entry("VA", 22));

    /** Throws {@link BadInput} for what cannot be such a number, or whose check digits do not fit. */
    public Iban {
        if (!SHAPE.matcher(value).matches()) {
            throw BadInput.of("iban", value, "banking.iban.shape");
        }
        Integer length = SEPA.get(value.substring(0, 2));
        if (length != null && length != value.length()) {
            throw BadInput.of("iban", value, "banking.iban.length", value.substring(0, 2), length, value.length());
        }
        if (!remainder(value).equals(BigInteger.ONE)) {
            throw BadInput.of("iban", value, "banking.iban.check");
        }
    }

    /** As somebody typed it, in groups and in small letters too. */
    public static Iban typed(String text) {
        PlainText.requireLine("iban", text);
        String value = BLANKS.matcher(text.strip()).replaceAll("").toUpperCase(Locale.ROOT);
        return new Iban(value.length() > 40 ? value.substring(0, 40) : value);
    }

    /** The first four signs go to the end, and a letter counts as two digits, from 10 for A on. */
    private static BigInteger remainder(String value) {
        StringBuilder digits = new StringBuilder();
        (value.substring(4) + value.substring(0, 4)).chars().forEach(sign -> digits.append(Character.digit(sign, 36)));
        return new BigInteger(digits.toString()).mod(CHECK);
    }

    /** Whether a bank of a state that pays by SEPA holds it. */
    public boolean isInSepa() {
        return SEPA.containsKey(value.substring(0, 2));
    }

    /** In groups of four, as people compare it. */
    public String inGroups() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What may be told to those who need not know it whole. */
    public String ending() {
        return value.substring(value.length() - SHOWN);
    }

    @Override
    public String toString() {
        return value;
    }
}
