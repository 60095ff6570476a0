package org.jointflights.web.document;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A file of rows as spreadsheets read it, sent a part at a time. */
public final class Csv {

    /** Without it the spreadsheets of two makers take the accents for something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20])");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Writer text;
    private final CSVPrinter rows;

    /** Begins with the headings of the columns. */
    public Csv(Writer text, List<String> headings) throws IOException {
        this.text = text;
        text.append(BYTE_ORDER_MARK);
        rows = new CSVPrinter(text, CSVFormat.EXCEL);
        rows.printRecord(headings);
    }

    /** Adds a row. */
    public void add(List<String> cells) throws IOException {
        rows.printRecord(cells.stream().map(Csv::harmless).toList());
    }

    /** Sends what has been added. */
    public void flush() throws IOException {
        text.flush();
    }

    /**
     * A spreadsheet runs a cell that begins like a formula; one that begins with an apostrophe it shows. So OWASP advises,
     * also for signs of full width. Where the list separator is a semicolon, a cell begins anew after each. A number below
     * zero runs nothing and stays a number.
     */
    public static String harmless(String cell) {
        return NUMBER.matcher(cell).matches() ? cell : FORMULA.matcher(cell).replaceAll("$1'");
    }
}
