package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointflights.application.deadlines.TellOfDeadlines;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.overview.OpenTasks;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.application.planning.ConsolidatePlan;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody waits in silence: a task that nobody does is told of, to those who can do something about it. */
class TaskDeadlinesTest extends FlightCase {

    private static final String PLAN = "userTask_consolidatePlan";

    @Autowired
    TellOfDeadlines deadlines;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    Outbox outbox;

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    ConsolidatePlan plans;

    @Test
    void what_has_no_date_in_its_model_is_due_by_the_table_on_the_calendar_of_its_party() {
        OperationReference flight = answered();

        Instant thursdayEvening = Instant.parse("2027-02-04T17:00:00Z");
        assertThat(users.open(PLAN, flight))
                .singleElement()
                .satisfies(task -> assertThat(task.getDueDate()).isEqualTo(Date.from(thursdayEvening)));
        assertThat(waiting(flight, PLAN).due()).isEqualTo(thursdayEvening);
    }

    @Test
    void its_people_are_reminded_once_and_then_others_are_told_and_told_again_until_it_is_done() {
        OperationReference flight = answered();

        tellAt("2027-02-03T16:59:59Z");
        assertThat(told(flight, "due")).isEmpty();
        tellAt("2027-02-03T17:00:00Z");
        tellAt("2027-02-03T18:00:00Z");
        assertThat(told(flight, "due")).extracting(Notice::recipient).containsExactly("FRcoordinator");

        tellAt("2027-02-04T16:59:59Z");
        assertThat(told(flight, "late")).isEmpty();
        tellAt("2027-02-04T17:00:00Z");
        tellAt("2027-02-05T17:00:00Z");
        assertThat(told(flight, "late"))
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder("FRcoordinator", "manager");
        assertThat(told(flight, "late").get(0).text().in(Locale.ENGLISH))
                .startsWith("Flight " + flight + ": “")
                .contains("was due on")
                .contains("It waits for France.")
                .contains("the organiser can cancel the flight");

        tellAt("2027-02-11T17:00:00Z");
        assertThat(told(flight, "late")).hasSize(4);

        users.as("frcoordinator").completes(PLAN, flight, Map.of("decision", "GIVE_UP"));
        tellAt("2027-03-11T17:00:00Z");
        assertThat(told(flight, "late")).hasSize(4);
    }

    @Test
    void the_form_says_when_each_of_these_will_happen_and_that_nothing_else_does() {
        OperationReference flight = answered();

        assertThat(head(flight))
                .startsWith("**By when:** 4 Feb 2027, 18:00 (Europe/Paris)")
                .contains("Working days allowed from when it comes: 3.", "72 hours before the departure")
                .contains("**If nobody answers:** Nothing happens by itself", "the organiser can cancel the flight")
                .contains("On 3 Feb 2027, 18:00 (Europe/Paris), those who are asked are reminded.")
                .contains("Then those asked are told if it is still open")
                .contains("the organiser’s coordinators, the manager.");

        clock.set(Instant.parse("2027-02-05T09:00:00Z"));
        assertThat(head(flight))
                .contains("It was due on 4 Feb 2027, 18:00", "It is late: those asked are told every week")
                .doesNotContain("are reminded");

        exampleUsers.as("rightsofficer1", () -> suspension.suspend(flight, "a report of ill-treatment"));
        assertThat(head(flight)).contains("the flight is suspended").doesNotContain("4 Feb");
    }

    /** As it is read: signs that Markdown could obey are written as numbers. */
    private String head(OperationReference flight) {
        String source = (String)
                users.values(users.as("frcoordinator").open(PLAN, flight)).get("whenAndWhatIf");
        return Pattern.compile("&#([0-9]+);")
                .matcher(source)
                .replaceAll(sign -> Character.toString(Integer.parseInt(sign.group(1))));
    }

    @Test
    void while_the_flight_is_suspended_its_clocks_stand_and_what_was_left_is_left_when_it_goes_on() {
        OperationReference flight = answered();
        clock.advance(Duration.ofDays(1));
        exampleUsers.as("rightsofficer1", () -> suspension.suspend(flight, "a report of ill-treatment"));

        tellAt("2027-02-20T12:00:00Z");
        assertThat(told(flight, "due"))
                .as("what is asked because it is suspended goes on")
                .extracting(Notice::recipient)
                .containsExactly("rightsOfficer");
        assertThat(told(flight, "late"))
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder("rightsOfficer", "executive");

        clock.set(Instant.parse("2027-02-22T09:00:00Z"));
        resumes(flight, "executive1", "it was looked into");

        Instant twentyDaysLater = Instant.parse("2027-02-24T17:00:00Z");
        assertThat(waiting(flight, PLAN).due()).isEqualTo(twentyDaysLater);
        tellAt("2027-02-23T17:00:00Z");
        assertThat(told(flight, "due"))
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder("rightsOfficer", "FRcoordinator");
        tellAt("2027-02-24T17:00:00Z");
        assertThat(told(flight, "late")).hasSize(4);
    }

    @Test
    void the_organiser_goes_on_without_a_state_that_let_its_time_pass_and_may_invite_it_again() {
        OperationReference flight = answered();
        steps.plan(flight, "Air One", Money.euro(4_000_000), 60, "CGLPL");
        steps.budget(flight, List.of(common("CHARTER", 4_000_000, FR, "PER_RETURNEE")));
        users.as("frfinance1").completes("userTask_acceptShare", flight, Map.of("answer", "ACCEPT"));
        assertThatThrownBy(() -> drops("frcoordinator", flight, "GB"))
                .as("its time is not over")
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not late");

        clock.advance(Duration.ofDays(6));
        for (String other : List.of("gbcoordinator", "manager1", "frfinance1", "admin")) {
            assertThatThrownBy(() -> drops(other, flight, "GB")).as(other).isInstanceOf(NotYours.class);
        }
        assertThatThrownBy(() -> drops("frcoordinator", flight, "FR")).isInstanceOf(BadInput.class);
        drops("frcoordinator", flight, "GB");

        assertThat(participations.get(flight, GB).status()).isEqualTo(Status.DECLINED);
        assertThat(told(flight, "dropped"))
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder("FRcoordinator", "GBcoordinator");
        assertThat(exampleUsers.open(flight)).as("the cost is split anew").contains("userTask_acceptShare");
        assertThat(waiting(flight, "userTask_acceptShare").groups()).containsExactly("FRfinance");

        plans.invite(flight, Set.of(GB));
        assertThat(participations.get(flight, GB).isAwaited()).isTrue();
        assertThatThrownBy(() -> plans.invite(flight, Set.of(GB)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("GB is invited already.");
    }

    private void drops(String person, OperationReference flight, String party) {
        exampleUsers.as(person, () -> acts.perform(flight, acts.named("drop-state"), Map.of("party", party)));
        exampleUsers.runJobs(flight);
    }

    private OperationReference answered() {
        clock.set(Instant.parse("2027-02-01T09:00:00Z"));
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, "GB");
        steps.takesPart(flight, FR, new Seats(10, 12, 1, 1, 1, 0), "CDG", "");
        steps.takesPart(flight, GB, new Seats(10, 8, 0, 0, 0, 0), "STN", "");
        return flight;
    }

    /** Other tests leave tasks in the same database: everything that is due is told. */
    private void tellAt(String moment) {
        clock.set(Instant.parse(moment));
        for (int told = 1; told > 0; ) {
            told = deadlines.tell();
        }
    }

    private WaitingTask waiting(OperationReference flight, String task) {
        return Objects.requireNonNull(openTasks.of(List.of(flight)).get(flight)).stream()
                .filter(open -> open.task().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private List<Notice> told(OperationReference flight, String code) {
        return outbox.of(flight).stream()
                .filter(notice -> notice.text().code().endsWith("." + code))
                .toList();
    }
}
