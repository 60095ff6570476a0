package org.jointflights.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.operation.OperationServices.BE;
import static org.jointflights.application.operation.OperationServices.FR;
import static org.jointflights.application.operation.OperationServices.GB;
import static org.jointflights.application.operation.OperationServices.LONDON;
import static org.jointflights.application.operation.OperationServices.REFERENCE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Evidence;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.TakenOff;
import org.jointflights.domain.operation.TestEvidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes with a confirmation, compared with what is on record: one test for each thing that contradicts it. */
class CheckEvidenceTest {

    private static final String HASH = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);

    private final OperationServices services = new OperationServices();
    private final LocalDate today = LocalDate.ofInstant(services.now(), ZoneOffset.UTC);

    @Test
    void a_list_comes_with_its_number_of_decisions_its_day_its_version_and_its_fingerprint() {
        Question question = of(Gate.RETURN_DECISION, GatePoint.D_21);

        assertThat(kept(question, given(10, today, 1, HASH)))
                .isEqualTo(Evidence.list(10, today, 1, HASH, "Office of Returns"));
        missing("decisions", question, given(null, today, 1, HASH));
        missing("listDay", question, given(10, null, 1, HASH));
        missing("listVersion", question, given(10, today, null, HASH));
        missing("listHash", question, given(10, today, 1, null));
    }

    @Test
    void there_are_not_fewer_decisions_than_people_on_the_list_and_none_of_tomorrow() {
        Question question = of(Gate.RETURN_DECISION, GatePoint.D_21);

        refused("operation.evidence.fewerDecisions", "decisions", question, given(9, today, 1, HASH));
        refused("operation.evidence.ahead", "listDay", question, given(10, today.plusDays(1), 1, HASH));
    }

    @Test
    void whoever_looks_a_second_time_has_the_same_list() {
        Question question = of(Gate.RETURN_DECISION_SEEN_TWICE, GatePoint.D_14);
        Conflict nothing = refusal(
                Conflict.class, "operation.evidence.listNotShown", () -> kept(question, given(null, null, null, HASH)));
        assertThat(nothing.asSentence().arguments()).startsWith(GB.toString());

        shown();
        String hash = TestEvidence.fingerprint(GB);
        assertThat(kept(question, given(null, null, null, hash))).isEqualTo(Evidence.sameList(hash));
        refused("operation.evidence.anotherList", "listHash", question, given(null, null, null, OTHER));
        missing("listHash", question, given(null, null, null, null));
    }

    @Test
    void frontex_has_checked_exactly_as_many_decisions_as_the_states_have_shown() {
        Question question = of(Gate.RETURN_DECISION_CHECKED_BY_FRONTEX, GatePoint.D_10);
        refusal(Conflict.class, "operation.evidence.listNotShown", () -> kept(question, given(30, null, null, null)));

        shown();
        assertThat(kept(question, given(30, null, null, null))).isEqualTo(Evidence.decisions(30));
        refused("operation.evidence.otherSum", "decisions", question, given(29, null, null, null));
        refused("operation.evidence.otherSum", "decisions", question, given(31, null, null, null));
        missing("decisions", question, given(null, null, null, null));
    }

    @Test
    void frontex_waits_for_no_list_of_a_state_that_flies_nobody_any_more() {
        Question question = of(Gate.RETURN_DECISION_CHECKED_BY_FRONTEX, GatePoint.D_10);
        shown();
        services.counts.add(new TakenOff(
                REFERENCE, FR, GatePoint.D_14, LONDON, 10, Cause.COURT, "stay", "frlegal", services.now()));

        assertThat(kept(question, given(20, null, null, null))).isEqualTo(Evidence.decisions(20));
        refused("operation.evidence.otherSum", "decisions", question, given(30, null, null, null));
    }

    @Test
    void a_notice_was_served_today_at_the_latest_and_runs_by_the_law_of_its_state() {
        assertThat(kept(of(Gate.NOTICE_AND_LAWYER, GatePoint.D_7), given(null, today, null, null)))
                .isEqualTo(Evidence.service(today, 5, 10));
        assertThat(kept(
                        new Question(FR, Gate.NOTICE_AND_LAWYER, GatePoint.D_7, LONDON),
                        given(null, today, null, null)))
                .isEqualTo(Evidence.service(today, 2, 10));
        refused(
                "operation.evidence.ahead",
                "servedOn",
                of(Gate.NOTICE_AND_LAWYER, GatePoint.D_7),
                given(null, today.plusDays(1), null, null));
        missing("servedOn", of(Gate.NOTICE_AND_LAWYER, GatePoint.D_7), given(null, null, null, null));
    }

    @Test
    void a_crew_has_rest_and_an_interpreter_for_each_language() {
        Question question = of(Gate.RESTRAINT_AND_CREW, GatePoint.D_3);

        assertThat(kept(question, crew(3, 16))).isEqualTo(Evidence.crew(3, 16, 3 * TestEvidence.NEEDS_OF_STATE));
        refused("operation.evidence.languages", "languages", question, crew(4, 16));
        refused("operation.evidence.dutyHours", "dutyHours", question, crew(3, 17));
        missing("languages", question, crew(null, 16));
        missing("dutyHours", question, crew(3, null));
    }

    @Test
    void a_crew_without_whom_the_law_wants_aboard_is_not_confirmed() {
        for (Party party : List.of(BE, FR, GB)) {
            commit(party, new Seats(10, 4, 0, 1, 1, 1));
        }

        Conflict refused = refusal(
                Conflict.class,
                "operation.evidence.crewIncomplete",
                () -> kept(of(Gate.RESTRAINT_AND_CREW, GatePoint.D_3), crew(1, 8)));
        assertThat(refused.asSentence().arguments().toString())
                .contains(Sentence.of("operation.crew.doctor").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Home Office", "home office", "  HOME OFFICE "})
    void whoever_runs_the_flight_does_not_watch_it(String body) {
        refused("operation.evidence.runsTheFlight", "monitoringBody", of(Gate.MONITORING, GatePoint.D_3), body(body));
    }

    @Test
    void a_body_that_monitors_is_named_and_has_somebody_among_the_seats() {
        Question question = of(Gate.MONITORING, GatePoint.D_3);
        assertThat(kept(question, body(" HM Inspectorate of Prisons ")))
                .isEqualTo(Evidence.monitoringBody("HM Inspectorate of Prisons"));
        missing("monitoringBody", question, body(null));

        for (Party party : List.of(BE, FR, GB)) {
            commit(party, new Seats(10, 4, 1, 1, 0, 1));
        }
        refusal(
                Conflict.class,
                "operation.evidence.crewIncomplete",
                () -> kept(question, body("HM Inspectorate of Prisons")));
    }

    @Test
    void what_is_not_asked_for_is_not_kept() {
        assertThat(kept(of(Gate.TRAVEL_DOCUMENT, GatePoint.D_7), given(10, today, 1, HASH)))
                .isEqualTo(Evidence.NONE);
    }

    private void shown() {
        services.confirm(GatePoint.D_28);
        services.confirm(GatePoint.D_21);
    }

    private void commit(Party party, Seats seats) {
        Participation before = services.ports.participations.get(REFERENCE, party);
        services.ports.participations.put(new Participation(
                REFERENCE,
                party,
                Status.COMMITTED,
                seats,
                before.embarkation(),
                before.handOver(),
                null,
                services.now(),
                null));
    }

    private static Question of(Gate gate, GatePoint point) {
        return new Question(GB, gate, point, LONDON);
    }

    private static Evidence given(
            @Nullable Integer count, @Nullable LocalDate day, @Nullable Integer version, @Nullable String sha256) {
        return new Evidence(count, day, version, sha256, "Office of Returns", null, 10);
    }

    private static Evidence crew(@Nullable Integer languages, @Nullable Integer hours) {
        return new Evidence(languages, null, null, null, null, hours, 3 * TestEvidence.NEEDS_OF_STATE);
    }

    private static Evidence body(@Nullable String body) {
        return new Evidence(null, null, null, null, body, null, null);
    }

    private Evidence kept(Question question, Evidence given) {
        return services.evidence.of(REFERENCE, question, given);
    }

    private void missing(String field, Question question, Evidence given) {
        refused("operation.evidence.missing", field, question, given);
    }

    private void refused(String code, String field, Question question, Evidence given) {
        BadInput refused = refusal(BadInput.class, code, () -> kept(question, given));
        assertThat(refused.field()).isEqualTo(field);
    }
}
