package org.jointflights.application.flight;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.jointflights.application.DataFile;
import org.jointflights.domain.Folded;
import org.springframework.stereotype.Component;

/** What people call the airports that routes may name, as {@code data/airports.csv} has it. */
@Component
public class AirportNames {

    private static final String CITY = "city_";

    /** The language whose names stand where another has none. */
    private static final String ELSE = "en";

    private static final Map<String, Names> BY_CODE = read();

    /**
     * Of one airport.
     *
     * @param cities by the code of the language
     * @param name what people call the airport itself
     */
    private record Names(Map<String, String> cities, String name) {

        String cityIn(Locale language) {
            return cities.getOrDefault(language.getLanguage(), cities.getOrDefault(ELSE, ""));
        }
    }

    /** The city of an airport, for example “Vienna” or “Vienne”; the code itself where the list has none. */
    static String cityOf(String code, Locale language) {
        Names names = BY_CODE.get(code);
        return names == null ? code : names.cityIn(language);
    }

    /** Code, city and airport: “LOS Lagos, Murtala Muhammed”. */
    public String label(String code, Locale language) {
        return BY_CODE.containsKey(code) ? code + " " + name(code, language) : code;
    }

    /** City and airport: “Lagos, Murtala Muhammed”; the code itself where the list has none. */
    public String name(String code, Locale language) {
        Names names = BY_CODE.get(code);
        if (names == null) {
            return code;
        }
        String city = names.cityIn(language);
        return city + (names.name().equals(city) ? "" : ", " + names.name());
    }

    /** The codes of those whose code is that text, or of whose city, in either language, or name it is a part; by code. */
    public List<String> matching(String text) {
        Folded wanted = Folded.of(text);
        return BY_CODE.entrySet().stream()
                .filter(entry -> Folded.of(entry.getKey()).equals(wanted)
                        || entry.getValue().cities().values().stream().anyMatch(wanted::isIn)
                        || wanted.isIn(entry.getValue().name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Names> read() {
        Map<String, Names> names = new TreeMap<>();
        for (CSVRecord row : DataFile.rows("airports.csv")) {
            Map<String, String> cities = new TreeMap<>();
            row.toMap().forEach((column, entry) -> {
                if (column.startsWith(CITY)) {
                    cities.put(column.substring(CITY.length()), entry);
                }
            });
            names.put(row.get("iata"), new Names(cities, row.get("name")));
        }
        return names;
    }
}
