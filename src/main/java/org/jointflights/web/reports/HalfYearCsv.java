package org.jointflights.web.reports;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.reports.Figure;
import org.jointflights.domain.reports.HalfYearReport;

/**
 * The report as CSV: a row for each figure and each flight behind it, so that whoever adds them up arrives at the figures of
 * the page. A figure behind which there is no flight has one row, without a flight and with nothing to add. All cells are our
 * own words, references and numbers; none begins like a formula.
 */
final class HalfYearCsv {

    /** Without it the spreadsheets of two makers take the accents for something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private HalfYearCsv() {}

    static String of(HalfYearReport report, Locale language) throws IOException {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL);
        csv.printRecord(Stream.of("half", "figure", "words", "flight", "count")
                .map(column -> Sentence.of("reports.column." + column).in(language))
                .toList());
        for (Figure figure : report.figures()) {
            String words = figure.words().in(language);
            if (figure.flights().isEmpty()) {
                csv.printRecord(report.half(), figure.key(), words, "", 0);
            }
            for (Map.Entry<OperationReference, Integer> flight :
                    figure.flights().entrySet()) {
                csv.printRecord(report.half(), figure.key(), words, flight.getKey(), flight.getValue());
            }
        }
        return text.toString();
    }
}
