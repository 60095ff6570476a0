package org.jointflights.application.flight;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointflights.application.DataFile;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.flight.Airport;
import org.springframework.stereotype.Component;

/** The airports that routes may name; {@code data/airports.csv} tells its origin. */
@Component
public class FindAirports {

    private final Map<String, Airport> byCode = read();

    /** Throws {@link BadInput} for a code that is not on the list. */
    public Airport get(String field, String code) {
        Airport airport = byCode.get(code.strip().toUpperCase(Locale.ROOT));
        if (airport == null) {
            throw BadInput.of(field, code, "common.airport");
        }
        return airport;
    }

    /** All of them, by code. */
    public List<Airport> all() {
        return byCode.values().stream()
                .sorted(Comparator.comparing(Airport::iata))
                .toList();
    }

    private static Map<String, Airport> read() {
        return DataFile.rows("airports.csv").stream()
                .map(row -> new Airport(
                        row.get("iata"),
                        Double.parseDouble(row.get("lat")),
                        Double.parseDouble(row.get("lon")),
                        ZoneId.of(row.get("zone")),
                        row.get("country")))
                .collect(Collectors.toUnmodifiableMap(Airport::iata, Function.identity()));
    }
}
