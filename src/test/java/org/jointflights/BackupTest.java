package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jointflights.application.people.token.ApiToken;
import org.jointflights.application.people.token.ApiTokens;
import org.jointflights.application.people.token.TokenScope;
import org.jointflights.application.verification.VerifyTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.trail.ChainReport;
import org.jointflights.process.AsIfSignedIn;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.TypedForms;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The backup that an administrator takes of H2 while two coordinators work, restored as docs/production.md says. The database
 * is the baseline's, with a signed plan and the ledger of a flight that is closed.
 */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("example")
@TestPropertySource("classpath:test.properties")
@Import({AsIfSignedIn.class, TestClock.class, TasklistUsers.class})
@DirtiesContext
class BackupTest {

    private static final int ACTS_BEFORE = 6;
    private static final int ACTS_AFTER = 2;
    private static final int RETURNEES = 3;

    private static final String LEDGER = "select count(*) || ' postings, ' || sum(amount_minor) from posting";

    private static final String SEATS = "select returnees from participation where reference = ? and party = ?";

    /** A state's answer is stored and the task to give it is done, or neither: business and process of one moment. */
    private static final String TORN = """
            select count(*) from participation p
            join ACT_RU_VARIABLE r on r.NAME_ = 'reference' and r.TEXT_ = p.reference
            join ACT_RU_VARIABLE s on s.NAME_ = 'party' and s.TEXT_ = p.party and s.PROC_INST_ID_ = r.PROC_INST_ID_
            join ACT_RU_TASK t on t.TASK_DEF_KEY_ = 'userTask_answerOffer' and t.PROC_INST_ID_ = r.PROC_INST_ID_
            where p.returnees > 0
            """;

    private static final String TOKEN = "a".repeat(64);

    /** What a coordinator was told is done. */
    private record Answer(OperationReference flight, String state) {}

    @TempDir
    static Path folder;

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    VerifyTrail trail;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient database;

    private final Queue<Answer> answered = new ConcurrentLinkedQueue<>();
    private final Semaphore acts = new Semaphore(0);
    private final AtomicBoolean working = new AtomicBoolean(true);

    @DynamicPropertySource
    static void copy(DynamicPropertyRegistry properties) {
        String url = url(folder.resolve("data"));
        JdbcClient.create(new DriverManagerDataSource(url, "sa", ""))
                .sql("runscript from 'classpath:baseline/database.sql.gz' compression gzip charset 'UTF-8'")
                .update();
        properties.add("spring.datasource.url", () -> url);
    }

    @BeforeAll
    static void on_the_next_day(@Autowired TestClock clock, @Autowired JdbcClient database) {
        Instant made = database.sql("select max(at) from trail")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        clock.set(made.plus(Duration.ofDays(1)));
    }

    @Test
    void what_was_acknowledged_before_a_backup_is_in_the_restored_database_which_passes_every_verification()
            throws Exception {
        tokens.add(
                new ApiToken(
                        0,
                        "frfinance1",
                        "report",
                        Set.of(TokenScope.READ),
                        1,
                        TestClock.START,
                        LocalDate.of(2027, 3, 31),
                        null),
                TOKEN);
        ExecutorService desks = Executors.newFixedThreadPool(2);
        List<Answer> before;
        List<ChainReport> chains;
        try {
            Future<?> british = desks.submit(() -> answers("gb"));
            Future<?> spanish = desks.submit(() -> answers("es"));
            await(ACTS_BEFORE);
            chains = trail.run(List.of()).chains();
            before = List.copyOf(answered);
            web.perform(post("/admin/system/backup").with(user("admin")).with(csrf()))
                    .andExpect(status().isOk());
            acts.drainPermits();
            await(ACTS_AFTER);
            working.set(false);
            british.get();
            spanish.get();
        } finally {
            working.set(false);
            desks.shutdown();
        }

        String restored = url(restored());

        List<String> verified = verified(
                restored,
                "--verify-signatures",
                "--verify-trail=" + chains.get(0).head() + "," + chains.get(1).head());
        assertThat(verified)
                .contains(
                        "Every version is what was signed, every signature is on its version, and what is posted is what the parties sign.");
        assertThat(verified).last().asString().endsWith("what was written down earlier is contained.");
        JdbcClient copy = JdbcClient.create(new DriverManagerDataSource(restored, "sa", ""));
        assertThat(before)
                .hasSizeGreaterThanOrEqualTo(ACTS_BEFORE)
                .allSatisfy(answer -> assertThat(copy.sql(SEATS)
                                .params(answer.flight().value(), answer.state().toUpperCase(Locale.ROOT))
                                .query(Integer.class)
                                .single())
                        .isEqualTo(RETURNEES));
        assertThat(answered).hasSizeGreaterThan(before.size());
        assertThat(copy.sql(TORN).query(Integer.class).single()).isZero();
        assertThat(text(copy, LEDGER)).isEqualTo(text(database, LEDGER)).matches("[1-9]\\d* postings, 0");
        assertThat(copy.sql("select person from api_token where hash = ?")
                        .param(TOKEN)
                        .query(String.class)
                        .list())
                .containsExactly("frfinance1");
        assertThat(web.perform(get("/admin/system").with(user("auditor")).locale(Locale.ENGLISH))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("0 minutes ago, as jointflights-");
    }

    /** France proposes flight after flight, and that state answers each. */
    private void answers(String state) {
        while (working.get()) {
            OperationReference flight = proposed();
            users.as(state + "coordinator")
                    .completes("userTask_answerOffer", flight, TypedForms.seats(RETURNEES, 6, "CDG", false));
            answered.add(new Answer(flight, state));
            acts.release();
        }
    }

    /** One after the other: of two proposals at the same moment one is refused. */
    private synchronized OperationReference proposed() {
        return new SomeFlights(users).proposed();
    }

    private void await(int more) throws InterruptedException {
        assertThat(acts.tryAcquire(more, 1, TimeUnit.MINUTES)).as("both go on").isTrue();
    }

    /** The one backup there is, unpacked into an empty folder with what every JDK has. */
    private static Path restored() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("restored"));
        try (Stream<Path> backups = Files.list(folder.resolve("data").resolve("backups"))) {
            List<Path> one = backups.toList();
            assertThat(one).hasSize(1);
            Process jar = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jar")
                                    .toString(),
                            "xf",
                            one.get(0).toString())
                    .directory(empty.toFile())
                    .inheritIO()
                    .start();
            assertThat(jar.waitFor()).isZero();
        }
        return empty;
    }

    private static List<String> verified(String url, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments = Stream.concat(
                        Stream.of(options),
                        Stream.of("--spring.profiles.active=example", "--spring.datasource.url=" + url))
                .toArray(String[]::new);
        int exitCode = VerifyCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        String printed = out.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(printed).isZero();
        return printed.lines().toList();
    }

    private static String text(JdbcClient database, String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private static String url(Path data) {
        return "jdbc:h2:file:" + data.resolve("jointflights") + ";WRITE_DELAY=50;RETENTION_TIME=500";
    }
}
