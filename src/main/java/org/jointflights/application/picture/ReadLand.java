package org.jointflights.application.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jointflights.domain.picture.Place;
import org.springframework.stereotype.Component;

/** The outlines of land that maps show; the README beside {@code data/land.csv} tells their origin. */
@Component
public class ReadLand {

    private static final Pattern POINTS = Pattern.compile(",");
    private static final Pattern DEGREES = Pattern.compile(" ");

    private final List<List<Place>> outlines = read();

    /** Each a closed line, whose last point is joined to its first. */
    public List<List<Place>> outlines() {
        return outlines;
    }

    private static List<List<Place>> read() {
        try (InputStream file = Objects.requireNonNull(ReadLand.class.getResourceAsStream("/data/land.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(POINTS.split(line, -1))
                            .map(ReadLand::place)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place place(String point) {
        String[] degrees = DEGREES.split(point, -1);
        return new Place(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]));
    }
}
