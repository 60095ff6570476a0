package org.jointflights.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What stands as text in our tables and in variables of processes, looked through for sentences of the bundles: there they
 * would be in one language for ever.
 */
public final class StoredTexts {

    /** Shorter parts of a sentence also stand in what people type. */
    private static final int WORDS = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final JdbcTemplate jdbc;

    public StoredTexts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Each text that holds the fixed part of a sentence, with where it stands. */
    public List<String> sentences() {
        Map<String, List<String>> parts = parts();
        List<String> found = new ArrayList<>();
        jdbc.query(
                """
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'PUBLIC' and data_type like 'CHARACTER%'
                            and table_name not like 'ACT!_%' escape '!' and table_name not like 'flyway%'
                        """,
                row -> {
                    String table = row.getString(1);
                    String column = row.getString(2);
                    texts("select distinct " + column + " from " + table, table + "." + column, parts, found);
                });
        texts("select distinct TEXT_ from ACT_RU_VARIABLE where TASK_ID_ is null", "running process", parts, found);
        texts("select distinct TEXT_ from ACT_HI_VARINST where TASK_ID_ is null", "process", parts, found);
        return found;
    }

    private void texts(String query, String where, Map<String, List<String>> parts, List<String> found) {
        for (String text : jdbc.queryForList(query, String.class)) {
            if (text != null && holdsOne(text, parts)) {
                found.add(where + ": " + text);
            }
        }
    }

    /** Signed documents are long and the sentences many: only those are looked for whose own word is there. */
    private static boolean holdsOne(String text, Map<String, List<String>> parts) {
        return words(text)
                .distinct()
                .flatMap(word -> parts.getOrDefault(word, List.of()).stream())
                .anyMatch(text::contains);
    }

    private static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text);
    }

    /** The longest word within, which the text around it cannot lengthen as it can the first and the last. */
    private static String ownWord(String part) {
        List<String> words = words(part).toList();
        return words.subList(1, words.size() - 1).stream()
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    /** What stands between the gaps of every sentence, in both languages, by a word of its own. */
    private static Map<String, List<String>> parts() {
        Set<String> parts = new TreeSet<>();
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path bundle : bundles.filter(Files::isRegularFile).toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                texts.values()
                        .forEach(text -> Stream.of(
                                        text.toString().replace("''", "'").split("\\{[0-9]}"))
                                .map(String::strip)
                                .filter(part -> part.split("\\s+").length >= WORDS
                                        && words(part).count() >= WORDS)
                                .forEach(parts::add));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.stream().collect(Collectors.groupingBy(StoredTexts::ownWord));
    }
}
