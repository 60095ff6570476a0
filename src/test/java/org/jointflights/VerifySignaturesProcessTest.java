package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jointflights.domain.approval.CanonicalJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The command as an auditor types it, in a process of its own, on a database file that nothing else has open. */
class VerifySignaturesProcessTest {

    private static final String CONTENT = "{\"reference\":\"JRO-2027-0001\"}";

    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void one_version_is_on_file() {
        url = "jdbc:h2:file:" + folder.resolve("flights");
        Flyway.configure().dataSource(url, "sa", "").load().migrate();
        String hash = CanonicalJson.hash(CONTENT);
        onFile("""
                insert into plan_version (reference, number, content, hash, binding_hash, total, currency, frozen)
                values ('JRO-2027-0001', 1, '%s', '%s', '%s', 0, 'EUR', current_timestamp)
                """.formatted(CONTENT, hash, hash));
    }

    @Test
    void it_ends_with_0_where_all_fits_and_with_1_and_the_first_fault_where_something_does_not() throws Exception {
        Ended fits = verify(url);
        assertThat(fits.exitCode).as(fits.output).isZero();
        assertThat(fits.output)
                .contains(
                        "JRO-2027-0001, version 1 of the plan: signatures: 0, SHA-256 ",
                        "Versions checked: 1. Signatures checked: 0.")
                .doesNotContain("Tomcat", "Camunda", "INFO");

        onFile("update plan_version set content = replace(content, '0001', '0002')");
        Ended altered = verify(url);
        assertThat(altered.exitCode).as(altered.output).isEqualTo(1);
        assertThat(altered.output)
                .contains("Faults: 1. The first: The content of version 1 of flight JRO-2027-0001 is not what was");
    }

    @Test
    void it_brings_nothing_in_and_changes_nothing() throws Exception {
        Path file = folder.resolve("flights.mv.db");
        byte[] before = Files.readAllBytes(file);
        List<Path> there = files();

        assertThat(verify(url).exitCode).isZero();

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(files()).isEqualTo(there);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void where_there_is_no_database_it_says_so_and_makes_none() throws Exception {
        Ended none = verify("jdbc:h2:file:" + folder.resolve("elsewhere"));

        assertThat(none.exitCode).isEqualTo(2);
        assertThat(none.output).contains("The database could not be read").doesNotContain("\tat ");
        assertThat(folder.resolve("elsewhere.mv.db")).doesNotExist();
    }

    private record Ended(int exitCode, String output) {}

    private Ended verify(String database) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        JointFlightsApplication.class.getName(),
                        "--verify-signatures",
                        "--spring.profiles.active=example",
                        "--spring.datasource.url=" + database)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(command.waitFor(), output);
    }

    private void onFile(String change) {
        SingleConnectionDataSource file = new SingleConnectionDataSource(url, "sa", "", true);
        try {
            JdbcClient jdbc = JdbcClient.create(file);
            jdbc.sql("set referential_integrity false").update();
            jdbc.sql(change).update();
        } finally {
            file.destroy();
        }
    }
}
