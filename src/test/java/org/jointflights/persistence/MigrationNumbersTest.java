package org.jointflights.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations are numbered 1, 2, 3 and so on; that none of them has changed, the database of the baseline says. */
class MigrationNumbersTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/db");

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void no_number_is_left_out_or_given_twice_on_a_database(String database) throws IOException {
        try (Stream<Path> common = Files.list(SCRIPTS.resolve("migration"));
                Stream<Path> own = Files.list(SCRIPTS.resolve(database))) {
            List<Integer> numbers = Stream.concat(common, own)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();

            assertThat(numbers)
                    .isNotEmpty()
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
    }
}
