package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.jointflights.application.closing.CloseFlight;
import org.jointflights.application.closing.RetentionTerms;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Findings 7 and 10: a flight was closed without the erasure of its reasons. When they go, and who may hold them. */
class RetentionTest extends RetentionInDatabase {

    @Autowired
    RetentionTerms terms;

    @Autowired
    CloseFlight closing;

    @Test
    void finding_10_a_flight_is_not_closed_before_its_texts_are_erased_and_what_was_typed_since_goes_with_the_close() {
        OperationReference flight = flown();
        steps.reports(flight);
        settlesTheAccounts(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        assertThatThrownBy(() -> closing.close(flight))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("is not erased");

        erases(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        acknowledges(flight);

        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
        assertThat(tablesWith(mark)).isEmpty();
    }

    @Test
    void what_was_typed_after_the_term_is_erased_with_the_close_and_certified_apart() {
        OperationReference flight = flown();
        steps.reports(flight);
        erases(flight);
        acknowledges(flight);
        everybodyClaims(flight, BUDGET);
        steps.certify(
                flight,
                form -> Map.of("decision", "NOT_ELIGIBLE", "voucherChecked", "yes", "reason", mark + " of a claim"));
        assertThat(tablesWith(mark)).isNotEmpty();
        steps.settle(
                flight, today(), form -> transfers.get(form.number("transfer")).amount());
        exampleUsers.runJobs(flight);

        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
        assertThat(tablesWith(mark)).isEmpty();
        assertThat(erasures.of(flight)).hasSize(2);
        assertThat(accounts.of(flight).ledger().isEven()).isTrue();
    }

    @Test
    void a_hold_of_a_partys_legal_group_or_the_rights_officer_postpones_it_until_whoever_set_it_lifts_it() {
        OperationReference flight = flownWithReasons();
        does("gblegal1", flight, "hold-texts", Map.of("reason", mark + " before the court"));
        does("rightsofficer1", flight, "hold-texts", Map.of("reason", mark + " of a complaint"));
        assertThatThrownBy(() -> does("gblegal2", flight, "hold-texts", Map.of("reason", "again")))
                .isInstanceOf(Conflict.class);
        for (String other : List.of("manager1", "frcoordinator", "executive1", "admin", "auditor", "gbcoordinator")) {
            assertThatThrownBy(() -> does(other, flight, "hold-texts", Map.of("reason", "mine")))
                    .as(other)
                    .isInstanceOf(NotYours.class);
        }

        erases(flight);
        assertThat(tablesWith(mark)).isNotEmpty();
        assertThat(erasures.of(flight)).isEmpty();

        assertThatThrownBy(() -> does("frlegal1", flight, "lift-hold", Map.of()))
                .isInstanceOf(NotYours.class);
        does("gblegal2", flight, "lift-hold", Map.of());
        assertThat(erasures.of(flight)).as("while the rights officer's stands").isEmpty();
        does("rightsofficer2", flight, "lift-hold", Map.of());

        assertThat(erasures.of(flight)).hasSize(1);
        assertThat(tablesWith(mark)).isEmpty();
        assertThatThrownBy(() -> does("gblegal1", flight, "hold-texts", Map.of("reason", "too late")))
                .isInstanceOf(Conflict.class);
        assertThat(trail.of(flight))
                .extracting(entry -> entry.event())
                .contains(TrailEvent.HOLD_SET, TrailEvent.ERASURE_HELD, TrailEvent.HOLD_LIFTED, TrailEvent.ERASED);
    }

    @Test
    void a_hold_that_is_lifted_before_the_term_changes_nothing() {
        OperationReference flight = flown();
        does("frlegal1", flight, "hold-texts", Map.of("reason", mark));
        does("frlegal1", flight, "lift-hold", Map.of());
        assertThat(erasures.of(flight)).isEmpty();

        erases(flight);
        assertThat(erasures.of(flight)).hasSize(1);
        assertThat(tablesWith(mark)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2011-12-11, 30, BEFORE_2011",
        "2011-12-12, 10, REGULATION_1168_2011",
        "2016-10-05, 10, REGULATION_1168_2011",
        "2016-10-06, 30, REGULATION_2016_1624",
        "2019-12-03, 30, REGULATION_2016_1624",
        "2019-12-04, 30, REGULATION_2019_1896",
        "2027-05-20, 30, REGULATION_2019_1896"
    })
    void the_term_is_that_of_the_law_of_the_day_of_the_flight(LocalDate day, int days, String rule) {
        assertThat(terms.on(day).days()).isEqualTo(days);
        assertThat(terms.on(day).rule()).isEqualTo(rule);
    }

    @Test
    void the_term_is_thirty_days_after_the_end_of_the_operation_to_the_second() {
        OperationReference flight = flown();
        Job timer = users.timers("event_termOver", flight).get(0);

        assertThat(timer.getDuedate().toInstant()).isEqualTo(clock.instant().plusSeconds(30L * 24 * 3600));
        exampleUsers.fireTimersUntil(timer.getDuedate().toInstant().minusSeconds(1), flight);
        assertThat(erasures.of(flight)).isEmpty();
        exampleUsers.fireTimersUntil(timer.getDuedate().toInstant(), flight);
        assertThat(erasures.of(flight)).hasSize(1);
    }

    @Test
    void a_cancelled_flight_ends_when_its_texts_are_erased() {
        OperationReference flight = planned();
        exampleUsers.as("frcoordinator", () -> cancellation.cancel(flight, mark + " of a minister", null));
        exampleUsers.runJobs(flight);
        nobodyElseClaims(flight);
        certifies(flight, Map.of(), Map.of("decision", "NOT_ELIGIBLE", "reason", "no such clause"));
        steps.settle(
                flight, today(), form -> transfers.get(form.number("transfer")).amount());
        exampleUsers.runJobs(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        assertThatThrownBy(() -> closing.closeCancelled(flight)).isInstanceOf(Conflict.class);

        erases(flight);

        assertEnded(flight, "endEvent_cancelled", Stage.CANCELLED);
        assertThat(tablesWith(mark)).isEmpty();
    }

    @Test
    void of_a_flight_that_was_given_up_the_texts_are_erased_as_well() {
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, "GB");
        steps.takesPart(flight, FR, DECLARED.get(FR), "CDG", "");
        exampleUsers.complete(
                "gbcoordinator",
                "userTask_answerOffer",
                flight,
                Map.of("takesPart", "no", "reason", mark + " of the British", "answerFinal", "yes"));
        exampleUsers.complete("frcoordinator", "userTask_consolidatePlan", flight, Map.of("decision", "GIVE_UP"));
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.GIVEN_UP);
        assertThat(tablesWith(mark)).contains("PARTICIPATION");

        erases(flight);

        assertEnded(flight, "endEvent_givenUp", Stage.GIVEN_UP);
        assertThat(tablesWith(mark)).isEmpty();
    }
}
