package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.process.operation.OperationCrew.FR;
import static org.jointflights.process.operation.OperationCrew.SE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.operation.Restraints;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code restraint}: the act on the page, reviews by the clock, and the end before the hand-over. */
class RestraintProcessTest extends OperationCase {

    private static final String REVIEW = "userTask_reviewRestraint";
    private static final String DUE = "boundaryEvent_reviewDue";
    private static final String OVERDUE = "boundaryEvent_reviewOverdue";

    @Autowired
    Flights flights;

    @Autowired
    Restraints restraints;

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    ReadFlightFile files;

    @Autowired
    Outbox outbox;

    @Autowired
    TestClock clock;

    @AfterEach
    void clockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void a_restraint_is_reviewed_by_the_clock_until_it_ends_and_only_then_people_are_handed_over() {
        OperationReference flight = crew.frenchFlightInTheAir();
        records("seescortleader", flight, "SE", 2);
        Task first = users.as("sedoctor").open(REVIEW, flight);
        assertThat(first.getDueDate().toInstant()).isEqualTo(TestClock.START.plus(Duration.ofMinutes(30)));
        assertThat((String) users.shown(first, "about")).contains("Sweden", "2");

        clock.advance(Duration.ofMinutes(30));
        users.fireTimer(DUE, flight);
        users.runJobs(flight);
        assertThat(told(flight, "notice.restraintDue")).containsExactlyInAnyOrder("SEescortleader", "SEdoctor");
        assertThat(told(flight, "notice.restraintOverdue")).isEmpty();

        reviews("sedoctor", flight, Map.of("restraintReview", "CONTINUE", "stillRestrained", 1));
        assertThat(users.as("seescortleader").open(REVIEW, flight).getDueDate().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));

        crew.lands(FR, flight);
        crew.confirmAll("userTask_answerLastCall", flight);
        crew.handsOver(FR, flight, 10);
        assertThatThrownBy(() -> crew.handsOver(SE, flight, 5))
                .hasStackTraceContaining("1 of them are still restrained, and nobody arrives in cuffs");

        reviews("seescortleader", flight, Map.of("restraintReview", "END"));
        assertThat(users.open(REVIEW, flight)).isEmpty();
        assertThat(users.instance("restraint", flight)).isNull();
        crew.handsOver(SE, flight, 5);
        assertThat(restraints.of(flight))
                .singleElement()
                .satisfies(restraint -> assertThat(restraint.ended()).contains(clock.instant()));
    }

    @Test
    void an_overdue_review_is_told_to_the_rights_officers_and_the_monitors_while_the_flight_is_suspended_too() {
        OperationReference flight = crew.frenchFlightInTheAir();
        records("frescortleader", flight, "SE", 1);
        flights.put(flights.get(flight).suspended("opinion of the rights officer"));

        clock.advance(Duration.ofMinutes(40));
        users.fireTimer(OVERDUE, flight);
        users.runJobs(flight);
        assertThat(told(flight, "notice.restraintOverdue"))
                .containsExactlyInAnyOrder("rightsOfficer", "FRmonitor", "SEmonitor");

        reviews("seescortleader", flight, Map.of("restraintReview", "END"));
        assertThat(users.instance("restraint", flight)).isNull();
    }

    @Test
    void what_is_typed_at_a_review_is_refused_where_it_contradicts_itself() {
        OperationReference flight = crew.frenchFlightInTheAir();
        records("seescortleader", flight, "SE", 2);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("restraintReview", "CONTINUE"),
                Map.of("restraintReview", "CONTINUE", "stillRestrained", 0),
                Map.of("restraintReview", "CONTINUE", "stillRestrained", 3),
                Map.of("restraintReview", "END", "stillRestrained", 1),
                Map.of("stillRestrained", 1),
                Map.of("restraintReview", "END", "restraintEnded", true))) {
            assertThatThrownBy(() -> reviews("sedoctor", flight, wrong))
                    .as("%s", wrong)
                    .hasStackTraceContaining("BadInput");
        }
        assertThatThrownBy(() -> users.as("frdoctor").completes(REVIEW, flight, Map.of("restraintReview", "END")))
                .as("another state's doctor")
                .isInstanceOf(AssertionError.class);
        assertThat(restraints.of(flight)).extracting(Restraint::persons).containsExactly(2);
    }

    @Test
    void the_act_is_of_the_escort_leaders_and_the_page_shows_counts_and_minutes() {
        OperationReference flight = crew.frenchFlightInTheAir();
        for (String other : List.of("sedoctor", "frcoordinator", "semonitor")) {
            assertThatThrownBy(() -> records(other, flight, "SE", 1)).as(other).isInstanceOf(NotYours.class);
        }
        assertThatThrownBy(() -> records("seescortleader", flight, "FR", 1))
                .as("of another state's people")
                .isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> records("seescortleader", flight, "SE", 6))
                .hasMessageContaining("5 people of SE are aboard, and 0 of them are restrained already");
        assertThat(restraints.of(flight)).isEmpty();

        records("seescortleader", flight, "SE", 1);
        Instant now = clock.instant().plus(Duration.ofMinutes(7));
        users.as("semonitor")
                .does(() -> assertThat(files.file(flight).operation().restraints())
                        .singleElement()
                        .satisfies(
                                restraint -> assertThat(restraint.minutes(now)).isEqualTo(7)));
        users.as("frmonitor")
                .does(() -> assertThat(files.file(flight).operation().restraints())
                        .as("of another state")
                        .isEmpty());
    }

    private void records(String who, OperationReference flight, String party, int assessments) {
        users.as(who)
                .does(() -> acts.perform(
                        flight,
                        acts.named("record-restraint"),
                        Map.of("restrainedOf", party, "assessments", assessments)));
        users.runJobs(flight);
    }

    private void reviews(String who, OperationReference flight, Map<String, ?> fields) {
        users.as(who).completes(REVIEW, flight, fields);
        users.runJobs(flight);
    }

    private List<String> told(OperationReference flight, String what) {
        return outbox.of(flight).stream()
                .filter(notice -> notice.text().code().equals(what))
                .map(notice -> notice.recipient())
                .toList();
    }
}
