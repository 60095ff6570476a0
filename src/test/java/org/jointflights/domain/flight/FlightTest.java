package org.jointflights.domain.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.flight.SomeFlight.CAPACITY;
import static org.jointflights.domain.flight.SomeFlight.DEPARTURE;
import static org.jointflights.domain.flight.SomeFlight.FR;
import static org.jointflights.domain.flight.SomeFlight.GB;
import static org.jointflights.domain.flight.SomeFlight.NOW;
import static org.jointflights.domain.flight.SomeFlight.REFERENCE;
import static org.jointflights.domain.flight.SomeFlight.ROUTE;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Stop.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlightTest {

    private static final Flight PLANNED = SomeFlight.at(Stage.PLANNING);
    private static final Route STRAIGHT =
            new Route(List.of(new Stop("CDG", Purpose.START, 0), new Stop("LOS", Purpose.DESTINATION, 4700)));

    @Test
    void the_law_of_an_example_flight_is_that_of_its_real_date_and_of_a_postponed_one_that_of_the_new() {
        assertThat(PLANNED.lawDate()).isEqualTo(LocalDate.of(2016, 5, 20));
        assertThat(PLANNED.postponedTo(DEPARTURE.plusDays(7), NOW).lawDate()).isEqualTo(LocalDate.of(2027, 5, 27));
    }

    @Test
    void a_postponement_is_counted_and_changes_nothing_but_the_day() {
        ZonedDateTime later = DEPARTURE.plusMinutes(1);
        Flight postponed = PLANNED.postponedTo(later, NOW);

        assertThat(postponed.departure()).isEqualTo(later);
        assertThat(postponed.postponed()).isEqualTo(1);
        assertThat(postponed.postponedTo(later.plusDays(1), NOW).postponed()).isEqualTo(2);
        assertThat(postponed.stage()).isEqualTo(Stage.PLANNING);
        assertThat(postponed.revision()).isEqualTo(PLANNED.revision());
    }

    @Test
    void a_flight_is_postponed_to_a_later_moment_that_is_still_to_come() {
        assertThatThrownBy(() -> PLANNED.postponedTo(DEPARTURE, NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("A postponed flight leaves later than planned")
                .hasMessageContaining("2027-05-20T09:30");
        assertThatThrownBy(() -> PLANNED.postponedTo(DEPARTURE.minusDays(1), NOW))
                .isInstanceOf(BadInput.class);
        ZonedDateTime later = DEPARTURE.plusDays(3);
        assertThatThrownBy(() -> PLANNED.postponedTo(later, later.toInstant()))
                .as("that moment is now")
                .isInstanceOf(BadInput.class);
        assertThatCode(() -> PLANNED.postponedTo(later, later.toInstant().minusMillis(1)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"IN_FLIGHT", "SETTLEMENT", "CLOSED", "CANCELLED", "GIVEN_UP"})
    void after_departure_nothing_is_postponed_or_cancelled(Stage stage) {
        Flight gone = SomeFlight.at(stage);
        for (Runnable act : List.<Runnable>of(
                gone::requireBeforeDeparture,
                () -> gone.postponedTo(DEPARTURE.plusDays(7), NOW),
                () -> Cancellation.of(gone, "no clearance", null, NOW, "frcoordinator"))) {
            assertThatThrownBy(act::run)
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("Flight JRO-2027-0001 has reached the stage")
                    .hasMessageContaining("this can no longer be done");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"PLANNING", "COST_SHARING", "APPROVAL", "CONTRACTING", "PERMITS", "OPERATION", "IN_FLIGHT"})
    void until_the_last_hand_over_the_work_rests_when_it_is_suspended_and_goes_on_when_it_is_resumed(Stage stage) {
        Flight flight = SomeFlight.at(stage);
        assertThat(flight.isSuspended()).isFalse();

        Flight suspended = flight.suspended("opinion of the rights officer");
        assertThat(suspended.isSuspended()).isTrue();
        assertThat(suspended.suspendedFor()).isEqualTo("opinion of the rights officer");
        assertThat(suspended.stage()).isEqualTo(stage);
        assertThat(suspended.resumed()).isEqualTo(flight);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"SETTLEMENT", "CLOSED", "CANCELLED", "GIVEN_UP"})
    void afterwards_there_is_nothing_left_to_suspend(Stage stage) {
        assertThatThrownBy(() -> SomeFlight.at(stage).suspended("opinion"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("this can no longer be done");
    }

    @Test
    void a_suspended_flight_that_is_cancelled_is_settled_and_one_that_is_brought_back_rests_until_it_is_resumed() {
        assertThat(SomeFlight.flight(Stage.PERMITS, "an opinion")
                        .reached(Stage.SETTLEMENT, NOW)
                        .isSuspended())
                .isFalse();
        assertThat(SomeFlight.flight(Stage.PERMITS, "an opinion")
                        .reached(Stage.OPERATION, NOW)
                        .isSuspended())
                .isTrue();
        assertThat(SomeFlight.flight(Stage.IN_FLIGHT, "an opinion")
                        .reached(Stage.SETTLEMENT, NOW)
                        .isSuspended())
                .isTrue();
    }

    @Test
    void a_suspended_flight_is_not_suspended_again_and_another_is_not_resumed() {
        assertThatThrownBy(() -> SomeFlight.flight(Stage.PERMITS, "an opinion").suspended("another"))
                .isInstanceOf(Conflict.class)
                .hasMessage(
                        "Flight JRO-2027-0001 is suspended: an opinion. It must be resumed before this can be done.");
        assertThatThrownBy(PLANNED::resumed)
                .isInstanceOf(Conflict.class)
                .hasMessage("Flight JRO-2027-0001 is not suspended, so it cannot be resumed.");
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, mode = EnumSource.Mode.EXCLUDE, names = "PLANNING")
    void states_answer_while_the_flight_is_being_planned_only(Stage stage) {
        assertThatCode(PLANNED::requireOpenForAnswers).doesNotThrowAnyException();
        assertThatThrownBy(SomeFlight.at(stage)::requireOpenForAnswers)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("The answers to the offer of flight JRO-2027-0001 are closed");
    }

    @Test
    void a_state_declares_somebody_and_no_more_than_the_aircraft_holds() {
        assertThatCode(() -> PLANNED.requireMayDeclare(GB, seats(1, 99), "STN", null))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PLANNED.requireMayDeclare(GB, seats(1, 100), "STN", null))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("come to 101 seats. The aircraft has 100.");
        assertThatThrownBy(() -> PLANNED.requireMayDeclare(GB, seats(0, 4), "STN", null))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Enter how many persons you intend to return, or decline");
        assertThatCode(() -> PLANNED.requireMayDeclare(FR, seats(0, 4), "CDG", null))
                .as("the organiser may fly for the others")
                .doesNotThrowAnyException();
    }

    @Test
    void people_board_and_leave_on_the_route() {
        assertThatThrownBy(() -> PLANNED.requireMayDeclare(GB, seats(1, 2), "LHR", null))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("The route of this flight is CDG – STN – ACC – LOS – CDG");
        assertThatThrownBy(() -> PLANNED.requireMayDeclare(GB, seats(1, 2), "STN", "CDG"))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void the_organiser_neither_declines_nor_withdraws() {
        assertThatThrownBy(() -> PLANNED.requireMayDecline(FR))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the organiser takes part");
        assertThatThrownBy(() -> PLANNED.requireMayWithdraw(FR))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the organiser does not withdraw");
        assertThatCode(() -> PLANNED.requireMayDecline(GB)).doesNotThrowAnyException();
        assertThatCode(() -> PLANNED.requireMayWithdraw(GB)).doesNotThrowAnyException();
    }

    @Test
    void a_changed_plan_is_another_one_and_holds_everybody_who_takes_part() {
        List<Participation> parts =
                List.of(part(FR, Status.DECLARED, 40, "CDG"), part(GB, Status.WITHDRAWN, 50, "STN"));

        assertThatThrownBy(() -> PLANNED.requireMayChangeTo(ROUTE, CAPACITY, parts))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Change one of them");
        assertThatCode(() -> PLANNED.requireMayChangeTo(ROUTE, 40, parts)).doesNotThrowAnyException();
        assertThatCode(() -> PLANNED.requireMayChangeTo(STRAIGHT, CAPACITY, parts))
                .as("who has withdrawn need not board")
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PLANNED.requireMayChangeTo(ROUTE, 39, parts))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Enter a whole number from 40 to 500");
        assertThatCode(() -> PLANNED.requireMayChangeTo(ROUTE, 500, parts)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PLANNED.requireMayChangeTo(ROUTE, 501, parts)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> PLANNED.requireMayChangeTo(ROUTE, 501, List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("from 1 to 500");
    }

    @Test
    void a_changed_plan_leaves_nobody_behind() {
        List<Participation> parts = List.of(part(FR, Status.COMMITTED, 40, "CDG"), part(GB, Status.DECLARED, 5, "STN"));

        assertThatThrownBy(() -> PLANNED.requireMayChangeTo(STRAIGHT, CAPACITY, parts))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("STN");
        assertThatThrownBy(() -> PLANNED.requireMayChangeTo(ROUTE, 44, parts)).isInstanceOf(BadInput.class);
        assertThatCode(() -> PLANNED.requireMayChangeTo(ROUTE, 45, parts)).doesNotThrowAnyException();
    }

    @Test
    void a_joint_flight_is_flown_by_two_states_that_fit_and_return_somebody() {
        Participation french = part(FR, Status.DECLARED, 60, "CDG");
        Participation british = part(GB, Status.COMMITTED, 40, "STN");

        assertThatCode(() -> PLANNED.requireCanBeFlownWith(List.of(french, british)))
                .doesNotThrowAnyException();
        assertCannotBeFlown(
                PLANNED,
                "Decision: 101 seats are declared, the aircraft has 100. Ask states to correct their answers, or change"
                        + " the plan.",
                french,
                part(GB, Status.COMMITTED, 41, "STN"));
        assertCannotBeFlown(
                PLANNED,
                "Decision: nobody is declared for return. Invite further states or give the flight up.",
                part(FR, Status.DECLARED, 0, "CDG"),
                part(GB, Status.DECLARED, 0, "STN"));
        assertCannotBeFlown(
                PLANNED,
                "Decision: only 1 state takes part. A “Joint return operation” needs two; invite further states or give the flight up.",
                french,
                part(GB, Status.WITHDRAWN, 40, "STN"));
    }

    @Test
    void who_has_withdrawn_takes_no_seats_of_the_others_and_a_national_flight_is_flown_by_one_state() {
        Flight national = new Flight(
                REFERENCE,
                FlightType.NRO,
                FR,
                "Nigeria",
                ROUTE,
                DEPARTURE,
                PLANNED.realDate(),
                CAPACITY,
                Stage.PLANNING,
                NOW,
                null,
                0,
                null,
                7);

        assertThatCode(() -> national.requireCanBeFlownWith(
                        List.of(part(FR, Status.DECLARED, CAPACITY, "CDG"), part(GB, Status.WITHDRAWN, 1, "STN"))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_new_route_leaves_the_moment_of_departure_and_tells_it_in_the_zone_where_it_starts() {
        Flight changed = PLANNED.planned(STRAIGHT, ZoneId.of("Europe/London"), 60);

        assertThat(changed.departure().toInstant()).isEqualTo(DEPARTURE.toInstant());
        assertThat(changed.departure().toLocalTime()).hasToString("08:30");
        assertThat(changed.route()).isEqualTo(STRAIGHT);
        assertThat(changed.capacity()).isEqualTo(60);
    }

    @Test
    void a_cancellation_keeps_how_long_before_departure_it_was_decided() {
        Cancellation cancellation = Cancellation.of(PLANNED, "no clearance", GB, NOW, "frcoordinator");

        assertThat(cancellation)
                .isEqualTo(new Cancellation(
                        REFERENCE, "no clearance", GB, NOW, Duration.between(NOW, DEPARTURE), "frcoordinator"));
    }

    private static void assertCannotBeFlown(Flight flight, String sentence, Participation... parts) {
        assertThatThrownBy(() -> flight.requireCanBeFlownWith(List.of(parts)))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }

    private static Participation part(Party party, Status status, int people, String boards) {
        return new Participation(REFERENCE, party, status, seats(people, 0), boards, null, null, NOW, null);
    }

    private static Seats seats(int returnees, int escorts) {
        return new Seats(returnees, escorts, 0, 0, 0, 0);
    }
}
