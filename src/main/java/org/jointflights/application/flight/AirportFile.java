package org.jointflights.application.flight;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of {@code data/airports.csv}, which tells its origin. */
final class AirportFile {

    private AirportFile() {}

    static List<CSVRecord> rows() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        try (InputStream file = Objects.requireNonNull(AirportFile.class.getResourceAsStream("/data/airports.csv"));
                CSVParser rows = CSVParser.parse(new InputStreamReader(file, StandardCharsets.UTF_8), format)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
