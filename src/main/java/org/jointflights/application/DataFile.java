package org.jointflights.application;

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

/** A table of facts that comes with the product; its first lines, which begin with {@code #}, tell its origin. */
public final class DataFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private DataFile() {}

    /** Its rows in their order, by the names in its head: of {@code airports.csv}, say. */
    public static List<CSVRecord> rows(String name) {
        try (InputStream file = Objects.requireNonNull(DataFile.class.getResourceAsStream("/data/" + name), name);
                CSVParser rows = CSVParser.parse(new InputStreamReader(file, StandardCharsets.UTF_8), FORMAT)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
