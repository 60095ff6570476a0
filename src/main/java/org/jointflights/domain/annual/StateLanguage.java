package org.jointflights.domain.annual;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jointflights.domain.Party;

/** In which language a state is reported to; {@code data/state-languages.csv} tells it, and why that one of several. */
public final class StateLanguage {

    private static final Map<String, Locale> OF_STATES = read();

    private StateLanguage() {}

    /** An official language of the state, as the state writes it; English for one that nobody has translated the report for. */
    public static Locale of(Party state) {
        return OF_STATES.getOrDefault(state.code(), Locale.ENGLISH);
    }

    private static Map<String, Locale> read() {
        try (InputStream file =
                        Objects.requireNonNull(StateLanguage.class.getResourceAsStream("/data/state-languages.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> Locale.forLanguageTag(parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
