package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.OnPostgres;
import org.jointflights.process.PostgresServer;
import org.junit.jupiter.api.Test;

@OnPostgres
class RetentionOnPostgresTest extends RetentionInDatabase {

    /** What docs/retention.md tells whoever runs the server. */
    @Test
    void after_a_full_vacuum_no_file_of_the_database_holds_a_word() throws IOException {
        OperationReference flight = flownWithReasons();
        assertThat(filesWith(mark))
                .as("so that what is found below could be found")
                .isNotEmpty();

        erases(flight);
        database.sql("analyze").update();
        database.sql("vacuum full").update();

        assertThat(filesWith(mark)).isEmpty();
    }

    private List<Path> filesWith(String word) throws IOException {
        try (Stream<Path> files = Files.list(PostgresServer.filesOf(database))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, word))
                    .toList();
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException gone) {
            return false;
        }
    }
}
