package org.jointflights.application.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines of a list, without a database. */
final class InMemoryFlightRows implements FlightRows {

    private final List<FlightRow> rows = new ArrayList<>();

    @Override
    public List<FlightRow> all() {
        return rows.stream()
                .sorted(Comparator.comparing((FlightRow row) -> row.departure().toInstant())
                        .thenComparing(FlightRow::reference))
                .toList();
    }

    void add(FlightRow row) {
        rows.add(row);
    }
}
