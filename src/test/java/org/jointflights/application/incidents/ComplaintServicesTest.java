package org.jointflights.application.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.Complaint.State;
import org.jointflights.domain.incidents.ComplaintCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Complaints: who registers them, what can never be entered, who decides and who reads. */
class ComplaintServicesTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final IncidentServices services = new IncidentServices(ports);

    private final LocalDate today = LocalDate.ofInstant(ports.clock.instant(), ZoneId.of("Europe/Paris"));

    private final Map<String, String> british = Map.of(
            "receivedOn", today.minusDays(1).toString(),
            "complaintLanguage", "AR",
            "complaintAbout", "GB",
            "complaintReference", "EU-2027-114");

    @BeforeEach
    void a_flight_that_was_closed() {
        ParisToLagos.at(Stage.CLOSED, ports);
        ports.user.is("frmonitor", "FRmonitor");
    }

    @Test
    void what_is_kept_is_a_day_a_language_whom_it_is_about_and_the_number_of_a_file() {
        registers(british);

        assertThat(services.complaints.of(REFERENCE))
                .containsExactly(new Complaint(
                        REFERENCE,
                        1,
                        "frmonitor",
                        ports.clock.instant(),
                        today.minusDays(1),
                        "ar",
                        GB,
                        "EU-2027-114",
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThat(services.register.fields())
                .containsExactly("receivedOn", "complaintLanguage", "complaintAbout", "complaintReference");
        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.COMPLAINT_RECEIVED);
        assertThat(ports.trail.last().party()).isEqualTo(GB);
        assertThat(ports.trail.last().toString()).doesNotContain("EU-2027-114");
        assertThat(services.told).containsExactly("registered 1");
        refusal(Conflict.class, "incidents.complaint.known", () -> registers(british));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void it_is_registered_at_any_time_also_long_after_the_flight_is_closed(Stage stage) {
        ParisToLagos.at(stage, ports);

        assertThat(services.submit.possible(REFERENCE)).contains(services.register);
        registers(british);
        assertThat(services.complaints.of(REFERENCE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRcoordinator", "GBmonitor", "GBdoctor", "FXcoordinator", "rightsOfficer"})
    void whoever_it_may_reach_registers_it(String group) {
        ports.user.is("somebody", group);

        registers(british);

        assertThat(services.complaints.of(REFERENCE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRescortleader", "FRfinance", "ESdoctor", "manager", "executive", "auditor", "ITmonitor"})
    void nobody_else_does(String group) {
        ports.user.is("somebody", group);

        assertThat(catchThrowable(() -> registers(british))).isInstanceOf(NotYours.class);
        assertThat(services.complaints.of(REFERENCE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "receivedOn | 2999-01-01 | lies between",
                "receivedOn | 1999-01-01 | lies between",
                "receivedOn | yesterday | Received on",
                "receivedOn | '' | Received on",
                "complaintLanguage | xx | ISO 639-1",
                "complaintLanguage | arabic | ISO 639-1",
                "complaintAbout | IT | one of its parties or Frontex",
                "complaintAbout | ES | one of its parties or Frontex",
                "complaintReference | Amina Diallo | Never a name",
                "complaintReference | Diallo | Never a name",
                "complaintReference | Diallo-Sow | Never a name",
                "complaintReference | EU 2027 114 | without blanks",
                "complaintReference | EU/2027/114 | dashes",
                "complaintReference | 1-23456789-123456789-123456789-1234567890 | 40",
                "complaintReference | '' | Filed as"
            })
    void what_is_no_such_thing_is_refused_with_its_field_and_what_would_be_right_and_nothing_is_kept(
            String field, String value, String right) {
        Map<String, String> typed = new HashMap<>(british);
        typed.put(field, value);

        BadInput refused = (BadInput) catchThrowable(() -> registers(typed));

        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.value()).isEqualTo(value);
        assertThat(refused).hasMessageContaining(right);
        assertThat(services.complaints.of(REFERENCE)).isEmpty();
        assertThat(ports.traces()).isEmpty();
        assertThat(services.told).isEmpty();
    }

    @Test
    void a_name_or_a_text_has_no_field() {
        for (String field : List.of("complainant", "text", "reason")) {
            Map<String, String> typed = new HashMap<>(british);
            typed.put(field, "x");
            refusal(BadInput.class, "common.undeclared", () -> registers(typed));
        }
        assertThat(services.complaints.of(REFERENCE)).isEmpty();
    }

    @Test
    void it_is_acknowledged_found_admissible_forwarded_answered_and_closed() {
        registers(british);
        services.tellOfComplaint.registered(REFERENCE, 1);
        services.tellOfComplaint.remindOfAcknowledgement(REFERENCE, 1);
        services.tellOfComplaint.acknowledgementLate(REFERENCE, 1);
        DecideComplaint.Times acknowledging = services.decideComplaint.acknowledging(REFERENCE);
        assertThat(acknowledging.reminder()).isAfter(ports.clock.instant()).isBefore(acknowledging.due());
        ports.user.is("rightsofficer1", "rightsOfficer");
        BadInput early = refusal(
                BadInput.class,
                "incidents.complaint.day",
                () -> services.decideComplaint.acknowledge(REFERENCE, 1, today.minusDays(2)));
        assertThat(early.field()).isEqualTo("acknowledgedOn");
        refusal(
                BadInput.class,
                "incidents.complaint.day",
                () -> services.decideComplaint.acknowledge(REFERENCE, 1, today.plusDays(1)));
        services.decideComplaint.acknowledge(REFERENCE, 1, today);
        services.tellOfComplaint.remindOfAdmissibility(REFERENCE, 1);
        services.tellOfComplaint.admissibilityLate(REFERENCE, 1);
        services.decideComplaint.decide(REFERENCE, 1, true, "Force is described.");
        DecideComplaint.Sent sent = services.decideComplaint.forward(REFERENCE, 1);
        assertThat(sent.group()).isEqualTo("GBlegal");
        assertThat(sent.givenUp()).isAfter(sent.times().due());
        services.tellOfComplaint.remindOfAnswer(REFERENCE, 1);
        services.tellOfComplaint.answerLate(REFERENCE, 1);
        ports.user.is("gblegal1", "GBlegal");
        services.decideComplaint.answer(REFERENCE, 1, "The escort was heard.");
        services.tellOfComplaint.closeLate(REFERENCE, 1);
        ports.user.is("rightsofficer2", "rightsOfficer");
        services.decideComplaint.close(REFERENCE, 1, "They were told so.");

        assertThat(services.complaints.get(REFERENCE, 1).state()).isEqualTo(State.CLOSED);
        assertThat(ports.happened())
                .containsExactly(
                        TrailEvent.COMPLAINT_RECEIVED,
                        TrailEvent.COMPLAINT_ACKNOWLEDGED,
                        TrailEvent.COMPLAINT_REGISTERED,
                        TrailEvent.COMPLAINT_FORWARDED,
                        TrailEvent.COMPLAINT_ANSWERED,
                        TrailEvent.COMPLAINT_CLOSED);
        assertThat(ports.trail.entries().toString())
                .doesNotContain("Force is described")
                .doesNotContain("escort was heard");
        assertThat(ports.told())
                .containsExactly(
                        "rightsOfficer notice.confidential.complaint.registered",
                        "rightsOfficer notice.confidential.complaint.acknowledgeSoon",
                        "rightsOfficer notice.confidential.complaint.acknowledgeLate",
                        "executive notice.confidential.complaint.acknowledgeLate",
                        "rightsOfficer notice.confidential.complaint.admissibilitySoon",
                        "rightsOfficer notice.confidential.complaint.admissibilityLate",
                        "executive notice.confidential.complaint.admissibilityLate",
                        "GBlegal notice.confidential.complaint.forwarded",
                        "GBlegal notice.confidential.complaint.answerSoon",
                        "GBlegal notice.confidential.complaint.answerLate",
                        "rightsOfficer notice.confidential.complaint.answerLate",
                        "executive notice.confidential.complaint.answerLate",
                        "rightsOfficer notice.confidential.complaint.closeLate",
                        "executive notice.confidential.complaint.closeLate");
        assertThat(services.told).containsExactly("registered 1", "allDone", "holdsLifted");
        services.tellOfComplaint.closeLate(REFERENCE, 1);
        services.tellOfComplaint.answerLate(REFERENCE, 1);
        assertThat(ports.told()).as("of what is over nobody is told").hasSize(14);
    }

    @Test
    void about_frontex_it_goes_to_the_executive_and_who_says_nothing_does_not_keep_it_open_for_ever() {
        Map<String, String> typed = new HashMap<>(british);
        typed.put("complaintAbout", "FX");
        registers(typed);
        services.decideComplaint.acknowledge(REFERENCE, 1, today);
        services.decideComplaint.decide(REFERENCE, 1, true, "Force is described.");
        assertThat(services.decideComplaint.forward(REFERENCE, 1).group()).isEqualTo("executive");

        services.decideComplaint.goOnWithoutAnswer(REFERENCE, 1);

        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.COMPLAINT_NOT_ANSWERED);
        services.decideComplaint.close(REFERENCE, 1, "Closed without an answer.");
        assertThat(services.complaints.get(REFERENCE, 1).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void not_admissible_it_is_over_and_steps_in_another_order_are_refused() {
        registers(british);
        refusal(
                Conflict.class,
                "incidents.complaint.otherwise",
                () -> services.decideComplaint.decide(REFERENCE, 1, true, "x"));
        refusal(Conflict.class, "incidents.complaint.otherwise", () -> services.decideComplaint.forward(REFERENCE, 1));
        services.decideComplaint.acknowledge(REFERENCE, 1, today);

        services.decideComplaint.decide(REFERENCE, 1, false, "It is about a visa.");

        assertThat(services.complaints.get(REFERENCE, 1).state()).isEqualTo(State.NOT_ADMISSIBLE);
        assertThat(services.told).endsWith("allDone", "holdsLifted");
        refusal(
                Conflict.class,
                "incidents.complaint.otherwise",
                () -> services.decideComplaint.answer(REFERENCE, 1, "x"));
        refusal(
                Conflict.class,
                "incidents.complaint.otherwise",
                () -> services.decideComplaint.close(REFERENCE, 1, "x"));
    }

    @Test
    void rights_officers_read_all_the_party_concerned_its_own_and_all_others_read_counts() {
        registers(british);
        services.decideComplaint.acknowledge(REFERENCE, 1, today);
        services.decideComplaint.decide(REFERENCE, 1, true, "Force is described.");
        services.decideComplaint.forward(REFERENCE, 1);
        services.decideComplaint.answer(REFERENCE, 1, "The escort was heard.");
        services.decideComplaint.close(REFERENCE, 1, "They were told so.");
        Complaint whole = services.complaints.get(REFERENCE, 1);

        assertThat(reads("rightsOfficer").complaints()).containsExactly(whole);
        assertThat(reads("GBlegal").complaints()).containsExactly(whole);
        assertThat(reads("GBcoordinator").complaints()).containsExactly(whole.withoutTexts());
        assertThat(whole.withoutTexts().toString())
                .contains("EU-2027-114")
                .doesNotContain("Force")
                .doesNotContain("heard")
                .doesNotContain("told so");
        for (String other : List.of("manager", "executive", "auditor", "FRlegal", "FRescortleader", "camunda-admin")) {
            assertThat(reads(other).complaints()).as(other).isEmpty();
            assertThat(reads(other).complaintCounts())
                    .as(other)
                    .containsExactly(new ComplaintCount(REFERENCE, State.CLOSED, 1));
        }
    }

    private ReadIncidents.Known reads(String group) {
        Flight flight = ports.flights.get(REFERENCE);
        return IncidentServices.reading(services.incidents, services.complaints).of(flight, Set.of(group));
    }

    private void registers(Map<String, String> typed) {
        services.submit.perform(REFERENCE, services.register, typed);
    }
}
