package org.jointflights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Transfer;

/** The guided tour as it is written down: what those who play it compare with what they see. */
public final class GuidedTour {

    private static final Path WHERE = Path.of("docs", "guided-tour.md");
    private static final Pattern AMOUNT = Pattern.compile("([0-9,]+)\\.([0-9]{2})( EUR)?");

    private final String text;

    private GuidedTour(String text) {
        this.text = text;
    }

    /** The whole of it. */
    public static GuidedTour read() {
        try {
            return new GuidedTour(Files.readString(WHERE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that stands under that heading, up to the next. */
    public GuidedTour under(String heading) {
        Matcher section = Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "$(.*?)(^## |\\z)")
                .matcher(text);
        if (!section.find()) {
            throw new IllegalArgumentException(heading);
        }
        return new GuidedTour(section.group(1));
    }

    /** The amounts of a table by what stands before them, for example {@code BE} or {@code FX to BE}. */
    public Map<String, Money> amounts(String rows) {
        Map<String, Money> amounts = new TreeMap<>();
        Matcher row =
                Pattern.compile("(?m)^\\| (" + rows + ") \\| ([^|]*) \\|$").matcher(text);
        while (row.find()) {
            amounts.put(row.group(1), amount(row.group(2)));
        }
        return amounts;
    }

    /** Who pays whom how much, called as the tables of the tour call it. */
    public static Map<String, Money> paid(List<Transfer> transfers) {
        Map<String, Money> paid = new TreeMap<>();
        transfers.forEach(transfer ->
                paid.put(transfer.debtor().code() + " to " + transfer.creditor().code(), transfer.amount()));
        return paid;
    }

    /** What is written between backquotes, in its order. */
    public List<String> typed() {
        return Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** What it names as the product does: between inverted commas, and tasks in italics. What people type or read in passing has no capital. */
    public List<String> names() {
        return Pattern.compile("[“*]([A-Z][^”*]+)[”*]")
                .matcher(text)
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", " "))
                .toList();
    }

    /** What that pattern's first group finds, for example a number of clicks. */
    public String said(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException(pattern);
        }
        return found.group(1);
    }

    private static Money amount(String written) {
        Matcher amount = AMOUNT.matcher(written.strip());
        if (!amount.matches()) {
            throw new IllegalArgumentException(written);
        }
        return Money.euro(Long.parseLong(amount.group(1).replace(",", "") + amount.group(2)));
    }
}
