package org.jointflights.web.overview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jointflights.application.overview.FlightRow;
import org.jointflights.application.overview.ListedFlight;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;

/** The list of flights as CSV: plain figures and ISO times, so that a spreadsheet can go on with them. */
final class FlightsCsv {

    /** Without it the spreadsheets of two makers take the accents for something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20])");

    private static final List<String> COLUMNS = List.of(
            "reference",
            "type",
            "organiser",
            "destination",
            "route",
            "departure",
            "zone",
            "parties",
            "stage",
            "waitsFor",
            "waitsSince",
            "overdue",
            "cost",
            "currency",
            "shares");

    private FlightsCsv() {}

    static String write(List<ListedFlight> flights, FlightWording say) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
            csv.printRecord(COLUMNS.stream()
                    .map(column -> Sentence.of("overview.column." + column).in(say.language()))
                    .toList());
            for (ListedFlight listed : flights) {
                csv.printRecord(cells(listed, say).map(FlightsCsv::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Stream<String> cells(ListedFlight listed, FlightWording say) {
        FlightRow flight = listed.flight();
        Money cost = flight.cost();
        Instant since = listed.waitsSince();
        ZoneId zone = flight.departure().getZone();
        return Stream.of(
                flight.reference().value(),
                flight.type().name(),
                flight.organiser().code(),
                flight.destination(),
                String.join("-", flight.airports()),
                flight.departure().toOffsetDateTime().toString(),
                zone.getId(),
                flight.takingPart().stream().map(Party::code).collect(Collectors.joining(" ")),
                say.stage(flight.stage()),
                listed.waits().stream().map(wait -> words(wait, say)).collect(Collectors.joining("; ")),
                since == null ? "" : since.toString(),
                say.yesOrNo(listed.isOverdue()),
                cost == null ? "" : cost.decimal().toPlainString(),
                cost == null ? "" : cost.currency().getCurrencyCode(),
                flight.shares().entrySet().stream()
                        .map(share -> share.getKey() + " "
                                + share.getValue().decimal().toPlainString())
                        .collect(Collectors.joining("; ")));
    }

    private static String words(Wait wait, FlightWording say) {
        WaitingTask task = wait.task();
        Party party = wait.party();
        if (task != null) {
            return say.step(task.task(), task.name()) + " (" + say.groups(task.groups()) + ")";
        }
        return party == null ? "" : say.party(party);
    }

    /**
     * A spreadsheet runs a cell that begins like a formula; one that begins with an apostrophe it shows. So OWASP advises,
     * also for signs of full width. Where the list separator is a semicolon, a cell begins anew after each.
     */
    static String harmless(String cell) {
        return FORMULA.matcher(cell).replaceAll("$1'");
    }
}
