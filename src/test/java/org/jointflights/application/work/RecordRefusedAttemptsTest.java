package org.jointflights.application.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.people.Reader;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordRefusedAttemptsTest {

    private static final String GO = id(1);
    private static final String SHARE = id(2);
    private static final Sentence WHY = Sentence.of("approval.signer.preparer", 1);

    private final InMemoryPorts ports = new InMemoryPorts();
    private final Map<String, NamedWork> open = new HashMap<>();
    private final RecordRefusedAttempts attempts =
            WorkServices.recording(ports, id -> Optional.ofNullable(open.get(id)));

    @BeforeEach
    void two_tasks_of_a_flight_are_open() {
        ParisToLagos.at(Stage.APPROVAL, ports);
        open.put(GO, new NamedWork(GO, REFERENCE, Sentence.of("step.userTask_giveGo")));
        open.put(SHARE, new NamedWork(SHARE, REFERENCE, Sentence.of("step.userTask_acceptShare")));
    }

    @Test
    void who_tried_what_and_why_not_is_on_the_trail_of_the_flight() {
        attempts.onNamed("executive1", "/engine/task/" + GO + "/complete", WHY);

        assertThat(ports.trail.entries())
                .containsExactly(new TrailEntry(
                        REFERENCE,
                        ports.clock.instant(),
                        "executive1",
                        TrailEvent.ATTEMPT_REFUSED,
                        FR,
                        null,
                        List.of(Sentence.of("step.userTask_giveGo"), WHY, GO)));
    }

    @Test
    void it_is_told_once_for_each_person_task_and_reason() {
        for (int attempt = 0; attempt < 5; attempt++) {
            attempts.onNamed("executive1", GO, WHY);
            attempts.onNamed("executive1", GO, Sentence.of(WHY.code(), 1 + attempt));
        }
        attempts.onNamed("executive2", GO, WHY);
        attempts.onNamed("executive1", SHARE, WHY);
        attempts.onNamed("executive1", GO, Sentence.of("signin.closed"));

        assertThat(ports.trail.entries())
                .extracting(TrailEntry::actor, entry -> entry.arguments().get(2))
                .containsExactly(
                        tuple("executive1", GO),
                        tuple("executive2", GO),
                        tuple("executive1", SHARE),
                        tuple("executive1", GO));
    }

    @Test
    void everything_is_told_that_a_request_in_bulk_names_as_far_as_anybody_writes_it() {
        attempts.onNamed("executive1", "{\"ids\":[\"" + GO + "\",\"" + SHARE + "\",\"" + GO + "\"]}", WHY);
        assertThat(ports.trail.entries()).hasSize(2);

        StringBuilder all = new StringBuilder();
        for (int number = 100; number < 150; number++) {
            open.put(id(number), new NamedWork(id(number), REFERENCE, Sentence.of("step.userTask_giveGo")));
            all.append(id(number)).append(' ');
        }
        attempts.onNamed("executive1", all.toString(), WHY);
        assertThat(ports.trail.entries()).hasSize(22);
    }

    @Test
    void a_task_that_was_completed_meanwhile_is_still_known() {
        ports.work.add(new TaskDone(id(3), "userTask_signPlan", REFERENCE, FR, "frfinance2", ports.clock.instant()));

        attempts.onNamed("frfinance1", "/task/" + id(3) + "/submit-form", WHY);

        assertThat(ports.trail.last().arguments()).contains(Sentence.of("step.userTask_signPlan"));
    }

    @Test
    void where_no_task_is_named_the_flight_may_be() {
        attempts.onNamed("frfinance1", "{\"businessKey\":\"" + REFERENCE + "\"}", WHY);
        assertThat(ports.trail.last().what().arguments()).contains(Sentence.of("common.attempt.flight"));

        attempts.onNamed("frfinance1", GO + " of " + REFERENCE, WHY);
        assertThat(ports.trail.entries()).hasSize(2);
    }

    @Test
    void what_is_of_no_flight_has_no_trail() {
        OperationReference nobodys = new OperationReference("JRO-2099-0001");
        open.put(id(4), new NamedWork(id(4), nobodys, Sentence.of("step.userTask_giveGo")));

        attempts.onNamed("frfinance1", "JRO-2099-0002 X" + REFERENCE + "0 " + id(4) + id(5) + "nonsense", WHY);
        attempts.onFlight("frfinance1", nobodys, "CANCEL", Sentence.of("overview.act.CANCEL"), WHY);

        assertThat(ports.trail.entries()).isEmpty();
    }

    @Test
    void managers_auditors_and_the_organisers_people_are_told_and_nobody_else() {
        ports.user.is("gbfinance1", "GBfinance");
        attempts.onNamed("gbfinance1", GO, WHY);
        TrailEntry told = ports.trail.last();

        for (String group : List.of("manager", "auditor", "FRcoordinator", "FRdoctor")) {
            assertThat(told.isFor(reader(group))).as(group).isTrue();
        }
        for (String group : List.of("GBfinance", "FXfinance", "executive", "rightsOfficer", "camunda-admin")) {
            assertThat(told.isFor(reader(group))).as(group).isFalse();
        }
    }

    private static Reader reader(String group) {
        return new Reader(Viewer.of(Set.of(group)), true, null);
    }

    private static String id(int number) {
        return "%08x-e9cb-11f1-8aa9-02fc00000001".formatted(number);
    }
}
