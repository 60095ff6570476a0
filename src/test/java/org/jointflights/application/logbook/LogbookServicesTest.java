package org.jointflights.application.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.file.FileBytes;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.logbook.LogEntries.Reading;
import org.jointflights.application.logbook.ReadLog.FlightLog;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.jointflights.domain.file.FileScan;
import org.jointflights.domain.file.SomeFiles;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A flight's log: who writes, who reads, who is told, and that nothing in it is ever changed. */
class LogbookServicesTest {

    /** Everybody who could ask; Italy was never asked. */
    private static final List<String> EVERYBODY = List.of(
            "FRcoordinator",
            "FRdoctor",
            "GBcoordinator",
            "GBmonitor",
            "EScoordinator",
            "FXfinance",
            "rightsOfficer",
            "executive",
            "manager",
            "auditor",
            "camunda-admin");

    private static final byte[] PLAN = SomeFiles.pdf("plan");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final LogbookServices services = new LogbookServices(ports);

    @BeforeEach
    void a_flight_that_is_approved() {
        ParisToLagos.at(Stage.APPROVAL, ports);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FRdoctor | ALL | | FRcoordinator FRdoctor GBcoordinator GBmonitor EScoordinator FXfinance",
                "GBmonitor | ORGANISER | | FRcoordinator FRdoctor GBcoordinator GBmonitor",
                "GBmonitor | SOME | FX | GBcoordinator GBmonitor FXfinance",
                "FRcoordinator | SOME | GB,ES | FRcoordinator FRdoctor GBcoordinator GBmonitor EScoordinator",
                "rightsOfficer | SOME | GB | GBcoordinator GBmonitor",
                "manager | ORGANISER | | FRcoordinator FRdoctor",
            })
    void a_message_is_read_by_its_authors_party_those_it_goes_to_and_no_partys(
            String author, String to, String parties, String readers) {
        long id = writes(author, to, parties == null ? List.of() : List.of(parties.split(",")));

        assertThat(whoReads(id))
                .containsExactlyInAnyOrderElementsOf(
                        words(readers + " rightsOfficer executive manager auditor camunda-admin"));
    }

    private static Collection<String> words(String words) {
        return new TreeSet<>(List.of(words.split(" ")));
    }

    @Test
    void for_those_it_does_not_go_to_it_is_as_if_there_were_none() {
        long id = writes("GBmonitor", "ORGANISER", List.of());
        as("GBmonitor");
        long file = services.files.add(REFERENCE, id, "plan.pdf", PLAN);
        as("EScoordinator");

        for (long one : new long[] {id, file, 999_999}) {
            refusal(Unknown.class, "logbook.unknown", () -> answers(one, "and I?"));
            refusal(Unknown.class, "logbook.unknown", () -> services.read.file(REFERENCE, one));
            refusal(Unknown.class, "logbook.unknown", () -> services.files.add(REFERENCE, one, "plan.pdf", PLAN));
        }
        as("ITcoordinator");
        refusal(NotYours.class, "overview.flight.notYours", () -> services.read.log(REFERENCE));
        refusal(NotYours.class, "overview.flight.notYours", () -> services.read.file(REFERENCE, file));
        assertThat(services.entries.of(REFERENCE)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "camunda-admin"})
    void whoever_only_looks_writes_nothing(String group) {
        long id = writes("FRcoordinator", "ALL", List.of());
        as(group);

        assertThat(services.read.log(REFERENCE).mayWrite()).isFalse();
        refusal(NotYours.class, "logbook.notYours", () -> writes(group, "ALL", List.of()));
        refusal(NotYours.class, "logbook.notYours", () -> answers(id, "me too"));
        refusal(NotYours.class, "logbook.notYours", () -> services.files.add(REFERENCE, id, "plan.pdf", PLAN));
        assertThat(services.entries.of(REFERENCE)).hasSize(1);
    }

    @Test
    void an_answer_goes_to_those_who_read_what_it_answers_and_its_author_too() {
        long id = writes("GBmonitor", "SOME", List.of("FX"));
        as("FXfinance");
        long answer = answers(id, "Yes.");
        long again = answers(answer, "And more.");

        for (long one : new long[] {id, answer, again}) {
            assertThat(whoReads(one))
                    .contains("GBcoordinator", "FXfinance", "auditor")
                    .doesNotContain("FRcoordinator", "EScoordinator");
        }
        assertThat(services.entries.of(REFERENCE))
                .extracting(entry -> entry.head())
                .containsOnly(id);
    }

    @Test
    void a_state_that_has_withdrawn_reads_what_there_was_and_writes_no_more_and_is_not_told() {
        long before = writes("FRcoordinator", "ALL", List.of());
        long toIt = writes("FRcoordinator", "SOME", List.of("GB"));
        ports.clock.advance(Duration.ofHours(1));
        Instant now = ports.clock.instant();
        ports.participations.put(
                ports.participations.get(REFERENCE, GB).withdrawn(WithdrawalCause.LEGAL, "no escorts", now, DEPARTURE));
        ports.clock.advance(Duration.ofHours(1));
        long after = writes("FRcoordinator", "ALL", List.of());
        as("FRcoordinator");
        long answer = answers(toIt, "You left.");

        assertThat(whoReads(before)).contains("GBcoordinator");
        assertThat(whoReads(toIt)).contains("GBcoordinator");
        assertThat(whoReads(after)).doesNotContain("GBcoordinator");
        assertThat(whoReads(answer)).doesNotContain("GBcoordinator");
        assertThat(ports.told().stream().filter("GBcoordinator notice.log"::equals))
                .hasSize(2);
        as("GBcoordinator");
        assertThat(services.read.log(REFERENCE).mayWrite()).isFalse();
        refusal(NotYours.class, "logbook.notYours", () -> writes("GBcoordinator", "ALL", List.of()));
        refusal(BadInput.class, "common.choice", () -> writes("FRcoordinator", "SOME", List.of("GB")));
    }

    @Test
    void coordinators_of_those_it_goes_to_are_told_and_whoever_wrote_in_the_thread_without_a_word_of_it() {
        long id = writes("GBmonitor", "ORGANISER", List.of());
        assertThat(ports.told()).containsExactly("FRcoordinator notice.log");

        ports.user.is("frcoordinator1", "FRcoordinator");
        answers(id, "We see to it.");

        assertThat(ports.told())
                .containsExactlyInAnyOrder(
                        "FRcoordinator notice.log",
                        "FRcoordinator notice.log",
                        "GBcoordinator notice.log",
                        "GBmonitor notice.log");
        assertThat(ports.outbox.all().toString()).doesNotContain("We see to it").doesNotContain("What about");
    }

    @Test
    void the_trail_says_that_somebody_wrote_and_what_a_file_is_made_of_and_not_what_was_said() {
        long id = writes("GBmonitor", "ORGANISER", List.of());
        as("GBmonitor");
        services.files.add(REFERENCE, id, "plan of somebody.pdf", PLAN);

        assertThat(ports.happened()).containsExactly(TrailEvent.LOG_WRITTEN, TrailEvent.LOG_FILE);
        TrailEntry last = ports.trail.last();
        assertThat(last.toString()).doesNotContain("plan of somebody").doesNotContain("What about");
        AttachedFile file = services.entries.of(REFERENCE).get(1).file();
        assertThat(file).isNotNull();
        assertThat(last.arguments()).contains(file.hash(), "PDF");
        assertThat(file.hash()).matches("[0-9a-f]{64}");
        assertThat(last.actorParty()).isEqualTo(GB);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void it_is_written_until_the_flight_is_over(Stage stage) {
        long id = writes("FRcoordinator", "ALL", List.of());
        ParisToLagos.at(stage, ports);
        if (stage.isOver()) {
            refusal(Conflict.class, "logbook.over", () -> writes("GBdoctor", "ALL", List.of()));
            refusal(Conflict.class, "logbook.over", () -> answers(id, "late"));
            refusal(Conflict.class, "logbook.over", () -> services.files.add(REFERENCE, id, "plan.pdf", PLAN));
            assertThat(services.read.log(REFERENCE).threads()).hasSize(1);
        } else {
            writes("GBdoctor", "ALL", List.of());
            assertThat(services.entries.of(REFERENCE)).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "logText, '', common.missing",
        "logText, '   ', common.missing",
        "addressed, '', common.missing",
        "addressed, NOBODY, common.choice",
    })
    void what_is_no_message_is_refused_and_nothing_is_kept(String field, String value, String code) {
        as("FRcoordinator");
        Map<String, String> typed = new HashMap<>(Map.of("logText", "What about it?", "addressed", "ALL"));
        typed.put(field, value);

        BadInput refused =
                refusal(BadInput.class, code, () -> services.write.write(REFERENCE, new TypedFields(typed), List.of()));

        assertThat(refused.field()).isEqualTo(field);
        refusal(BadInput.class, "common.missing", () -> writes("FRcoordinator", "SOME", List.of()));
        refusal(BadInput.class, "common.choice", () -> writes("FRcoordinator", "SOME", List.of("IT")));
        refusal(BadInput.class, "common.party.notIso", () -> writes("FRcoordinator", "SOME", List.of("UK")));
        refusal(
                BadInput.class,
                "common.tooLong",
                () -> answers(writes("FRcoordinator", "ALL", List.of()), "x".repeat(1001)));
        assertThat(services.entries.of(REFERENCE)).hasSize(1);
    }

    @Test
    void a_file_is_kept_with_its_hash_and_given_out_as_it_came() {
        long id = writes("GBmonitor", "ALL", List.of());
        as("EScoordinator");
        long file = services.files.add(REFERENCE, id, " plan.pdf ", PLAN);

        as("FXfinance");
        FileBytes given = services.read.file(REFERENCE, file);

        assertThat(given.content()).isEqualTo(PLAN);
        assertThat(given.file())
                .isEqualTo(new AttachedFile(
                        "plan.pdf", FileKind.PDF, PLAN.length, given.file().hash(), FileScan.NOT_SCANNED));
        refusal(Unknown.class, "logbook.file.none", () -> services.read.file(REFERENCE, id));
    }

    @Test
    void a_bad_file_is_refused_and_nothing_is_kept() {
        long id = writes("GBmonitor", "ALL", List.of());
        List<Object> before = new ArrayList<>(ports.traces());
        as("GBmonitor");

        refusal(BadInput.class, "file.kind", () -> adds(id, "a.xlsx", SomeFiles.zip()));
        refusal(BadInput.class, "file.empty", () -> adds(id, "a.pdf", new byte[0]));
        refusal(BadInput.class, "file.otherName", () -> adds(id, "a.png", PLAN));
        refusal(BadInput.class, "file.name", () -> adds(id, "../a.pdf", PLAN));
        services.scan = FileScan.INFECTED;
        refusal(BadInput.class, "file.infected", () -> adds(id, "a.pdf", PLAN));

        assertThat(services.entries.of(REFERENCE)).hasSize(1);
        assertThat(ports.traces()).isEqualTo(before);
        services.scan = FileScan.CLEAN;
        adds(id, "a.pdf", PLAN);
        assertThat(services.entries.of(REFERENCE)).hasSize(2);
    }

    @Test
    void a_log_holds_a_hundred_files() {
        long id = writes("GBmonitor", "ALL", List.of());
        as("GBmonitor");
        for (int number = 0; number < AddLogFile.MOST; number++) {
            adds(id, "a.pdf", PLAN);
        }

        refusal(Conflict.class, "logbook.file.many", () -> adds(id, "a.pdf", PLAN));
    }

    @Test
    void who_has_read_an_entry_and_when_first_is_shown_and_its_author_is_not_among_them() {
        long id = writes("GBmonitor", "ORGANISER", List.of());
        ports.user.is("frdoctor1", "FRdoctor");
        services.read.log(REFERENCE);
        Instant first = ports.clock.instant();
        ports.clock.advance(Duration.ofHours(1));
        services.read.log(REFERENCE);
        ports.user.is("escoordinator1", "EScoordinator");
        services.read.log(REFERENCE);
        as("GBmonitor");

        FlightLog log = services.read.log(REFERENCE);

        assertThat(log.threads().get(0).entries().get(0).entry().id()).isEqualTo(id);
        assertThat(log.threads().get(0).entries().get(0).readings()).containsExactly(new Reading("frdoctor1", first));
        assertThat(log.nameOf("frdoctor1").in(java.util.Locale.ENGLISH)).isEqualTo("Some FRdoctor");
    }

    @Test
    void comments_on_tasks_stand_there_for_those_who_read_them_on_the_trail_also_while_the_task_is_open() {
        tasks("GBfinance", "open", false);
        tasks("GBlegal", "secret", true);
        services.said.add(new OpenComments.Said("open", "gbfinance1", ports.clock.instant(), "Half of it?"));
        services.said.add(new OpenComments.Said("secret", "gblegal1", ports.clock.instant(), "About an incident"));
        ports.trail.add(new TrailEntry(
                REFERENCE,
                ports.clock.instant().minusSeconds(5),
                "gbfinance1",
                TrailEvent.COMMENT,
                GB,
                GB,
                List.of(Sentence.of("step.userTask_signPlan"), "It was dear")));

        assertThat(comments("GBdoctor")).hasSize(2).first().asString().contains("Half of it?");
        assertThat(comments("manager")).hasSize(2);
        assertThat(comments("FRcoordinator")).isEmpty();
        assertThat(comments("FXcoordinator")).isEmpty();
    }

    private List<ReadLog.Comment> comments(String group) {
        as(group);
        return services.read.log(REFERENCE).comments();
    }

    private void tasks(String group, String id, boolean confidential) {
        services.tasks.opened(
                REFERENCE,
                new WaitingTask(
                        id,
                        "userTask_signPlan",
                        new TreeSet<>(List.of(group)),
                        ports.clock.instant(),
                        null,
                        null,
                        false,
                        confidential));
    }

    private List<String> whoReads(long id) {
        return EVERYBODY.stream()
                .filter(group -> {
                    ports.user.is("reader", group);
                    return services.read.log(REFERENCE).threads().stream()
                            .flatMap(thread -> thread.entries().stream())
                            .anyMatch(seen -> seen.entry().id() == id);
                })
                .toList();
    }

    private void as(String group) {
        ports.user.is(group.toLowerCase(java.util.Locale.ROOT) + 1, group);
    }

    private long writes(String group, String to, List<String> parties) {
        as(group);
        return services.write.write(
                REFERENCE, new TypedFields(Map.of("logText", "What about it?", "addressed", to)), parties);
    }

    private long answers(long id, String text) {
        return services.write.answer(REFERENCE, id, new TypedFields(Map.of("logText", text)));
    }

    private long adds(long id, String name, byte[] content) {
        return services.files.add(REFERENCE, id, name, content);
    }
}
