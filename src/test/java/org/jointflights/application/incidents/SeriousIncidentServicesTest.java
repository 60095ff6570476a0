package org.jointflights.application.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.closing.LegalHold;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.incidents.CaseFile;
import org.jointflights.domain.incidents.CaseFile.Kind;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.IncidentCount;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.incidents.SeriousIncident.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** Serious incidents: who reports, who reads, what is decided, and what is left of a reporter who fears consequences. */
class SeriousIncidentServicesTest {

    private static final Map<String, String> ORDINARY = Map.of(
            "channel", "ORDINARY",
            "incidentCategory", "CATEGORY_4",
            "incidentPhase", "IN_FLIGHT",
            "personsConcerned", "2",
            "whatHappened", "Two people were held down.");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final IncidentServices services = new IncidentServices(ports);

    @BeforeEach
    void a_flight_in_the_air() {
        ParisToLagos.at(Stage.IN_FLIGHT, ports);
        ports.user.is("gbdoctor", "GBdoctor");
    }

    @Test
    void whoever_reports_by_the_ordinary_channel_is_on_the_trail_and_the_organisers_command_and_managers_are_told() {
        reports(ORDINARY);

        SeriousIncident incident = services.incidents.get(REFERENCE, 1);
        assertThat(incident.reportedBy()).isEqualTo("gbdoctor");
        assertThat(incident.reported()).isEqualTo(ports.clock.instant());
        assertThat(incident.state()).isEqualTo(State.RAISED);
        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.INCIDENT_REPORTED);
        assertThat(ports.trail.last().actor()).isEqualTo("gbdoctor");
        assertThat(ports.trail.last().party()).isEqualTo(FR);
        assertThat(services.told).containsExactly("reported 1");
        services.tell.raised(REFERENCE, 1);
        assertThat(ports.told())
                .containsExactly(
                        "rightsOfficer notice.confidential.incident.raised",
                        "FRescortleader notice.incidentReported",
                        "manager notice.incidentReported");
    }

    @Test
    void the_exceptional_channel_leaves_neither_name_nor_day_nor_trail_and_tells_the_rights_officers_alone() {
        MDC.put("person", "gbdoctor");

        reports(exceptional());

        SeriousIncident incident = services.incidents.get(REFERENCE, 1);
        assertThat(incident.reportedBy()).isNull();
        Instant now = ports.clock.instant();
        assertThat(incident.reported()).isBeforeOrEqualTo(now).isNotEqualTo(now);
        assertThat(incident.reported().toString()).endsWith("-01T00:00:00Z");
        assertThat(incident.toString()).doesNotContain("gbdoctor");
        assertThat(ports.traces()).isEmpty();
        assertThat(MDC.get("person")).as("in the lines of the log").isNull();
        services.tell.raised(REFERENCE, 1);
        services.tell.assessmentLate(REFERENCE, 1);
        assertThat(ports.told()).allMatch(told -> told.startsWith("rightsOfficer notice.confidential."));
        assertThat(ports.outbox.all()).allMatch(notice -> notice.isConfidential());
    }

    @Test
    void not_even_whoever_may_not_report_is_recorded_when_they_try_the_exceptional_channel() {
        ports.user.is("frfinance1", "FRfinance");

        refusal(NotYours.class, "incidents.report.who", () -> reports(exceptional()));
        assertThat(ports.traces()).isEmpty();
        assertThat(services.incidents.of(REFERENCE)).isEmpty();

        refusal(NotYours.class, "incidents.report.who", () -> reports(ORDINARY));
        assertThat(ports.happened()).containsExactly(TrailEvent.ATTEMPT_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FRescortleader",
                "GBmonitor",
                "FRdoctor",
                "GBlegal",
                "GBcoordinator",
                "FXmonitor",
                "rightsOfficer"
            })
    void whoever_works_on_the_flight_may_report(String group) {
        ports.user.is("somebody", group);

        assertThat(services.submit.possible(REFERENCE)).contains(services.report);
        reports(ORDINARY);
        assertThat(services.incidents.of(REFERENCE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRfinance", "ESdoctor", "executive", "manager", "auditor", "camunda-admin", "ITdoctor"})
    void nobody_else_may(String group) {
        ports.user.is("somebody", group);

        assertThat(catchThrowable(() -> reports(ORDINARY))).isInstanceOf(NotYours.class);
        assertThat(services.incidents.of(REFERENCE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void it_is_possible_from_the_first_day_until_the_flight_is_closed(Stage stage) {
        ParisToLagos.at(stage, ports);

        assertThat(services.submit.possible(REFERENCE).contains(services.report))
                .isEqualTo(!stage.isOver());
        if (stage.isOver()) {
            refusal(Conflict.class, "common.flight.stage", () -> reports(ORDINARY));
            assertThat(services.incidents.of(REFERENCE)).isEmpty();
        }
    }

    @Test
    void it_is_possible_while_the_flight_is_suspended() {
        ports.flights.put(ports.flights.get(REFERENCE).suspended("A report came."));

        reports(ORDINARY);

        assertThat(services.incidents.of(REFERENCE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channel | SECRET | ORDINARY, EXCEPTIONAL",
                "channel | '' | Channel",
                "incidentCategory | CATEGORY_5 | CATEGORY_4",
                "incidentCategory | '' | Category",
                "incidentPhase | YESTERDAY | HAND_OVER",
                "personsConcerned | -1 | 0",
                "personsConcerned | 501 | 500",
                "personsConcerned | two | 500",
                "whatHappened | '' | What happened",
                "whatHappened | '   ' | What happened"
            })
    void a_bad_report_is_refused_with_its_field_and_what_would_be_right_and_nothing_is_kept(
            String field, String value, String right) {
        Map<String, String> typed = new HashMap<>(ORDINARY);
        typed.put(field, value);

        BadInput refused = (BadInput) catchThrowable(() -> reports(typed));

        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.value()).isEqualTo(value.strip());
        assertThat(refused).hasMessageContaining(right);
        assertThat(services.incidents.of(REFERENCE)).isEmpty();
        assertThat(services.told).isEmpty();
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void a_field_that_is_none_of_the_acts_and_a_text_that_is_too_long_are_refused() {
        Map<String, String> forged = new HashMap<>(ORDINARY);
        forged.put("reportedBy", "frescortleader");
        refusal(BadInput.class, "common.undeclared", () -> reports(forged));
        Map<String, String> endless = new HashMap<>(ORDINARY);
        endless.put("whatHappened", "x".repeat(1001));
        refusal(BadInput.class, "common.tooLong", () -> reports(endless));
        assertThat(services.incidents.of(REFERENCE)).isEmpty();
    }

    @Test
    void it_is_launched_with_due_times_answered_by_the_party_concerned_and_concluded() {
        reports(ORDINARY);
        Instant now = ports.clock.instant();

        DecideIncident.Times times = launches(GB);

        assertThat(times.formalDue()).isEqualTo(now.plus(Duration.ofDays(2)));
        assertThat(times.formalReminder()).isEqualTo(now.plus(Duration.ofHours(36)));
        assertThat(times.formalGivenUp()).isEqualTo(now.plus(Duration.ofDays(9)));
        assertThat(times.finalDue()).isAfter(now.plus(Duration.ofDays(29))).isBefore(now.plus(Duration.ofDays(31)));
        assertThat(times.finalReminder()).isBefore(times.finalDue());
        assertThat(ports.told()).contains("GBlegal notice.confidential.incident.launched");
        services.tell.remindOfFormalReport(REFERENCE, 1);
        services.tell.formalReportLate(REFERENCE, 1);
        assertThat(ports.told())
                .contains(
                        "GBlegal notice.confidential.incident.formalSoon",
                        "GBlegal notice.confidential.incident.formalLate",
                        "rightsOfficer notice.confidential.incident.formalLate",
                        "executive notice.confidential.incident.formalLate");

        ports.user.is("gblegal1", "GBlegal");
        services.decide.reportFormally(REFERENCE, 1, "They were let go after five minutes.");
        services.tell.remindOfConclusion(REFERENCE, 1);
        services.tell.conclusionLate(REFERENCE, 1);
        assertThat(ports.told())
                .contains(
                        "rightsOfficer notice.confidential.incident.finalSoon",
                        "executive notice.confidential.incident.finalLate");
        assertThat(services.told).containsExactly("reported 1");
        ports.user.is("rightsofficer2", "rightsOfficer");
        services.decide.conclude(REFERENCE, 1, "Brief the escorts.");

        assertThat(services.incidents.get(REFERENCE, 1).state()).isEqualTo(State.FINAL);
        assertThat(services.told).containsExactly("reported 1", "allDone", "holdsLifted");
        assertThat(ports.happened())
                .containsExactly(
                        TrailEvent.INCIDENT_REPORTED,
                        TrailEvent.INCIDENT_LAUNCHED,
                        TrailEvent.INCIDENT_FORMAL,
                        TrailEvent.INCIDENT_CONCLUDED);
        assertThat(ports.trail.entries().toString())
                .doesNotContain("held down")
                .doesNotContain("five minutes")
                .doesNotContain("Brief the escorts");
        int before = ports.told().size();
        services.tell.conclusionLate(REFERENCE, 1);
        assertThat(ports.told()).as("of what is over nobody is told").hasSize(before);
    }

    @Test
    void set_aside_with_reasons_it_is_over_and_of_the_exceptional_channel_the_trail_tells_only_now() {
        reports(exceptional());
        ports.user.is("rightsofficer1", "rightsOfficer");

        services.decide.setAside(REFERENCE, 1, IncidentCategory.CATEGORY_2, "Seen by two monitors.");

        assertThat(services.incidents.get(REFERENCE, 1).state()).isEqualTo(State.NOT_LAUNCHED);
        assertThat(services.incidents.get(REFERENCE, 1).category()).isEqualTo(IncidentCategory.CATEGORY_2);
        assertThat(ports.happened()).containsExactly(TrailEvent.INCIDENT_EXCEPTIONAL, TrailEvent.INCIDENT_SET_ASIDE);
        assertThat(ports.trail.entries()).allMatch(entry -> entry.actor().equals("rightsofficer1"));
        assertThat(services.told).endsWith("allDone", "holdsLifted");
    }

    @Test
    void a_party_that_says_nothing_does_not_keep_it_open_for_ever() {
        reports(ORDINARY);
        launches(FR);

        services.decide.goOnWithoutFormalReport(REFERENCE, 1);

        assertThat(services.incidents.get(REFERENCE, 1).formal())
                .satisfies(formal -> assertThat(formal.isGiven()).isFalse());
        assertThat(ports.happened()).endsWith(TrailEvent.INCIDENT_NOT_FORMAL);
        services.decide.conclude(REFERENCE, 1, "Ask again by letter.");
        assertThat(services.incidents.get(REFERENCE, 1).state()).isEqualTo(State.FINAL);
    }

    @Test
    void steps_in_another_order_and_parties_that_were_not_there_are_refused() {
        reports(ORDINARY);
        refusal(Conflict.class, "incidents.state.otherwise", () -> services.decide.reportFormally(REFERENCE, 1, "x"));
        refusal(Conflict.class, "incidents.state.otherwise", () -> services.decide.conclude(REFERENCE, 1, "x"));
        BadInput stranger = refusal(BadInput.class, "incidents.party.notThere", () -> launches(new Party("IT")));
        assertThat(stranger.field()).isEqualTo("concerned");
        assertThat(services.incidents.get(REFERENCE, 1).state()).isEqualTo(State.RAISED);
        launches(FR);
        refusal(Conflict.class, "incidents.state.otherwise", () -> launches(FR));
        refusal(Conflict.class, "incidents.state.otherwise", () -> services.decide.conclude(REFERENCE, 1, "x"));
    }

    @Test
    void texts_are_read_by_those_whom_the_table_of_rights_names_and_all_others_read_counts() {
        reports(ORDINARY);
        reports(exceptional());
        ports.user.is("rightsofficer1", "rightsOfficer");
        launches(GB);
        ReadIncidents read = IncidentServices.reading(services.incidents, services.complaints);
        Flight flight = ports.flights.get(REFERENCE);

        assertThat(read.of(flight, Set.of("rightsOfficer")).readable())
                .extracting(SeriousIncident::number, SeriousIncident::what)
                .containsExactly(tuple(1, ORDINARY.get("whatHappened")), tuple(2, "Watch who reads this."));
        for (String group : Set.of("FRescortleader", "manager")) {
            assertThat(read.of(flight, Set.of(group)).readable())
                    .as(group)
                    .singleElement()
                    .satisfies(incident -> {
                        assertThat(incident.what()).isEqualTo(ORDINARY.get("whatHappened"));
                        assertThat(incident.reportedBy()).isNull();
                        assertThat(incident.assessment().reason()).isEmpty();
                        assertThat(incident.assessment().inquiry().asked()).isEmpty();
                    });
        }
        assertThat(read.of(flight, Set.of("GBlegal")).readable())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.what()).isEmpty();
                    assertThat(incident.assessment().reason()).isEmpty();
                    assertThat(incident.assessment().inquiry().asked()).isEqualTo("Who held them down, and why?");
                });
        for (String group : Set.of(
                "GBescortleader", "FRlegal", "FRcoordinator", "GBdoctor", "executive", "auditor", "camunda-admin")) {
            assertThat(read.of(flight, Set.of(group)).readable()).as(group).isEmpty();
            assertThat(read.of(flight, Set.of(group)).counts())
                    .as(group)
                    .containsExactly(new IncidentCount(REFERENCE, IncidentCategory.CATEGORY_4, State.LAUNCHED, 1));
        }
        assertThat(read.of(flight, Set.of("rightsOfficer")).counts()).hasSize(2);
    }

    @Test
    void its_texts_are_erased_at_the_term_after_it_is_over_unless_somebody_keeps_the_texts_of_the_flight() {
        CaseFile file = new CaseFile(REFERENCE, Kind.INCIDENT, 1);
        assertThat(services.files.due(file)).isEqualTo(ports.clock.instant().plus(Duration.ofDays(10)));
        LegalHold hold = new LegalHold(REFERENCE, "FRlegal", "frlegal1", ports.clock.instant());
        services.holds.set(hold, "court");
        assertThat(services.files.erase(file)).isFalse();
        services.holds.lift(hold, "frlegal1", ports.clock.instant());

        assertThat(services.files.erase(file)).isTrue();

        assertThat(services.erasures.of(REFERENCE)).singleElement().satisfies(certificate -> {
            assertThat(certificate.isOfFlight()).isFalse();
            assertThat(certificate.file()).isEqualTo("INCIDENT/1");
            assertThat(certificate.texts()).containsExactly(Map.entry("serious_incident.report_text", 1));
        });
    }

    private static Map<String, String> exceptional() {
        Map<String, String> typed = new HashMap<>(ORDINARY);
        typed.put("channel", "EXCEPTIONAL");
        typed.put("whatHappened", "Watch who reads this.");
        return typed;
    }

    private void reports(Map<String, String> typed) {
        services.submit.perform(REFERENCE, services.report, typed);
    }

    private DecideIncident.Times launches(Party party) {
        return services.decide.launch(
                REFERENCE,
                1,
                IncidentCategory.CATEGORY_4,
                "Force is described.",
                party,
                "Who held them down, and why?");
    }
}
