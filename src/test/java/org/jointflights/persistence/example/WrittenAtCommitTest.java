package org.jointflights.persistence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jointflights.persistence.system.ActsUnderWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** H2 may take an hour to write what is committed; a copy of the file is what a kill would leave behind. */
class WrittenAtCommitTest {

    private static final String SLOWLY = ";WRITE_DELAY=3600000;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    Path folder;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withUserConfiguration(WrittenAtCommit.class, ActsUnderWay.class)
            .withPropertyValues("spring.datasource.username=sa");

    @Test
    void what_is_committed_is_in_the_file_before_anybody_is_told_so() {
        onFile("example", context -> {
            commit(context, 1);
            assertThat(rowsAfterAKill()).isEqualTo(1);

            commit(context, 2);
            assertThat(rowsAfterAKill()).isEqualTo(2);
        });
    }

    /** So that the test above sees what the class does, and nothing else. */
    @Test
    void without_it_a_kill_would_lose_what_is_committed() {
        onFile("another", context -> {
            commit(context, 1);

            assertThat(rowsAfterAKill()).isZero();
        });
    }

    @Test
    void a_first_start_that_was_killed_before_the_door_opened_is_begun_anew_and_no_later_one() throws IOException {
        onFile("another", context -> commit(context, 1));
        Files.createFile(folder.resolve("flights.begun"));

        onFile("example", context -> {
            assertThat(context.getBean(JdbcClient.class)
                            .sql("select count(*) from acknowledged")
                            .query(Long.class)
                            .single())
                    .as("what nobody was told of")
                    .isZero();
            assertThat(folder.resolve("flights.begun")).doesNotExist();
            commit(context, 2);
        });

        assertThat(rowsAfterAKill()).isEqualTo(1);
        onFile("example", context -> commit(context, 3));
        assertThat(rowsAfterAKill()).as("what somebody was told of stays").isEqualTo(2);
    }

    @Test
    void a_first_start_says_that_it_has_begun_before_it_opens_the_database() {
        BegunFile begun = new BegunFile("jdbc:h2:file:" + folder.resolve("data/flights") + SLOWLY);

        begun.begin();
        assertThat(folder.resolve("data/flights.begun")).exists();
        begun.finish();
        assertThat(folder.resolve("data/flights.begun")).doesNotExist();
    }

    @Test
    void what_is_erased_is_in_no_page_of_the_file_once_the_application_has_ended_or_has_begun_again_after_a_kill()
            throws IOException {
        onFile(
                "example",
                context -> List.of(
                                "create table erasure (reference varchar(20))",
                                "create table file_written_anew (erasures bigint)",
                                "insert into file_written_anew values (0)",
                                "create table typed (reason varchar(100))")
                        .forEach(sql -> commit(context, sql)));
        Path killed = folder.resolve("killed.mv.db");
        onFile("example", context -> {
            commit(context, "insert into typed values ('a lapwing of a reason')");
            commit(context, "update typed set reason = ''");
            commit(context, "insert into erasure values ('JRO-2027-0001')");
            Files.copy(folder.resolve("flights.mv.db"), killed);
            assertThat(holds("lapwing")).as("free, and not written over").isTrue();
        });
        assertThat(holds("lapwing")).as("when it has ended").isFalse();

        Files.move(killed, folder.resolve("flights.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(holds("lapwing")).as("after a kill").isTrue();
        onFile(
                "example",
                context -> assertThat(holds("lapwing"))
                        .as("when it has begun again")
                        .isFalse());
    }

    private boolean holds(String word) throws IOException {
        return new String(Files.readAllBytes(folder.resolve("flights.mv.db")), StandardCharsets.ISO_8859_1)
                .contains(word);
    }

    private static void commit(ApplicationContext context, String sql) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction ->
                        context.getBean(JdbcClient.class).sql(sql).update());
    }

    private interface Act {
        void on(ApplicationContext context) throws IOException;
    }

    private void onFile(String profile, Act act) {
        application
                .withInitializer(context -> context.getEnvironment().setActiveProfiles(profile))
                .withPropertyValues("spring.datasource.url=jdbc:h2:file:" + folder.resolve("flights") + SLOWLY)
                .run(context -> {
                    JdbcClient database = context.getBean(JdbcClient.class);
                    database.sql("create table if not exists acknowledged (number int)")
                            .update();
                    database.sql("checkpoint").update();
                    act.on(context);
                });
    }

    private static void commit(ApplicationContext context, int number) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> context.getBean(JdbcClient.class)
                        .sql("insert into acknowledged values (?)")
                        .param(number)
                        .update());
    }

    private long rowsAfterAKill() throws IOException {
        Path copy = folder.resolve("copy.mv.db");
        Files.deleteIfExists(copy);
        Files.copy(folder.resolve("flights.mv.db"), copy);
        return JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("copy"), "sa", ""))
                .sql("select count(*) from acknowledged")
                .query(Long.class)
                .single();
    }
}
