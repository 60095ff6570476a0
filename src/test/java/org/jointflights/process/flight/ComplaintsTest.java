package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.closing.Erasures;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.incidents.Complaints;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Seats;
import org.jointflights.domain.closing.ErasureCertificate;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.incidents.Complaint.State;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Complaints on the engine: who does what by when, and what they keep from being erased. */
class ComplaintsTest extends FilesCase {

    /** Another word in each test, since they share a database. */
    private final String mark = "doleance" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    Complaints complaints;

    @Autowired
    Erasures erasures;

    @Test
    void a_complaint_is_acknowledged_decided_forwarded_answered_and_closed_each_by_those_whose_it_is() {
        OperationReference flight = asked();
        registers("gbmonitor", flight, "FR");
        assertThat(file("manager1", flight).head().waits())
                .noneMatch(wait -> wait.task() != null && wait.task().task().equals("userTask_acknowledgeComplaint"));
        Task acknowledge = task("userTask_acknowledgeComplaint", flight);
        refuses(
                "rightsofficer1",
                acknowledge,
                Map.of("acknowledgedOn", today().plusDays(2).toString()));
        completes("rightsofficer1", acknowledge, Map.of("acknowledgedOn", today().toString()));
        Task decide = task("userTask_decideAdmissibility", flight);
        assertThat(users.shown(decide, "forwardText")).asString().contains("legal group of France");
        refuses("rightsofficer1", decide, Map.of("admissible", "maybe", "reason", "why"));
        refuses("rightsofficer1", decide, Map.of("admissible", "yes", "reason", ""));
        Map<String, Object> forged = new HashMap<>(Map.of("admissible", "no", "reason", "why"));
        forged.put("followUpGroup", "manager");
        assertThatThrownBy(() -> users.as("rightsofficer1").completes(decide, forged))
                .isNotNull();
        completes("rightsofficer1", decide, Map.of("admissible", "yes", "reason", mark + " is described"));
        assertThat(complaints.get(flight, 1).state()).isEqualTo(State.FORWARDED);
        Task answer = task("userTask_answerComplaint", flight);
        assertThatThrownBy(() -> users.as("executive1").completes(answer, Map.of("complaintAnswer", "not ours")))
                .isNotNull();
        refuses("frlegal1", answer, Map.of("complaintAnswer", ""));
        completes("frlegal1", answer, Map.of("complaintAnswer", mark + " was looked into"));
        Task close = task("userTask_closeComplaint", flight);
        assertThat(users.shown(close, "answerText")).asString().contains(mark);
        completes("rightsofficer2", close, Map.of("complaintOutcome", mark + " was explained"));

        assertThat(complaints.get(flight, 1).state()).isEqualTo(State.CLOSED);
        assertThat(file("frcoordinator", flight).operation().files().complaints())
                .hasSize(1);
        assertThat(file("gbcoordinator", flight).operation().files().complaints())
                .isEmpty();
        assertThat(rowsThatName(mark)).containsOnlyKeys("COMPLAINT");
        clock.advance(Duration.ofDays(31));
        fires(flight);
        assertThat(rowsThatName(mark)).isEmpty();
        assertThat(erasures.of(flight)).singleElement().satisfies(certificate -> {
            assertThat(certificate.file()).isEqualTo("COMPLAINT/1");
            assertThat(certificate.total()).isEqualTo(3);
        });
    }

    @Test
    void whoever_is_late_is_reminded_and_told_of_also_while_the_flight_is_suspended_and_no_silence_is_for_ever() {
        OperationReference flight = asked();
        exampleUsers.as("rightsofficer1", () -> suspension.suspend(flight, "a complaint"));
        registers("rightsofficer1", flight, "FX");

        clock.advance(Duration.ofDays(8));
        fires(flight);
        assertThat(told(flight))
                .contains(
                        "rightsOfficer notice.confidential.complaint.acknowledgeSoon",
                        "executive notice.confidential.complaint.acknowledgeLate");
        completes(
                "rightsofficer1",
                task("userTask_acknowledgeComplaint", flight),
                Map.of("acknowledgedOn", today().toString()));
        clock.advance(Duration.ofDays(16));
        fires(flight);
        completes(
                "rightsofficer1",
                task("userTask_decideAdmissibility", flight),
                Map.of("admissible", "yes", "reason", "Concrete."));
        assertThat(task("userTask_answerComplaint", flight)).isNotNull();
        clock.advance(Duration.ofDays(39));
        fires(flight);
        assertThat(complaints.get(flight, 1).state()).isEqualTo(State.FOLLOW_UP);
        clock.advance(Duration.ofDays(8));
        fires(flight);
        assertThat(told(flight))
                .contains(
                        "executive notice.confidential.complaint.admissibilityLate",
                        "executive notice.confidential.complaint.forwarded",
                        "executive notice.confidential.complaint.answerSoon",
                        "executive notice.confidential.complaint.answerLate",
                        "executive notice.confidential.complaint.closeLate");
        Task close = task("userTask_closeComplaint", flight);
        assertThat(users.shown(close, "answerText")).asString().contains("let their time pass");
        completes("rightsofficer2", close, Map.of("complaintOutcome", "Written to the ombudsman."));
        assertThat(complaints.get(flight, 1).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void an_open_complaint_keeps_the_texts_and_one_may_come_when_the_flight_is_over() {
        OperationReference flight = asked();
        registers("frcoordinator", flight, "GB");
        exampleUsers.complete(
                "gbcoordinator",
                "userTask_answerOffer",
                flight,
                Map.of("takesPart", "no", "reason", mark + " of the British", "answerFinal", "yes"));
        steps.takesPart(flight, FR, new Seats(3, 6, 1, 1, 1, 0), "CDG", "");
        exampleUsers.complete("frcoordinator", "userTask_consolidatePlan", flight, Map.of("decision", "GIVE_UP"));
        erases(flight);
        assertThat(erasures.of(flight)).as("an open complaint keeps the texts").isEmpty();
        assertThat(rowsThatName(mark)).containsKey("PARTICIPATION");

        completes(
                "rightsofficer1",
                task("userTask_acknowledgeComplaint", flight),
                Map.of("acknowledgedOn", today().toString()));
        completes(
                "rightsofficer1",
                task("userTask_decideAdmissibility", flight),
                Map.of("admissible", "no", "reason", "About a visa."));
        exampleUsers.runJobs(flight);

        assertThat(erasures.of(flight)).singleElement().matches(ErasureCertificate::isOfFlight);
        assertThat(rowsThatName(mark)).isEmpty();
        assertEnded(flight, "endEvent_givenUp", Stage.GIVEN_UP);
        registers("frdoctor", flight, "FR");
        assertThat(complaints.get(flight, 2).state()).isEqualTo(State.RECEIVED);
        assertThat(task("userTask_acknowledgeComplaint", flight)).isNotNull();
    }

    private OperationReference asked() {
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 100, "GB");
        exampleUsers.runJobs(flight);
        return flight;
    }

    private void registers(String person, OperationReference flight, String about) {
        int number = complaints.of(flight).size() + 1;
        Map<String, Object> typed = Map.of(
                "receivedOn",
                today().toString(),
                "complaintLanguage",
                "fr",
                "complaintAbout",
                about,
                "complaintReference",
                "C-2027-" + number);
        exampleUsers.as(person, () -> acts.perform(flight, acts.named("register-complaint"), typed));
        runs(flight);
    }

    private void refuses(String person, Task task, Map<String, Object> typed) {
        assertThatThrownBy(() -> users.as(person).completes(task, typed))
                .hasStackTraceContaining(BadInput.class.getSimpleName());
    }
}
