package org.jointflights.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.operation.OperationServices.BE;
import static org.jointflights.application.operation.OperationServices.FR;
import static org.jointflights.application.operation.OperationServices.GB;
import static org.jointflights.application.operation.OperationServices.LONDON;
import static org.jointflights.application.operation.OperationServices.PRISTINA;
import static org.jointflights.application.operation.OperationServices.REFERENCE;
import static org.jointflights.application.operation.OperationServices.SEATS;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jointflights.application.notice.Reminder;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Evidence;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.GateRule;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.TestEvidence;
import org.junit.jupiter.api.Test;

/**
 * What inspectors, courts and the ombudsman found on other flights, line by line of docs/safeguards.md, “What others
 * found”, as far as the operation prevents it. The other lines have their tests where they are prevented.
 */
class FindingsOfInspectorsTest {

    private static final String LEGAL_OF_BRITAIN = "GBlegal";

    private final OperationServices services = new OperationServices();
    private final LocalDate today = LocalDate.ofInstant(services.now(), ZoneOffset.UTC);

    /** CPT 2016: appeals were pending at removal, and files were not updated. */
    @Test
    void inspectors_1_remedies_are_read_again_at_boarding_on_the_way_and_before_the_doors_open() {
        services.flyToPristina();
        assertThat(services.answers.of(REFERENCE))
                .filteredOn(answer -> answer.question().gate() == Gate.NON_REFOULEMENT
                        && answer.question().party().equals(BE))
                .extracting(answer -> answer.question().point())
                .contains(GatePoint.BOARDING, GatePoint.STOPOVER);
        assertThat(services.heads.cleared(REFERENCE, PRISTINA)).isEmpty();

        services.confirmLastCall(BE);
        assertThat(services.heads.cleared(REFERENCE, PRISTINA)).containsExactly(BE);

        services.ports.clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(services.heads.cleared(REFERENCE, PRISTINA)).isEmpty();
    }

    /** CPT 2015: no last call after landing. */
    @Test
    void inspectors_2_nobody_is_handed_over_before_somebody_has_looked_into_the_inboxes_after_the_landing() {
        services.flyToPristina();

        Conflict refused = refusal(
                Conflict.class,
                "operation.mayNotHandOver",
                () -> services.heads.handOver(REFERENCE, BE, 10, 0, 10, null));

        assertThat(refused.asSentence().arguments().toString()).contains(Gate.NO_LAST_CALL_STOP.number());
    }

    /** CJEU, WS v Frontex: the coordinator had not verified that there were return decisions. */
    @Test
    void inspectors_3_a_list_of_decisions_names_its_authority_and_is_seen_by_a_second_person_of_another_group() {
        Question question = new Question(GB, Gate.RETURN_DECISION, GatePoint.D_21, LONDON);
        missing("issuingAuthority", question, new Evidence(10, today, 1, "a".repeat(64), null, null, null));

        GateRule second = services.rules.of(REFERENCE).orElseThrow().rows().stream()
                .filter(rule -> rule.gate() == Gate.RETURN_DECISION_SEEN_TWICE)
                .findFirst()
                .orElseThrow();
        assertThat(second.answerer()).isEqualTo(Answerer.COORDINATOR);
        assertThat(second.apartFrom()).containsExactly(Gate.RETURN_DECISION);
        services.confirm(GatePoint.D_28);
        services.confirm(GatePoint.D_21);
        refusal(Conflict.class, "operation.mayNotBoard", () -> services.countAll(GB, LONDON));
    }

    /** CPT, FRA and inspectors of 2018: 22 of 23 people restrained by default, one for 9.5 hours. */
    @Test
    void inspectors_4_nobody_is_restrained_but_by_a_count_of_assessments_after_the_list_was_agreed() {
        refusal(Conflict.class, "operation.restraint.noList", () -> services.restrained.begin(REFERENCE, GB, 1, null));
        services.confirmUntilLondon();
        services.countAll(GB, LONDON);

        services.restrained.begin(REFERENCE, GB, 2, null);

        assertThat(services.begun)
                .singleElement()
                .satisfies(restraint -> assertThat(restraint.reviewDue())
                        .isEqualTo(services.now().plus(Duration.ofMinutes(30))));
    }

    /** HMIP 2018, FRO recommendation 8: no interpreters aboard. */
    @Test
    void inspectors_5_a_flight_without_an_interpreter_for_each_language_is_not_confirmed() {
        Question question = new Question(GB, Gate.RESTRAINT_AND_CREW, GatePoint.D_3, LONDON);

        refused("languages", "languages", question, new Evidence(4, null, null, null, null, 8, 0));
        assertThat(kept(question, new Evidence(3, null, null, null, null, 8, 0)).count())
                .isEqualTo(3);
    }

    /** HMIP 2016: “reserve” passengers were told that they would fly. */
    @Test
    void inspectors_6_nobody_is_on_a_list_without_a_seat_and_nobody_boards_beyond_it() {
        services.confirmUntilLondon();
        Seats oneMore = new Seats(SEATS.returnees() + 1, 4, 1, 1, 1, 1);

        refusal(
                BadInput.class,
                "operation.aboard",
                () -> services.heads.countAboard(REFERENCE, GB, LONDON, oneMore, null));

        assertThat(services.counts.boardings(REFERENCE)).isEmpty();
    }

    /** HMIP 2016 to 2020: staff asleep, journeys prolonged. */
    @Test
    void inspectors_7_nobody_is_on_duty_for_too_long() {
        refused(
                "dutyHours",
                "dutyHours",
                new Question(GB, Gate.RESTRAINT_AND_CREW, GatePoint.D_3, LONDON),
                new Evidence(1, null, null, null, null, 17, 0));
    }

    /** HMIP: property was lost. */
    @Test
    void inspectors_7_whoever_is_handed_over_without_property_or_receipt_is_told_of() {
        services.flyToPristina();
        services.confirmLastCall(BE);
        BadInput tooMany = refusal(
                BadInput.class,
                "operation.handedOver.property",
                () -> services.heads.handOver(REFERENCE, BE, 10, 0, 11, null));
        assertThat(tooMany.field()).isEqualTo("withProperty");

        services.heads.handOver(REFERENCE, BE, 10, 0, 8, null);

        assertThat(services.ports.outbox.all())
                .filteredOn(notice -> notice.text().code().equals("notice.withoutProperty"))
                .extracting(notice -> notice.recipient())
                .containsExactly("rightsOfficer", "BEmonitor");
    }

    /** HMIP: escorts had not been told of vulnerabilities. */
    @Test
    void inspectors_7_escorts_know_of_everybody_with_needs_and_are_asked_again_when_more_are_told() {
        GatePoint.countDown().stream().filter(point -> point != GatePoint.D_3).forEach(services::confirm);
        Question crew = new Question(GB, Gate.RESTRAINT_AND_CREW, GatePoint.D_3, LONDON);
        refused("fewerNeeds", "needsKnown", crew, new Evidence(1, null, null, null, null, 8, 2));
        missing("needsKnown", crew, new Evidence(1, null, null, null, null, 8, null));
        services.confirm(GatePoint.D_3);
        services.answers.add(services.confirmedBy(crew, Evidence.crew(1, 8, 3), "gbescortleader"));
        assertThat(services.situation.safeguards(REFERENCE).isStale(crew)).isFalse();

        tells(FR, 2);

        assertThat(services.situation.safeguards(REFERENCE).isStale(crew)).isTrue();
        assertThat(services.gates.openBeforeLeaving(REFERENCE, LONDON)).contains(crew);

        services.heads.leaveBehind(REFERENCE, FR, LONDON, new GateReplies.Leavers(10, Cause.MEDICAL, "All ill"));
        assertThat(services.situation.safeguards(REFERENCE).isStale(crew)).isFalse();
    }

    /** FRO 2017: stop-overs are to be short. */
    @Test
    void inspectors_8_after_two_hours_at_a_stop_those_are_told_who_can_end_the_waiting() {
        services.flyToPristina();
        services.times.expect(REFERENCE, PRISTINA, services.now());
        services.landings.landed(REFERENCE, PRISTINA);

        assertThat(services.landings.stopoverEndsAt()).isEqualTo(services.now().plus(Duration.ofHours(2)));
        assertThat(new RemindOfStopover(services.situation, services.times).calls(REFERENCE, null))
                .extracting(Reminder.Call::group)
                .containsExactly(
                        "rightsOfficer", "GBcoordinator", "GBescortleader", "BEmonitor", "FRmonitor", "GBmonitor");
    }

    /** FRO 2017: states tell the organiser of vulnerable people beforehand; waiting areas are large enough, families apart. */
    @Test
    void inspectors_8_needs_are_told_and_places_to_wait_are_counted_a_week_before() {
        Question needs = new Question(FR, Gate.NEEDS_TOLD, GatePoint.D_7, LONDON);
        refused("moreNeeds", "needs", needs, new Evidence(null, null, null, null, null, null, 11));
        missing("needs", needs, Evidence.NONE);
        assertThat(kept(needs, Evidence.needs(0))).isEqualTo(Evidence.needs(0));

        Question waiting = new Question(FR, Gate.WAITING_AREA, GatePoint.D_7, LONDON);
        refused("fewerPlaces", "waitingPlaces", waiting, Evidence.places(9));
        missing("waitingPlaces", waiting, Evidence.NONE);
        assertThat(kept(waiting, Evidence.places(10))).isEqualTo(Evidence.places(10));

        GatePoint.countDown().stream().filter(point -> point != GatePoint.D_7).forEach(services::confirm);
        assertThat(services.gates.openAt(REFERENCE, GatePoint.D_7)).contains(needs, waiting);
        refusal(Conflict.class, "operation.mayNotBoard", () -> services.countAll(GB, LONDON));
    }

    /** FRO, and the audit of the pool: monitors were assigned by the unit that runs operations. */
    @Test
    void inspectors_9_whoever_runs_the_flight_does_not_watch_it() {
        refused(
                "runsTheFlight",
                "monitoringBody",
                new Question(GB, Gate.MONITORING, GatePoint.D_3, LONDON),
                Evidence.monitoringBody("Home Office"));
    }

    /** Complaints mechanism, CPT 2023: people had not been told how to complain. */
    @Test
    void inspectors_10_everybody_is_handed_the_complaint_form_and_has_said_so() {
        Question notice = new Question(GB, Gate.NOTICE_AND_LAWYER, GatePoint.D_7, LONDON);
        refused("fewerForms", "complaintForms", notice, new Evidence(null, today, null, null, null, null, 9));
        missing("complaintForms", notice, new Evidence(null, today, null, null, null, null, null));
        services.confirmUntilLondon();
        services.answers.add(
                services.confirmedBy(notice, Evidence.service(TestEvidence.served(today), 5, 9), LEGAL_OF_BRITAIN));

        BadInput more = refusal(BadInput.class, "operation.moreThanForms", () -> services.countAll(GB, LONDON));

        assertThat(more.field()).isEqualTo("returnees");
    }

    private void tells(Party party, int people) {
        services.answers.add(services.confirmedBy(
                new Question(party, Gate.NEEDS_TOLD, GatePoint.D_7, LONDON), Evidence.needs(people), "somebody"));
    }

    private Evidence kept(Question question, Evidence given) {
        return services.evidence.of(REFERENCE, question, given);
    }

    private void missing(String field, Question question, Evidence given) {
        refused("missing", field, question, given);
    }

    private void refused(String code, String field, Question question, Evidence given) {
        assertThat(refusal(BadInput.class, "operation.evidence." + code, () -> kept(question, given))
                        .field())
                .isEqualTo(field);
    }
}
