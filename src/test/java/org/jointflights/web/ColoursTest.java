package org.jointflights.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The colours of both modes, light and dark, by the contrasts that WCAG 2.2 asks for (1.4.3 and 1.4.11). */
class ColoursTest {

    private static final Path STYLES = Path.of("src", "main", "resources", "static");
    private static final Pattern VARIABLE = Pattern.compile("--([a-z-]+):\\s*(#[0-9a-fA-F]{3,6});");

    private static final Pattern BARE = Pattern.compile("#[0-9a-fA-F]{3,6}\\b");

    private static final List<String> GROUNDS = List.of("ground", "paper");
    private static final List<String> TEXTS = List.of("ink", "quiet", "link", "act", "good", "warn", "bad");

    @Test
    void text_stands_out_by_four_and_a_half_to_one_and_frames_by_three() throws IOException {
        String sheet = Files.readString(STYLES.resolve("style.css"));
        int dark = sheet.indexOf("prefers-color-scheme: dark");
        Map<String, String> light = colours(sheet.substring(0, dark));
        Map<String, String> night = new HashMap<>(light);
        night.putAll(colours(sheet.substring(dark)));

        for (Map<String, String> mode : List.of(light, night)) {
            for (String ground : GROUNDS) {
                for (String text : TEXTS) {
                    assertContrast(mode, text, ground, 4.5);
                }
                assertContrast(mode, "line", ground, 3);
                assertContrast(mode, "bar", ground, 3);
                assertContrast(mode, "above", ground, 3);
            }
            assertContrast(mode, "on-deep", "deep", 4.5);
            assertContrast(mode, "act", "pale", 4.5);
            for (String text : List.of("ink", "quiet", "bad", "link")) {
                assertContrast(mode, text, "alarm", 4.5);
            }
            assertContrast(mode, "ink", "heed", 4.5);
        }
        assertThat(night).isNotEqualTo(light);
    }

    @Test
    void a_colour_has_a_name_so_that_each_mode_can_give_it_its_own() throws IOException {
        try (Stream<Path> sheets = Files.list(STYLES)) {
            for (Path sheet :
                    sheets.filter(file -> file.toString().endsWith(".css")).toList()) {
                List<String> bare = Files.readString(sheet)
                        .lines()
                        .filter(line -> line.matches(".*#[0-9a-fA-F]{3,6}\\b.*")
                                && !VARIABLE.matcher(line).find())
                        // Drawings of models are black on white paper in every mode, and so is what is printed.
                        .filter(line -> !line.startsWith(".diagram") && !line.startsWith("@media print"))
                        // A picture alone has no other sheet: what it takes instead of each colour stands beside its
                        // name.
                        .filter(line -> BARE.matcher(line.replaceAll("var\\(--[a-z-]+, #[0-9a-f]{3,6}\\)", ""))
                                .find())
                        .toList();
                assertThat(bare).as(sheet.toString()).isEmpty();
            }
        }
    }

    private static void assertContrast(Map<String, String> mode, String text, String ground, double least) {
        double one = luminance(mode.getOrDefault(text, ""));
        double other = luminance(mode.getOrDefault(ground, ""));
        assertThat((Math.max(one, other) + .05) / (Math.min(one, other) + .05))
                .as("%s on %s", text, ground)
                .isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> colours(String sheet) {
        Map<String, String> colours = new HashMap<>();
        Matcher found = VARIABLE.matcher(sheet);
        while (found.find()) {
            colours.put(found.group(1), found.group(2));
        }
        return colours;
    }

    /** Relative luminance, as WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-fA-F])", "$1$1") : colour;
        return .2126 * channel(hex, 1) + .7152 * channel(hex, 3) + .0722 * channel(hex, 5);
    }

    private static double channel(String hex, int from) {
        double value = Integer.parseInt(hex.substring(from, from + 2), 16) / 255.0;
        return value <= .04045 ? value / 12.92 : Math.pow((value + .055) / 1.055, 2.4);
    }
}
