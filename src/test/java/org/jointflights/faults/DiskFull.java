package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jointflights.security.HttpUser.ENGINE;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database on a disk that has no room left, until there is again: a small file system in memory, which only the
 * administrator of a Linux machine can make. Run by name, as such; see docs/faults.md.
 */
class DiskFull {

    private static final List<String> SENTENCES =
            List.of("The database has no room left to write", "The database does not answer at the moment");

    @TempDir
    Path folder;

    private Path disk;
    private Path filling;
    private ApplicationProcess application;

    @BeforeEach
    void smallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        filling = disk.resolve("filling");
        run("mount", "-t", "tmpfs", "-o", "size=200m,mode=0777", "tmpfs", disk.toString());
    }

    @AfterEach
    void end() throws Exception {
        if (application != null) {
            application.kill();
        }
        run("umount", "-l", disk.toString());
    }

    @Test
    void of_h2() throws Exception {
        String url = "jdbc:h2:file:" + disk.resolve("flights");
        application = ApplicationProcess.start(
                folder, Kills.arguments(url + ";WRITE_DELAY=50;RETENTION_TIME=500;QUERY_CACHE_SIZE=1024", "sa", ""));

        Set<String> acknowledged = fillsAndEmpties();

        application.kill();
        application = null;
        assertWhole(new DriverManagerDataSource(url, "sa", ""), acknowledged);
    }

    /** The tables are on the small disk, the server's log is not: where that is full too, the server itself goes down. */
    @Test
    void of_postgres() throws Exception {
        OwnPostgres server = OwnPostgres.in(folder.resolve("data"));
        try {
            Map<String, String> environment = server.database();
            Path tables = Files.createDirectory(disk.resolve("tables"));
            run("chmod", "0700", tables.toString());
            server.execute("create tablespace small location '" + tables + "'");
            server.execute("alter database flights set tablespace small");
            application = ApplicationProcess.start(folder, ProductionSettings.on(environment));

            Set<String> acknowledged = fillsAndEmpties();

            assertWhole(
                    new DriverManagerDataSource(
                            environment.get("JOINTFLIGHTS_DATABASE_URL"),
                            environment.get("JOINTFLIGHTS_DATABASE_USER"),
                            environment.get("JOINTFLIGHTS_DATABASE_PASSWORD")),
                    acknowledged);
        } finally {
            server.stopAtOnce();
        }
    }

    /** What was acknowledged, before the disk was full and after there was room again. */
    private Set<String> fillsAndEmpties() throws Exception {
        HttpUser coordinator = HttpUser.signedIn(application.port(), "frcoordinator");
        Set<String> acknowledged = new HashSet<>();
        assertThat(proposed(coordinator, acknowledged).statusCode()).isEqualTo(200);

        fill();
        int refused = 0;
        HttpResponse<String> last = proposed(coordinator, acknowledged);
        for (int i = 0; i < 300 && refused < 5; i++) {
            if (last.statusCode() != 200) {
                assertThat(last.statusCode()).as(last.body()).isEqualTo(503);
                assertThat(SENTENCES).anyMatch(last.body()::contains);
                refused++;
            }
            last = proposed(coordinator, acknowledged);
        }
        assertThat(refused).as("there was no room").isEqualTo(5);
        int before = acknowledged.size();
        HttpResponse<String> page = coordinator.get("/flights");

        Files.delete(filling);
        long emptied = System.nanoTime();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> proposed(coordinator, acknowledged).statusCode() == 200);
        LoggerFactory.getLogger(DiskFull.class)
                .info(
                        "{} flights acknowledged before the disk was full; reading meanwhile: {}; the next {} ms after there was room",
                        before,
                        page.statusCode(),
                        Duration.ofNanos(System.nanoTime() - emptied).toMillis());
        assertThat(coordinator.get("/flights").statusCode())
                .as("still signed in")
                .isEqualTo(200);
        return acknowledged;
    }

    private static HttpResponse<String> proposed(HttpUser coordinator, Set<String> acknowledged) {
        HttpResponse<String> answer = coordinator.send(
                "POST", ENGINE + "/process-definition/key/jointFlight/submit-form", Kills.proposal("GB, SE"));
        if (answer.statusCode() == 200) {
            acknowledged.add(answer.body().replaceFirst("(?s).*\"businessKey\":\"([^\"]+)\".*", "$1"));
        }
        return answer;
    }

    private void fill() throws Exception {
        new ProcessBuilder("dd", "if=/dev/zero", "of=" + filling, "bs=4k")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(Files.size(filling)).isPositive();
    }

    private static void assertWhole(DriverManagerDataSource tables, Set<String> acknowledged) {
        JdbcClient database = JdbcClient.create(tables);
        assertThat(database.sql("select reference from flight")
                        .query(String.class)
                        .list())
                .containsAll(acknowledged);
        assertThat(database.sql("""
                                select f.reference from flight f where not exists (select 1 from act_hi_procinst p
                                    where p.business_key_ = f.reference and p.proc_def_key_ = 'jointFlight')
                                """).query(String.class).list()).isEmpty();
        assertThat(database.sql("select count(*) from act_ru_job where retries_ < 3")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(String.join(" ", command))
                .isZero();
    }
}
