package org.jointflights.web.overview;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jointflights.application.overview.ListedFlight;

/** The list of flights as CSV, a part at a time. */
final class FlightsCsv {

    /** Without it the spreadsheets of two makers take the accents for something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20])");

    private final Writer text;
    private final CSVPrinter csv;
    private final FlightWording say;

    /** Begins with the headings of the columns. */
    FlightsCsv(Writer text, FlightWording say) throws IOException {
        this.text = text;
        this.say = say;
        text.append(BYTE_ORDER_MARK);
        csv = new CSVPrinter(text, CSVFormat.EXCEL);
        csv.printRecord(Stream.of(FlightEntry.Column.values())
                .map(column -> column.heading().in(say.language()))
                .toList());
    }

    /** Adds a row for each, and sends them. */
    void add(List<ListedFlight> flights) throws IOException {
        for (ListedFlight listed : flights) {
            csv.printRecord(Stream.of(FlightEntry.Column.values())
                    .map(column -> harmless(column.plain(listed, say)))
                    .toList());
        }
        text.flush();
    }

    /**
     * A spreadsheet runs a cell that begins like a formula; one that begins with an apostrophe it shows. So OWASP advises,
     * also for signs of full width. Where the list separator is a semicolon, a cell begins anew after each.
     */
    static String harmless(String cell) {
        return FORMULA.matcher(cell).replaceAll("$1'");
    }
}
