package org.jointflights.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;

/** Amounts as people type and read them: {@code 193,800.00}, {@code 193 800,00 €}, {@code GBP 193.800,00}. */
public final class MoneyText {

    private static final int LONGEST = 60;
    private static final int LONG_FIGURE = 32;
    /** A number of so many digits fits into 64 bits in the smallest unit of any currency. */
    private static final int LARGEST_DIGITS = 14;

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP");

    /** Every space a keyboard, a spreadsheet or a formatter puts between groups of three digits. */
    private static final Pattern SPACES = Pattern.compile("[ \\u00A0\\u2007\\u2009\\u202F]");

    private static final Pattern SHAPE = Pattern.compile(
            "(?<before>[A-Z]{3}|[€£])?\\s*(?<sign>[-+\\u2212])?\\s*(?<digits>[0-9](?:[0-9 .,'\\u2019]*[0-9])?)"
                    + "\\s*(?<after>[A-Z]{3}|[€£])?");
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}(?:([ .,'])[0-9]{3})(?:\\1[0-9]{3})*");
    private static final Pattern PLAIN = Pattern.compile("[0-9]+");

    private MoneyText() {}

    /**
     * The amount typed into a field. Throws {@link BadInput} where it is missing, no number, in another currency than
     * {@code currency}, readable in two ways ({@code 193,800}), finer than the currency's smallest unit, or beyond 64
     * bits.
     */
    public static Money parse(String field, @Nullable String typed, Currency currency) {
        String text = typed == null ? "" : SPACES.matcher(typed).replaceAll(" ").strip();
        if (typed == null || text.isEmpty()) {
            throw BadInput.of(field, typed, "money.missing", example(currency));
        }
        Matcher shape = SHAPE.matcher(text);
        if (typed.length() > LONGEST || !shape.matches()) {
            throw BadInput.of(field, shorten(typed), "money.notANumber", example(currency));
        }
        refuseOtherCurrency(field, typed, shape.group("before"), currency);
        refuseOtherCurrency(field, typed, shape.group("after"), currency);
        BigDecimal amount = number(field, typed, shape.group("digits").replace('\u2019', '\''), currency);
        String sign = shape.group("sign");
        return minor(field, typed, sign == null || sign.equals("+") ? amount : amount.negate(), currency);
    }

    /** The same for a number that came as such, for example from JSON or a spreadsheet. */
    public static Money of(String field, BigDecimal amount, Currency currency) {
        // Without this limit a number like 1E+999999999 would fill the memory when written out.
        if (amount.precision() - (long) amount.scale() > LONGEST || amount.scale() > LONGEST) {
            throw BadInput.of(field, shorten(amount.toString()), "money.tooLarge", largest(currency));
        }
        int decimals = currency.getDefaultFractionDigits();
        boolean certainlyFits =
                amount.scale() >= 0 && amount.scale() <= decimals && amount.precision() <= LARGEST_DIGITS;
        return certainlyFits
                ? new Money(amount.setScale(decimals).unscaledValue().longValueExact(), currency)
                : minor(field, amount.toPlainString(), amount, currency);
    }

    /** The amount with its currency as that language writes it: {@code 193,800.00 EUR}, {@code 193 800,00 EUR}. */
    public static String format(Money money, Locale language) {
        StringBuilder text = new StringBuilder(LONG_FIGURE);
        writeFigure(text, money, language);
        return text.append(language.getLanguage().equals("en") ? ' ' : '\u00A0')
                .append(money.currency().getCurrencyCode())
                .toString();
    }

    /** The same without the currency, for a table that says it once. */
    public static String figure(Money money, Locale language) {
        StringBuilder text = new StringBuilder(LONG_FIGURE);
        writeFigure(text, money, language);
        return text.toString();
    }

    private static void writeFigure(StringBuilder text, Money money, Locale language) {
        switch (language.getLanguage()) {
            case "en" -> writeFigure(text, money, ',', '.');
            case "fr" -> writeFigure(text, money, '\u202F', ',');
            default -> {
                DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(language);
                writeFigure(text, money, signs.getGroupingSeparator(), signs.getDecimalSeparator());
            }
        }
    }

    private static void writeFigure(StringBuilder text, Money money, char group, char decimal) {
        int decimals = money.currency().getDefaultFractionDigits();
        long unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        // Below zero there is room for one number more than above.
        long minor = money.minor() > 0 ? -money.minor() : money.minor();
        if (money.minor() < 0) {
            text.append('-');
        }
        writeGroups(text, minor / unit, group);
        if (decimals > 0) {
            text.append(decimal);
            for (long digit = unit / 10; digit > 0; digit /= 10) {
                text.append((char) ('0' - minor / digit % 10));
            }
        }
    }

    /** The digits of a number that is not above zero, without its sign. */
    private static void writeGroups(StringBuilder text, long number, char group) {
        if (number > -1000) {
            text.append(-number);
            return;
        }
        writeGroups(text, number / 1000, group);
        long last = number % 1000;
        text.append(group)
                .append((char) ('0' - last / 100))
                .append((char) ('0' - last / 10 % 10))
                .append((char) ('0' - last % 10));
    }

    private static void refuseOtherCurrency(String field, String typed, @Nullable String written, Currency currency) {
        if (written != null && !SIGNS.getOrDefault(written, written).equals(currency.getCurrencyCode())) {
            throw BadInput.of(field, typed, "money.currency.other", currency);
        }
    }

    /** Tells the decimal mark from the marks between groups of three digits. */
    private static BigDecimal number(String field, String typed, String digits, Currency currency) {
        int last = lastMark(digits);
        if (last < 0) {
            return new BigDecimal(digits);
        }
        char mark = digits.charAt(last);
        boolean canGroup = GROUPED.matcher(digits).matches();
        boolean canBeDecimal = (mark == '.' || mark == ',') && digits.indexOf(mark) == last;
        String before = digits.substring(0, last);
        if (canGroup && canBeDecimal) {
            throw ambiguous(field, typed, digits.replace("" + mark, ""), before, digits.substring(last + 1), currency);
        }
        if (canGroup) {
            return new BigDecimal(digits.replaceAll("[^0-9]", ""));
        }
        boolean wholePart =
                PLAIN.matcher(before).matches() || GROUPED.matcher(before).matches();
        if (!canBeDecimal || !wholePart) {
            throw BadInput.of(field, typed, "money.groups", example(currency));
        }
        return new BigDecimal(before.replaceAll("[^0-9]", "") + "." + digits.substring(last + 1));
    }

    /** With both ways to write it that are not read otherwise; a currency without decimals has one. */
    private static BadInput ambiguous(
            String field, String typed, String whole, String before, String after, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        if (decimals == 0) {
            return BadInput.of(field, typed, "money.ambiguous.whole", whole, currency);
        }
        // Three decimals are told from a group of three digits by a fourth.
        String fraction = decimals < after.length() ? after.substring(0, decimals) : after + "0";
        return BadInput.of(
                field, typed, "money.ambiguous", whole + "." + "0".repeat(decimals), before + "." + fraction);
    }

    private static int lastMark(String digits) {
        int at = digits.length() - 1;
        while (at >= 0 && Character.isDigit(digits.charAt(at))) {
            at--;
        }
        return at;
    }

    private static Money minor(String field, String typed, BigDecimal amount, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() > decimals) {
            throw BadInput.of(field, shorten(typed), "money.decimals", currency, decimals);
        }
        BigInteger units = amount.movePointRight(decimals).toBigIntegerExact();
        if (units.abs().compareTo(LARGEST) > 0) {
            throw BadInput.of(field, shorten(typed), "money.tooLarge", largest(currency));
        }
        return new Money(units.longValueExact(), currency);
    }

    private static String example(Currency currency) {
        return new Money(1_250_50L, currency).decimal().toPlainString();
    }

    private static String largest(Currency currency) {
        return new Money(Long.MAX_VALUE, currency).decimal().toPlainString();
    }

    private static String shorten(String typed) {
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST) + "…";
    }
}
