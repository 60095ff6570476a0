package org.jointflights.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Migrations are numbered 1, 2, 3 and so on; that none of them has changed, the database of the baseline says. */
class MigrationNumbersTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void no_number_is_left_out_or_given_twice() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            List<Integer> numbers = files.map(file -> file.getFileName().toString())
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();

            assertThat(numbers)
                    .isNotEmpty()
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
    }
}
