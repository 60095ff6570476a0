package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.flight.acts.AdviseOnResuming.Advice;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.ResumingAdvice;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Suspension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuspendFlightTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final FlightActServices acts = new FlightActServices(ports);

    @BeforeEach
    void a_flight_in_operation() {
        ParisToLagos.at(Stage.OPERATION, ports);
        ports.user.is("rightsofficer1", "rightsOfficer");
    }

    @Test
    void all_work_rests_for_the_reason_given_and_every_party_is_told() {
        acts.suspend.perform(ports.flights.get(REFERENCE), new TypedFields(Map.of("reason", "A report came.")));

        assertThat(ports.flights.get(REFERENCE).suspendedFor()).isEqualTo("A report came.");
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.suspended", "A report came."));
        assertThat(ports.outbox.all())
                .extracting(notice -> notice.once())
                .containsExactly(
                        REFERENCE + "/suspended-0/FRcoordinator",
                        REFERENCE + "/suspended-0/GBcoordinator",
                        REFERENCE + "/advice-asked-0/rightsOfficer");
        assertThat(ports.outbox.all().get(0).text())
                .isEqualTo(Sentence.of("notice.suspended", REFERENCE, "A report came."));
        assertThat(ports.flightWorkflow.told).containsExactly("suspended " + REFERENCE);
    }

    @Test
    void the_executive_lets_it_go_on_as_advised_and_every_party_is_told() {
        acts.suspend.suspend(REFERENCE, "A report came.");
        acts.advise.advise(REFERENCE, Advice.RESUME, "The report was withdrawn.");
        ports.user.is("executive1", "executive");
        acts.resume.resume(REFERENCE, "It was unfounded.");

        assertThat(ports.flights.get(REFERENCE).isSuspended()).isFalse();
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.resumed", "It was unfounded."));
        assertThat(ports.trail.last().actor()).isEqualTo("executive1");
        assertThat(ports.outbox.all().subList(4, 6))
                .extracting(notice -> notice.once())
                .containsExactly(REFERENCE + "/resumed-1/FRcoordinator", REFERENCE + "/resumed-1/GBcoordinator");
        assertThat(ports.outbox.all().get(4).text())
                .isEqualTo(Sentence.of("notice.resumed", REFERENCE, "It was unfounded."));
    }

    /** Finding 9: the executive alone lifts the rights officer's suspension, and no consultation is on record. */
    @Test
    void without_advice_on_this_very_suspension_it_does_not_go_on() {
        acts.suspend.suspend(REFERENCE, "A report came.");
        ports.user.is("executive1", "executive");

        Conflict refused =
                refusal(Conflict.class, "flight.resume.noAdvice", () -> acts.resume.resume(REFERENCE, "why"));
        assertThat(refused.asSentence().arguments()).containsExactly(REFERENCE.value());
        assertThat(ports.flights.get(REFERENCE).isSuspended()).isTrue();

        advisedBy("rightsofficer2", Advice.RESUME);
        ports.user.is("executive1", "executive");
        acts.resume.resume(REFERENCE, "It was unfounded.");
        ports.user.is("rightsofficer1", "rightsOfficer");
        acts.suspend.suspend(REFERENCE, "Another report came.");
        ports.user.is("executive1", "executive");
        refusal(Conflict.class, "flight.resume.noAdvice", () -> acts.resume.resume(REFERENCE, "as last time"));
        assertThat(ports.flights.get(REFERENCE).isSuspended()).isTrue();
    }

    @Test
    void what_was_advised_is_on_record_and_its_reasons_are_not_on_the_trail() {
        acts.suspend.suspend(REFERENCE, "A report came.");
        ports.clock.advance(Duration.ofHours(5));
        advisedBy("rightsofficer2", Advice.STAY_SUSPENDED);

        Suspension suspension = ports.suspensions.current(REFERENCE).orElseThrow();
        assertThat(suspension.by()).isEqualTo("rightsofficer1");
        assertThat(suspension.advice())
                .isEqualTo(new ResumingAdvice(false, "Looked into.", "rightsofficer2", ports.clock.instant()));
        assertThat(ports.outbox.all().get(3).recipient()).isEqualTo("executive");
        assertThat(ports.outbox.all().get(3).text()).isEqualTo(Sentence.of("notice.adviceGiven", REFERENCE));
        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.ADVISED_AGAINST);
        assertThat(ports.trail.last().arguments()).isEmpty();
        refusal(
                Conflict.class,
                "flight.advise.already",
                () -> acts.advise.advise(REFERENCE, Advice.RESUME, "On second thoughts."));
    }

    @Test
    void if_it_goes_on_against_the_advice_every_party_is_told_so() {
        acts.suspend.suspend(REFERENCE, "A report came.");
        advisedBy("rightsofficer2", Advice.STAY_SUSPENDED);
        ports.user.is("executive1", "executive");

        acts.resume.resume(REFERENCE, "The court has decided.");

        assertThat(ports.flights.get(REFERENCE).isSuspended()).isFalse();
        assertThat(ports.outbox.all().subList(4, 6))
                .extracting(notice -> notice.recipient(), notice -> notice.text())
                .containsExactly(
                        tuple(
                                "FRcoordinator",
                                Sentence.of("notice.resumedAgainstAdvice", REFERENCE, "The court has decided.")),
                        tuple(
                                "GBcoordinator",
                                Sentence.of("notice.resumedAgainstAdvice", REFERENCE, "The court has decided.")));
    }

    @Test
    void whoever_suspended_it_last_does_not_resume_it() {
        ports.user.is("executive1", "executive");
        acts.suspend.suspend(REFERENCE, "A report came.");
        refusal(NotYours.class, "flight.resume.own", () -> acts.resume.resume(REFERENCE, "It was unfounded."));
        advisedBy("rightsofficer1", Advice.RESUME);

        ports.user.is("executive1", "executive");
        refusal(NotYours.class, "flight.resume.own", () -> acts.resume.resume(REFERENCE, "It was unfounded."));
        assertThat(ports.flights.get(REFERENCE).isSuspended()).isTrue();
        ports.user.is("executive2", "executive");
        acts.resume.resume(REFERENCE, "It was unfounded.");
        acts.suspend.suspend(REFERENCE, "Another report came.");
        advisedBy("rightsofficer1", Advice.RESUME);
        ports.user.is("executive2", "executive");
        refusal(NotYours.class, "flight.resume.own", () -> acts.resume.resume(REFERENCE, "It was unfounded."));
        ports.user.is("executive1", "executive");
        acts.resume.resume(REFERENCE, "It was unfounded.");
        assertThat(ports.flights.get(REFERENCE).isSuspended()).isFalse();
    }

    @Test
    void nor_does_whoever_gave_the_advice() {
        acts.suspend.suspend(REFERENCE, "A report came.");
        advisedBy("executive1", Advice.RESUME);

        ports.user.is("executive1", "executive", "rightsOfficer");
        refusal(NotYours.class, "flight.resume.adviser", () -> acts.resume.resume(REFERENCE, "As I advised."));
        assertThat(ports.flights.get(REFERENCE).isSuspended()).isTrue();
    }

    /** Finding 11: while a flight is suspended its reply deadlines go on. */
    @Test
    void whoever_may_still_answer_is_told_until_when() {
        Instant replyBy = ports.clock.instant().plus(Duration.ofDays(3));
        ports.flightWorkflow.replies.put(new Party("GB"), replyBy);
        acts.suspend.suspend(REFERENCE, "A report came.");
        ports.clock.advance(Duration.ofDays(40));
        advisedBy("rightsofficer2", Advice.RESUME);
        ports.user.is("executive1", "executive");

        acts.resume.resume(REFERENCE, "It was unfounded.");

        assertThat(ports.flightWorkflow.replies).containsEntry(new Party("GB"), replyBy.plus(Duration.ofDays(40)));
        Notice told = ports.outbox.all().get(ports.outbox.all().size() - 1);
        assertThat(told.recipient()).isEqualTo("GBcoordinator");
        assertThat(told.text().code()).isEqualTo("notice.replyBySetAnew");
        assertThat(told.text().arguments().get(1))
                .isEqualTo(replyBy.plus(Duration.ofDays(40))
                        .atZone(ports.flights.get(REFERENCE).departure().getZone())
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
    }

    @Test
    void advice_is_asked_for_on_the_page_only_where_no_task_asks_for_it() {
        assertThat(acts.advise.fits(ports.flights.get(REFERENCE))).isFalse();
        refusal(
                Conflict.class,
                "flight.advise.notSuspended",
                () -> acts.advise.advise(REFERENCE, Advice.RESUME, "Nothing is wrong."));
        acts.suspend.suspend(REFERENCE, "A report came.");
        Map<String, String> typed = Map.of("advice", "RESUME", "adviceReasons", "Looked into.");

        ports.flightWorkflow.asksForAdvice = true;
        assertThat(acts.advise.fits(ports.flights.get(REFERENCE))).isFalse();
        refusal(
                Conflict.class,
                "flight.advise.inTask",
                () -> acts.advise.perform(ports.flights.get(REFERENCE), new TypedFields(typed)));
        ports.flightWorkflow.asksForAdvice = false;
        assertThat(acts.advise.fits(ports.flights.get(REFERENCE))).isTrue();
        ports.user.is("executive1", "executive");
        refusal(
                NotYours.class,
                "flight.notYours",
                () -> acts.advise.perform(ports.flights.get(REFERENCE), new TypedFields(typed)));
        ports.user.is("rightsofficer2", "rightsOfficer");
        acts.advise.perform(ports.flights.get(REFERENCE), new TypedFields(typed));

        assertThat(acts.advise.fits(ports.flights.get(REFERENCE))).isFalse();
        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.ADVISED_FOR);
    }

    @Test
    void an_advice_has_a_direction_and_reasons() {
        acts.suspend.suspend(REFERENCE, "A report came.");
        for (Map<String, String> typed : List.of(
                Map.of("adviceReasons", "Looked into."),
                Map.of("advice", "PERHAPS", "adviceReasons", "Looked into."),
                Map.of("advice", "RESUME"),
                Map.of("advice", "RESUME", "adviceReasons", " "))) {
            assertThatThrownBy(() -> acts.advise.perform(ports.flights.get(REFERENCE), new TypedFields(typed)))
                    .isInstanceOf(BadInput.class);
        }
        assertThat(ports.suspensions.current(REFERENCE).orElseThrow().advice()).isNull();
    }

    private void advisedBy(String officer, Advice advice) {
        ports.user.is(officer, "rightsOfficer");
        acts.advise.advise(REFERENCE, advice, "Looked into.");
    }

    @Test
    void what_does_not_rest_is_not_resumed() {
        refusal(Conflict.class, "flight.resume.notSuspended", () -> acts.resume.resume(REFERENCE, "why"));
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void it_is_offered_only_while_the_work_goes_on() {
        assertThat(acts.suspend.fits(ports.flights.get(REFERENCE))).isTrue();
        acts.suspend.suspend(REFERENCE, "A report came.");

        assertThat(acts.suspend.fits(ports.flights.get(REFERENCE))).isFalse();
        Conflict refused =
                refusal(Conflict.class, "common.flight.suspended", () -> acts.suspend.suspend(REFERENCE, "again"));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), REFERENCE, "A report came."));
    }

    @Test
    void only_rights_officer_and_executive_suspend() {
        assertThat(acts.suspend.groups(ports.flights.get(REFERENCE)))
                .containsExactlyInAnyOrder("rightsOfficer", "executive");
        ports.user.is("frcoordinator", "FRcoordinator");

        refusal(NotYours.class, "flight.suspend.who", () -> acts.suspend.suspend(REFERENCE, "why"));
        assertThat(ports.traces()).isEmpty();
        assertThat(ports.flights.get(REFERENCE).isSuspended()).isFalse();
    }

    @Test
    void a_reason_is_asked_for() {
        assertThat(acts.suspend.fields()).containsExactly("reason");
        assertThat(acts.suspend.path()).isEqualTo("suspend");
        BadInput refused = refusal(
                BadInput.class,
                "common.missing",
                () -> acts.suspend.perform(ports.flights.get(REFERENCE), new TypedFields(Map.of())));
        assertThat(refused.field()).isEqualTo("reason");
        assertThat(ports.traces()).isEmpty();
    }
}
