package org.jointflights.web.overview;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.jointflights.application.overview.ListedFlight;
import org.jointflights.web.document.Csv;

/** The list of flights as CSV, a part at a time. */
final class FlightsCsv {

    private final Csv csv;
    private final FlightWording say;

    /** Begins with the headings of the columns. */
    FlightsCsv(Writer text, FlightWording say) throws IOException {
        this.say = say;
        csv = new Csv(
                text,
                Stream.of(FlightEntry.Column.values())
                        .map(column -> column.heading().in(say.language()))
                        .toList());
    }

    /** Adds a row for each, and sends them. */
    void add(List<ListedFlight> flights) throws IOException {
        for (ListedFlight listed : flights) {
            csv.add(Stream.of(FlightEntry.Column.values())
                    .map(column -> column.plain(listed, say))
                    .toList());
        }
        csv.flush();
    }
}
