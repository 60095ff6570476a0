package org.jointflights.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;

/** Every text that people read stands in a bundle, in English and in French. */
class TextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** The product's name and the languages' own names are the same in every language. */
    private static final Set<String> NAMES = Set.of("Joint Flights", "English", "Français");

    /** An element whose content comes from a bundle is written over; what stands in the file is never seen. */
    private static final Pattern REPLACED = Pattern.compile(
            "<(\\w+)\\b(?:\"[^\"]*\"|[^>\"])*\\bth:(?:text|replace)=(?:\"[^\"]*\"|[^>\"])*>[^<]*</\\1>",
            Pattern.DOTALL);

    private static final Pattern PLAIN_ATTRIBUTE =
            Pattern.compile("(?<![\\w:-])(?:title|alt|placeholder|aria-label|value)=\"([^\"]*\\p{L}{3,}[^\"]*)\"");

    private static final Pattern MESSAGE = Pattern.compile("#\\{([a-zA-Z0-9.]+)");

    /** What a state's report says in yet other languages stands in a folder of its own. */
    static Stream<Path> bundles() throws IOException {
        return files("messages", ".properties")
                .filter(file -> file.getParent().endsWith("messages"))
                .filter(file -> !file.toString().endsWith("_fr.properties"));
    }

    static Stream<Path> templates() throws IOException {
        return files("templates", ".html");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_there_in_both_languages_with_the_same_gaps(Path english) throws IOException {
        Properties one = read(english);
        Properties other = read(Path.of(english.toString().replace(".properties", "_fr.properties")));

        assertThat(other.stringPropertyNames()).isEqualTo(one.stringPropertyNames());
        for (String key : one.stringPropertyNames()) {
            assertThat(gaps(other.getProperty(key))).as(key).isEqualTo(gaps(one.getProperty(key)));
            for (String text : List.of(one.getProperty(key), other.getProperty(key))) {
                assertThat(text.replace("''", ""))
                        .as("%s: an apostrophe is doubled", key)
                        .doesNotMatch("(?s).*[a-zA-ZÀ-ÿ]'[a-zA-ZÀ-ÿ].*");
                assertThat(new MessageFormat(text, Locale.ENGLISH).format(new Object[10]))
                        .as(key)
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void a_french_sign_has_a_space_before_it_at_which_no_line_breaks(Path english) throws IOException {
        MessageSource pages = Texts.messageSource();
        Properties french = read(Path.of(english.toString().replace(".properties", "_fr.properties")));

        for (String key : french.stringPropertyNames()) {
            Object[] gaps = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
            String text = Sentence.of(key, gaps).in(Locale.FRENCH);
            assertThat(text).as(key).doesNotContainPattern("[^\\s\u00a0:][:;!?»](\\s|$)|« | [:;!?»%]");
            assertThat(pages.getMessage(key, gaps, Locale.FRENCH))
                    .as("%s on a page", key)
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_sets_no_colon_itself(Path template) throws IOException {
        assertThat(Files.readString(template).lines().filter(line -> !line.contains("place.processName()")))
                .noneMatch(line -> line.contains("': '"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_holds_no_text_of_its_own(Path template) throws IOException {
        String html = Files.readString(template).replaceAll("(?s)<!--.*?-->", "");
        String left = REPLACED.matcher(html).replaceAll("").replaceAll("(?s)<(?:\"[^\"]*\"|[^>\"])*>", "\n");

        assertThat(left.lines()
                        .map(String::strip)
                        .filter(line -> line.codePoints().anyMatch(Character::isLetter)))
                .as("texts that come from no bundle")
                .allMatch(NAMES::contains);
        Matcher attributes = PLAIN_ATTRIBUTE.matcher(html);
        List<String> plain = new ArrayList<>();
        while (attributes.find()) {
            plain.add(attributes.group(1));
        }
        assertThat(plain).as("attributes that people read").allMatch(text -> text.equals("yes"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_text_that_a_template_names_is_there(Path template) throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path bundle : bundles().toList()) {
            known.addAll(read(bundle).stringPropertyNames());
        }
        Matcher named = MESSAGE.matcher(Files.readString(template));
        Set<String> missing = named.results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
        missing.removeAll(known);
        assertThat(missing).isEmpty();
    }

    /**
     * A name that ends in a full stop is the beginning of several. A field without a label is called as the form calls it;
     * texts of forms and drawings are asked for by what stands there.
     */
    @Test
    void every_text_that_the_code_names_is_there_and_no_text_is_left_that_nothing_names() throws IOException {
        Set<String> keys = new TreeSet<>();
        Set<String> topics = new TreeSet<>();
        for (Path bundle : bundles().toList()) {
            keys.addAll(read(bundle).stringPropertyNames());
            topics.add(bundle.getFileName().toString().replace(".properties", ""));
        }
        Pattern name = Pattern.compile("(?:[\"']|#\\{)((?:" + String.join("|", topics) + ")\\.[\\w.]*)");
        Set<String> named = new TreeSet<>();
        for (Path source : sources()) {
            name.matcher(Files.readString(source)).results().forEach(found -> named.add(found.group(1)));
        }

        assertThat(named)
                .filteredOn(text -> !text.endsWith(".") && !keys.contains(text))
                .isEmpty();
        assertThat(keys)
                .filteredOn(key -> !key.matches("(field|form|label)[.].*"))
                .allMatch(key -> named.contains(key)
                        || named.stream().anyMatch(start -> start.endsWith(".") && key.startsWith(start)));
    }

    /** The certificate of an erasure counts them by where they stood; nobody reads a table's name there. */
    @Test
    void every_kind_of_text_that_is_erased_has_words_for_the_certificate() throws IOException {
        Set<String> erased = Files.readString(Path.of("docs/retention.md"))
                .lines()
                .filter(line -> line.startsWith("| `") && !line.contains("five years"))
                .flatMap(line ->
                        Pattern.compile("`([a-z_]+\\.[a-z_]+)`").matcher(line).results())
                .map(found -> "erasure." + found.group(1))
                .collect(toCollection(TreeSet::new));

        assertThat(read(RESOURCES.resolve("messages/erasure.properties")).stringPropertyNames())
                .isEqualTo(erased);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|html|js)"))
                    .filter(file -> !file.toString().contains("vendor"))
                    .toList();
        }
    }

    private static Set<String> gaps(String text) {
        return Pattern.compile("\\{[0-9]\\}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(toCollection(TreeSet::new));
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Stream<Path> files(String folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
        }
    }
}
