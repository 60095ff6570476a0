package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How large H2's file is beside what is in it, while the example runs: after the first start, after so many flights were proposed
 * as the property {@code faults.flights} says, and after so many {@code faults.seconds} in which somebody only reads.
 */
class FileSizeOnH2 {

    private static final Logger LOG = LoggerFactory.getLogger(FileSizeOnH2.class);
    private static final int FLIGHTS = Integer.getInteger("faults.flights", 60);
    private static final int SECONDS = Integer.getInteger("faults.seconds", 60);
    private static final long MOST = 10;
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    @Test
    void the_file_stays_under_ten_times_what_is_in_it() throws Exception {
        ApplicationProcess application = ApplicationProcess.start(folder, Kills.arguments(url("flights"), "sa", ""));
        try {
            assertSmall("after the first start");
            HttpUser coordinator = HttpUser.signedIn(application.port(), "frcoordinator");
            for (int flight = 1; flight <= FLIGHTS; flight++) {
                assertThat(coordinator
                                .send(
                                        "POST",
                                        ENGINE + "/process-definition/key/jointFlight/submit-form",
                                        Kills.proposal("AT, BE, DE, FI, SE"))
                                .statusCode())
                        .isEqualTo(200);
                if (flight % 20 == 0) {
                    assertSmall("after " + flight + " flights");
                }
            }
            for (int second = 1; second <= SECONDS; second++) {
                LockSupport.parkNanos(SECOND);
                assertThat(coordinator.get("/flights").statusCode()).isEqualTo(200);
                if (second % 20 == 0) {
                    assertSmall("after " + second + " seconds of reading");
                }
            }
        } finally {
            application.kill();
        }
    }

    private void assertSmall(String when) throws IOException, SQLException {
        long file = Files.size(file("flights"));
        long content = content();
        LOG.info("H2 {}: {} kB of {} kB, {} times", when, file / 1000, content / 1000, (double) file / content);
        assertThat(file).as("bytes of the file " + when).isLessThan(MOST * content);
    }

    /** That of a copy without anything but what is in it. */
    private long content() throws IOException, SQLException {
        Files.deleteIfExists(file("copy"));
        Files.copy(file("flights"), file("copy"));
        try (Connection copy = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("copy"), "sa", "");
                Statement statement = copy.createStatement()) {
            statement.execute("shutdown compact");
        }
        return Files.size(file("copy"));
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.resolve(name) + System.getProperty("faults.settings", KillsOnH2.SETTINGS);
    }

    private Path file(String name) {
        return folder.resolve(name + ".mv.db");
    }
}
