package org.jointflights.process.costs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.Quote;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;

/** Quotes as typed into one field, for parties and groups: {@code FR 100000.00; GB 120000.00; FR+GB 180000.00}, in euro. */
final class QuoteFields {

    private static final String FIELD = "quotes";
    private static final Pattern ENTRY = Pattern.compile("(\\p{Alpha}{2}(?:\\s*[+&]\\s*\\p{Alpha}{2})*)[\\s:=]+(.+)");

    private QuoteFields() {}

    /** Whether a line was typed, to take all quotes away. */
    static boolean takesAway(TypedFields answers) {
        return answers.optionalText(FIELD).orElse("").matches("[-–—]");
    }

    /** Throws {@link BadInput} where something is not what it should be; none for an empty field. */
    static List<Quote> of(TypedFields answers) {
        List<Quote> quotes = new ArrayList<>();
        for (String entry : answers.optionalText(FIELD).orElse("").split(";", 0)) {
            if (entry.isBlank()) {
                continue;
            }
            Matcher parts = ENTRY.matcher(entry.strip());
            if (!parts.matches()) {
                throw BadInput.of(FIELD, entry.strip(), "costs.budget.quotes.entry");
            }
            Set<Party> parties = new TreeSet<>();
            for (String code : parts.group(1).split("[\\s+&]+", 0)) {
                if (!parties.add(Party.named(FIELD, code))) {
                    throw BadInput.of(FIELD, code, "costs.party.repeated");
                }
            }
            quotes.add(new Quote(parties, MoneyText.parse(FIELD, parts.group(2), Money.EUR)));
        }
        return quotes;
    }
}
