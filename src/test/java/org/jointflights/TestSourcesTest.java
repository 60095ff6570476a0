package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that expects a refusal says which one: any exception at all would also be a stumble on the way to it. */
class TestSourcesTest {

    private static final Pattern ANY_EXCEPTION = Pattern.compile(
            "(InstanceOf|assertThrows|assertThrowsExactly)\\(\\s*(RuntimeException|Exception|Throwable)\\.class");
    private static final Pattern NO_SENTENCE =
            Pattern.compile("InstanceOf\\(\\s*(IllegalStateException|IllegalArgumentException)\\.class\\)\\s*;");

    @Test
    void every_refusal_that_a_test_expects_is_told_by_its_kind_or_its_sentence() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(java).hasSizeGreaterThan(100);

            assertThat(java.stream().flatMap(file -> vague(read(file)).map(found -> file.getFileName() + ": " + found)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RuntimeException.class)", "\n  Exception.class)", "IllegalStateException.class) ;"})
    void what_is_forbidden_is_found(String expected) {
        assertThat(vague("isInstanceOf(" + expected)).hasSize(1);
        assertThat(vague("hasRootCauseInstanceOf(" + expected)).hasSize(1);
    }

    private static Stream<String> vague(String source) {
        return Stream.of(ANY_EXCEPTION, NO_SENTENCE)
                .flatMap(pattern -> pattern.matcher(source).results())
                .map(MatchResult::group);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
