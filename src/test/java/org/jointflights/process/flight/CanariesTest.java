package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.mvstore.MVStoreTool;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.closing.Erasures;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.operation.GateAnswers;
import org.jointflights.application.operation.HeadCounts;
import org.jointflights.application.people.Role;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.application.verification.VerifyTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Stage;
import org.jointflights.process.ShownTexts;
import org.jointflights.process.flight.Canaries.Canary;
import org.jointflights.web.notice.SmtpMailers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Every word that somebody has typed about a flight is read by those whom {@code docs/rights.md} names and by nobody else, and
 * is nowhere when {@code docs/retention.md} says so: in no page, answer, form, table, file, log and temporary file. On a database in
 * a file, as the trial has it, and with a server, so that the engine's own addresses are asked too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:file:./target/canaries/flights;WRITE_DELAY=50;RETENTION_TIME=500;"
                + "QUERY_CACHE_SIZE=1024")
class CanariesTest extends CanaryFlights {

    /** The folder of its context's database, which is new each time. */
    private static final Path FOLDER = emptied(Path.of("target", "canaries"));

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final int FEWEST = 80;

    /** Text fields whose form is fixed: amounts, days, codes, hashes. No sentence fits, and a word is refused. */
    private static final Set<String> OF_FIXED_FORM = Set.of(
            "amount",
            "caps",
            "categories",
            "floors",
            "quotes",
            "weights",
            "amountReceived",
            "airportInstead",
            "ceiling",
            "complaintLanguage",
            "currency",
            "departure",
            "destinationState",
            "destinations",
            "eligibleAmount",
            "embarkations",
            "invited",
            "landing",
            "landingAnswered",
            "landingRequested",
            "landingState",
            "listHash",
            "organiser",
            "overflightAnswered",
            "overflightRequested",
            "overflightState",
            "price",
            "rate",
            "reportHash",
            "sharers",
            "transitAnswered",
            "transitRequested",
            "transitState",
            "vat");

    /** Parts that several forms share; the word is typed into one of them. */
    private static final Set<String> SHARED_PARTS = Set.of(
            "confirm-boarding.monitoringBody",
            "confirm-stopover.monitoringBody",
            "answer-last-call.monitoringBody",
            "confirm-boarding.issuingAuthority",
            "confirm-stopover.issuingAuthority",
            "answer-last-call.issuingAuthority");

    /** A suspension is advised on in a task; the act is for flights of older models, and is refused here. */
    private static final Set<String> OF_OLDER_MODELS = Set.of("advise.adviceReasons");

    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| (`[^|]+`) \\| ([^|]+) \\|");
    private static final Pattern KEPT = Pattern.compile("\\| (`[^|]+`) \\| [^|]+ \\|");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    @Autowired
    MockMvc web;

    @Autowired
    ShownTexts shown;

    @Autowired
    Outbox outbox;

    @Autowired
    Erasures erasures;

    @Autowired
    GateAnswers gateAnswers;

    @Autowired
    HeadCounts heads;

    @Autowired
    SignedVersions versions;

    @Autowired
    VerifySignatures signatures;

    @Autowired
    VerifyTrail chains;

    /** What the application does with the file when it ends. */
    @Autowired
    @Qualifier("openDoor")
    DisposableBean file;

    @Autowired
    DataSource pool;

    private final Instant begun = Instant.now().minusSeconds(2);
    private final List<OperationReference> all = new ArrayList<>();
    private FileAppender<ILoggingEvent> lines;

    /** Once, not before each test. */
    @Override
    void open() {}

    @BeforeAll
    void everything_is_typed_and_looked_for() {
        super.open();
        lines = writesALog();
        readers = new WhoReads(web, port, database, canaries);
        OperationReference flight = planned();
        all.add(flight);
        disputes(flight);
        readers.on(flight, WhoReads.PAGE, WhoReads.JSON);
        approves(flight);
        isHeldUp(flight);
        writesTheLog(flight);
        readers.on(flight, WhoReads.PAGE, WhoReads.JSON, WhoReads.LIST);
        goesOn(flight);
        countsDown(flight);
        readers.on(flight, WhoReads.PAGE);
        flies(flight);
        isReportedOn(flight);
        settlesAccounts(flight);
        isKept(flight);
        readers.everywhere(flight);
        OperationReference ended = ended();
        readers.onForAll(ended, WhoReads.PAGE);
        all.add(ended);
        OperationReference cancelled = cancelled();
        readers.onForAll(cancelled, WhoReads.PAGE);
        all.add(cancelled);
        all.forEach(one -> shown.byGroup(one)
                .forEach((group, texts) -> texts.forEach(text -> readers.note(group, "a form", text))));
    }

    @AfterAll
    void closeTheLog() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(lines);
        lines.stop();
    }

    @Test
    @Order(1)
    void every_field_that_takes_peoples_own_words_has_been_typed_into() throws IOException {
        Set<String> fields = new TreeSet<>(
                List.of("comment", "log.logText", "log.fileName", "log.file", "voucher.fileName", "voucher.file"));
        fields.addAll(fieldsOfForms());
        fields.addAll(fieldsOfActs());

        assertThat(canaries.all()).hasSizeGreaterThanOrEqualTo(FEWEST);
        Set<String> typed = canaries.fields().stream()
                .map(field -> field.replaceAll(",.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        typed.remove("refused");
        Set<String> exempt = new TreeSet<>(SHARED_PARTS);
        exempt.addAll(OF_OLDER_MODELS);
        fields.removeAll(exempt);
        assertThat(without(fields, typed)).as("fields without a canary").isEmpty();
        assertThat(without(typed, fields)).as("canaries in no field").isEmpty();
        fields.addAll(exempt);
        Set<String> named = rows().keySet().stream()
                .map(field -> field.replaceAll(",.*", ""))
                .collect(Collectors.toSet());
        assertThat(without(fields, named))
                .as("fields without a line in docs/rights.md")
                .isEmpty();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    /** Text areas of the forms, and what else somebody can write there in words. */
    private static Set<String> fieldsOfForms() throws IOException {
        Set<String> fields = new TreeSet<>();
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            for (Path form :
                    forms.filter(file -> file.toString().endsWith(".form")).toList()) {
                String name = form.getFileName().toString().replace(".form", "");
                walk(json.readTree(form.toFile()), field -> {
                    String key = field.path("key").asText();
                    String type = field.path("type").asText();
                    if (type.equals("textarea") || (type.equals("textfield") && !OF_FIXED_FORM.contains(key))) {
                        // Gates stand in places with a number.
                        fields.add(name + "." + key.replaceAll("[0-9]+$", ""));
                    }
                });
            }
        }
        return fields;
    }

    private static void walk(JsonNode part, Consumer<JsonNode> fields) {
        part.path("components").forEach(field -> {
            fields.accept(field);
            walk(field, fields);
        });
    }

    /** As the description of the API has them: remarks, and texts of no fixed form. */
    private Set<String> fieldsOfActs() throws IOException {
        Set<String> fields = new TreeSet<>();
        JsonNode described = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/main/resources/api/openapi.yaml").toFile())
                .path("components")
                .path("schemas");
        described.properties().forEach(schema -> {
            String act = schema.getKey().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
            if (!isAct(act)) {
                return;
            }
            schema.getValue().path("properties").properties().forEach(field -> {
                JsonNode about = field.getValue();
                boolean remark = about.path("$ref").asText().endsWith("/Remark");
                boolean free = about.path("type").asText().equals("string")
                        && Stream.of("enum", "format", "examples").noneMatch(about::has)
                        && (!about.has("pattern") || field.getKey().equals("complaintReference"));
                if (remark || (free && !OF_FIXED_FORM.contains(field.getKey()))) {
                    fields.add(act + "." + field.getKey());
                }
            });
        });
        return fields;
    }

    private boolean isAct(String path) {
        try {
            return acts.named(path) != null;
        } catch (Unknown none) {
            return false;
        }
    }

    @Test
    @Order(2)
    void each_word_is_read_by_those_whom_the_table_of_rights_names_and_by_nobody_else() throws IOException {
        Map<String, List<String>> table = rows();
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> named = new LinkedHashMap<>();
        for (Canary canary : canaries.all()) {
            List<String> who = table.get(canary.field());
            assertThat(who).as("a line of docs/rights.md for " + canary.field()).isNotNull();
            Set<String> groups = new TreeSet<>();
            who.forEach(phrase -> groups.addAll(groups(phrase, canary)));
            groups.retainAll(WhoReads.groups());
            Set<String> read = readers.of(canary);
            if (!read.equals(groups)) {
                found.put(canary + " " + canary.word(), WhoReads.shortened(read) + tooMany(canary, read, groups));
                named.put(canary + " " + canary.word(), WhoReads.shortened(groups));
            }
        }
        assertThat(found).as("who has read it, and who may").isEqualTo(named);
    }

    private String tooMany(Canary canary, Set<String> read, Set<String> groups) {
        return read.stream()
                .filter(group -> !groups.contains(group))
                .limit(1)
                .map(group -> " (" + group + " on " + readers.where(canary, group) + ")")
                .collect(Collectors.joining());
    }

    /** The groups that a phrase of the table means. */
    private static Set<String> groups(String phrase, Canary canary) {
        Set<String> asked = canary.flight().asked();
        return switch (phrase) {
            case "nobody" -> Set.of();
            case "own group" -> Set.of(canary.group());
            case "own party" ->
                Role.ofGroup(canary.group()).filter(Role::isOfParty).isPresent()
                        ? WhoReads.of(canary.group().substring(0, 2))
                        : Set.of();
            case "state concerned" -> WhoReads.of(canary.about());
            case "legal group of the state concerned" ->
                canary.about().isEmpty() ? Set.of() : Set.of(Role.LEGAL.groupOf(new Party(canary.about())));
            case "all on the flight" -> of(asked);
            case "no party's" -> Role.ofNoParty().stream().map(Role::group).collect(Collectors.toSet());
            case "who shares the cost" ->
                of(Stream.concat(canary.flight().states().stream(), Stream.of(Party.FRONTEX.code()))
                        .collect(Collectors.toSet()));
            case "finance groups of the states that take part" ->
                canary.flight().states().stream()
                        .map(party -> Role.FINANCE.groupOf(new Party(party)))
                        .collect(Collectors.toSet());
            case "withdrawn coordinators" ->
                canary.flight().withdrawn().stream()
                        .map(party -> Role.COORDINATOR.groupOf(new Party(party)))
                        .collect(Collectors.toSet());
            case "organiser's coordinator" -> Set.of(Role.COORDINATOR.groupOf(FR));
            case "organiser's escort leader" -> Set.of(Role.ESCORT_LEADER.groupOf(FR));
            case "rights officers" -> Set.of(Role.RIGHTS_OFFICER.group());
            case "managers" -> Set.of(Role.MANAGER.group());
            case "auditors" -> Set.of(Role.AUDITOR.group());
            case "executives" -> Set.of(Role.EXECUTIVE.group());
            case "finance groups of who shares the cost" ->
                Stream.concat(canary.flight().states().stream(), Stream.of(Party.FRONTEX.code()))
                        .map(party -> Role.FINANCE.groupOf(new Party(party)))
                        .collect(Collectors.toSet());
            default -> throw new AssertionError("docs/rights.md names readers that this test does not know: " + phrase);
        };
    }

    private static Set<String> of(Set<String> parties) {
        return parties.stream().flatMap(party -> WhoReads.of(party).stream()).collect(Collectors.toSet());
    }

    /** By field, who reads it. */
    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        String document = Files.readString(Path.of("docs", "rights.md"));
        String part = document.substring(document.indexOf("## Who reads what was typed"));
        Matcher lines = ROW.matcher(part.substring(0, part.indexOf("\n## ", 1)));
        while (lines.find()) {
            List<String> who = List.of(lines.group(3).split(", "));
            names(lines.group(2))
                    .forEach(field -> assertThat(rows.put(field, who))
                            .as("the only line of " + field)
                            .isNull());
        }
        return rows;
    }

    private static List<String> names(String cell) {
        return NAMED.matcher(cell)
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    /** A mail leaves the house; what it says of each notice of these flights is looked through for every word. */
    @Test
    @Order(2)
    void no_mail_quotes_what_somebody_typed() {
        List<Notice> notices =
                all.stream().flatMap(flight -> outbox.of(flight).stream()).toList();
        Set<String> onThePages = new TreeSet<>();
        Map<String, String> inMail = new TreeMap<>();
        for (Notice notice : notices) {
            String page = notice.text().in(Locale.ENGLISH);
            String mail = SmtpMailers.words(notice);
            for (Canary canary : canaries.all()) {
                if (page.contains(canary.word())) {
                    onThePages.add(notice.text().code());
                }
                if (mail.contains(canary.word())) {
                    inMail.put(notice.text().code(), canary.field());
                }
            }
        }

        assertThat(onThePages).as("notices with typed words").hasSizeGreaterThan(5);
        assertThat(inMail).as("what a mail quotes").isEmpty();
    }

    @Test
    @Order(3)
    void after_retention_no_byte_of_a_reason_is_left_and_what_was_signed_and_counted_still_holds() throws Exception {
        BytesOnDisk bytes = new BytesOnDisk(canaries);
        OperationReference flight = all.get(0);
        List<String> before = kept(flight);
        database.sql("checkpoint").update();
        assertThat(without(stored(), union(bytes.in(FOLDER, begun))))
                .as("what could not be found later either")
                .isEmpty();

        does("gblegal2", flight, "lift-hold");
        does("rightsofficer2", flight, "lift-hold");
        for (OperationReference one : all) {
            exampleUsers.fireTimersUntil(clock.instant().plus(Duration.ofDays(40)), one);
        }
        clock.advance(Duration.ofDays(40));
        fires(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.CLOSED);
        for (OperationReference one : all) {
            assertThat(erasures.of(one)).as(one.value()).isNotEmpty();
        }
        assertThat(without(new TreeSet<>(kept(flight)), new TreeSet<>(before))).isEmpty();
        assertThat(bytes.compressedIn(database)).isSubsetOf(keptFields());
        file.destroy();
        // As the application leaves it when it is gone.
        closeTheDatabase();
        // What H2 writes anew it compresses: the same once more as it was before.
        Path copy = Files.copy(FOLDER.resolve("flights.mv.db"), FOLDER.resolve("copy.mv.db"));
        MVStoreTool.compact(
                copy.toString(), FOLDER.resolve("uncompressed.mv.db").toString(), false);

        Set<String> left = union(bytes.in(FOLDER, begun));
        assertThat(without(left, keptFields())).as("what should be gone").isEmpty();
        assertThat(without(keptFields(), left)).as("what should be kept").isEmpty();
        assertThat(bytes.in(Path.of(lines.getFile()).getParent(), begun).keySet())
                .as("the log, with what the database's own files keep")
                .doesNotContain(Path.of(lines.getFile()).getFileName().toString());
        assertThat(bytes.in(TEMPORARY, begun)).isEmpty();
        assertThat(signatures.run().faults()).isEmpty();
        assertThat(chains.run(List.of()).faults()).isEmpty();
    }

    private void closeTheDatabase() {
        database.sql("shutdown").update();
        HikariDataSource connections = DataSourceUnwrapper.unwrap(pool, HikariDataSource.class);
        assertThat(connections).isNotNull();
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    private void does(String person, OperationReference flight, String act) {
        exampleUsers.as(person, () -> acts.perform(flight, acts.named(act), Map.of()));
        exampleUsers.runJobs(flight);
    }

    /** All but what was refused, and never stored, and what went with its task. */
    private Set<String> stored() {
        Set<String> stored = new TreeSet<>(canaries.fields());
        stored.removeAll(Set.of("refused", "comment, confidential"));
        return stored;
    }

    /** Sums, signatures, verdicts and head counts: what the erasure must not touch. */
    private List<String> kept(OperationReference flight) {
        return List.of(
                accounts.of(flight).lines().toString(),
                String.valueOf(accounts.of(flight).ledger().isEven()),
                transfers.of(flight).stream()
                        .map(transfer -> transfer.id() + " " + transfer.amount())
                        .toList()
                        .toString(),
                gateAnswers.of(flight).stream()
                        .map(answer -> answer.question() + " " + answer.verdict() + " " + answer.evidence())
                        .toList()
                        .toString(),
                heads.takenOff(flight).stream()
                        .map(off -> off.party() + " " + off.persons() + " " + off.cause())
                        .toList()
                        .toString(),
                versions.of(flight).stream()
                        .map(version -> version.number() + " " + version.hash())
                        .toList()
                        .toString(),
                versions.signatures(flight).stream()
                        .map(signature -> signature.person() + signature.role() + signature.hash() + signature.at())
                        .toList()
                        .toString());
    }

    /** What docs/retention.md says is kept. */
    private Set<String> keptFields() throws IOException {
        String document = Files.readString(Path.of("docs", "retention.md"));
        String part = document.substring(document.indexOf("**Kept**"), document.indexOf("## What it does not reach"));
        Set<String> kept = new TreeSet<>();
        KEPT.matcher(part).results().forEach(row -> kept.addAll(names(row.group(1))));
        kept.removeAll(SHARED_PARTS);
        return kept;
    }

    private static Set<String> union(Map<String, Set<String>> byFile) {
        return byFile.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static FileAppender<ILoggingEvent> writesALog() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder everything = new PatternLayoutEncoder();
        everything.setContext(context);
        everything.setPattern("%d %level %logger %mdc %kvp %msg %ex{full}%n");
        everything.start();
        FileAppender<ILoggingEvent> log = new FileAppender<>();
        log.setContext(context);
        log.setEncoder(everything);
        log.setFile(FOLDER.resolve("canaries.log").toString());
        log.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
        return log;
    }

    private static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
