package org.jointflights.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Permit.Answer;
import org.jointflights.domain.flight.Permit.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Gate G10 and its clocks (domain.md 1.5): a flight on Tuesday, 20 April 2027, at ten in London. */
class PermitsInForceTest {

    private static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    private static final Party AL = new Party("AL");
    private static final Party DE = new Party("DE");
    private static final Flight FLIGHT = FlightToTirana.since(REFERENCE, Instant.parse("2027-03-01T09:00:00Z"));
    private static final ZonedDateTime DEPARTURE = FLIGHT.departure();
    private static final Instant LEAVING = DEPARTURE.toInstant().minus(Duration.ofHours(1));
    private static final LocalDate DAY = LocalDate.of(2027, 4, 20);
    private static final Instant EARLY = Instant.parse("2027-04-12T08:00:00Z");
    private static final Permit LANDING = permit(Kind.LANDING, AL, EARLY, Answer.GRANTED, DAY);

    @Test
    void without_a_landing_permit_nobody_leaves() {
        Permit overflight = permit(Kind.OVERFLIGHT, DE, EARLY, Answer.GRANTED, DAY);

        assertThat(against(LEAVING, overflight)).containsExactly(Sentence.of("operation.permit.noLanding"));
        assertThat(against(LEAVING, overflight, permit(Kind.LANDING, AL, EARLY, Answer.NOT_NEEDED, null)))
                .containsExactly(Sentence.of("operation.permit.noLanding"));
        assertThat(against(LEAVING, overflight, LANDING)).isEmpty();
    }

    @Test
    void each_country_where_people_are_handed_over_lets_the_aircraft_land() {
        Map<String, String> both = Map.of("PRN", "XK", "TIA", "AL");
        Permit byNumberAlone = new Permit(REFERENCE, Kind.LANDING, "L-1", DAY);
        Permit kosovo = permit(Kind.LANDING, new Party("XK"), EARLY, Answer.GRANTED, DAY);

        assertThat(landing(both, List.of("PRN", "TIA"), LANDING))
                .containsExactly(Sentence.of("operation.permit.noLandingAt", "PRN", "XK"));
        assertThat(landing(both, List.of("PRN", "TIA"), byNumberAlone)).hasSize(2);
        assertThat(landing(both, List.of("PRN", "TIA"), LANDING, kosovo)).isEmpty();
        assertThat(landing(both, List.of("TIA"), LANDING)).isEmpty();
        assertThat(landing(Map.of("TIA", "AL"), List.of("TIA"), byNumberAlone)).isEmpty();
        assertThat(landing(Map.of("TIA", "AL"), List.of("TIA"), kosovo)).hasSize(1);
    }

    private static List<Sentence> landing(Map<String, String> countries, List<String> ahead, Permit... permits) {
        return PermitsInForce.against(
                new Circumstances(0, List.of(permits), null, List.of(), countries), ahead, DEPARTURE, LEAVING);
    }

    @ParameterizedTest
    @CsvSource({
        "LANDING, AWAITED, operation.permit.unanswered",
        "LANDING, EXTENDED, operation.permit.unanswered",
        "LANDING, REFUSED, operation.permit.refused",
        "LANDING, NOTIFIED, operation.permit.unanswered",
        "OVERFLIGHT, AWAITED, operation.permit.unanswered",
        "OVERFLIGHT, REFUSED, operation.permit.refused",
        "OVERFLIGHT, NOTIFIED, operation.permit.unanswered",
        "TRANSIT, AWAITED, operation.permit.silence",
        "TRANSIT, REFUSED, operation.permit.refused",
    })
    void what_a_state_has_not_granted_stands_against_the_departure(Kind kind, Answer answer, String sentence) {
        assertThat(against(LEAVING, LANDING, permit(kind, DE, EARLY, answer, null)))
                .extracting(Sentence::code)
                .containsExactly(sentence);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_permit_that_is_not_needed_any_more_stands_in_nobodys_way(Kind kind) {
        assertThat(against(LEAVING, LANDING, permit(kind, DE, EARLY, Answer.NOT_NEEDED, null)))
                .isEmpty();
    }

    @Test
    void a_permit_ends_with_its_last_day_on_the_ground_and_on_the_way() {
        Permit until = permit(Kind.LANDING, AL, EARLY, Answer.GRANTED, DAY);
        Permit before = permit(Kind.LANDING, AL, EARLY, Answer.GRANTED, DAY.minusDays(1));
        Instant lateThatDay = Instant.parse("2027-04-20T22:59:59Z");

        assertThat(against(LEAVING, until)).isEmpty();
        assertThat(against(LEAVING, before)).containsExactly(expired(before, DAY.minusDays(1)));
        assertThat(against(LEAVING.minus(Duration.ofDays(1)), before))
                .as("cleared the evening before for the planned day")
                .containsExactly(expired(before, DAY.minusDays(1)));
        assertThat(against(lateThatDay, until)).isEmpty();
        assertThat(against(lateThatDay.plusSeconds(1), until)).containsExactly(expired(until, DAY));
        assertThat(onTheWay(lateThatDay.plusSeconds(1), until)).containsExactly(expired(until, DAY));
    }

    @Test
    void one_that_is_known_by_its_day_alone_lasts_for_the_journey() {
        Permit byDay = new Permit(REFERENCE, Kind.LANDING, "L-1", DAY);

        assertThat(onTheWay(Instant.parse("2027-04-22T22:59:59Z"), byDay)).isEmpty();
        assertThat(onTheWay(Instant.parse("2027-04-22T23:00:00Z"), byDay))
                .containsExactly(expired(byDay, DAY.plusDays(2)));
        assertThat(against(Instant.parse("2027-04-20T23:00:00Z"), byDay)).containsExactly(expired(byDay, DAY));
    }

    @Test
    void a_transit_by_silence_counts_only_after_its_time_ran_out() {
        Instant requested = DEPARTURE.minusDays(4).toInstant();
        Permit notified = permit(Kind.TRANSIT, DE, requested, Answer.NOTIFIED, null);
        Permit extended = new Permit(REFERENCE, Kind.TRANSIT, DE, null, requested, Answer.NOTIFIED, true, null, null);

        assertThat(against(requested.plus(Duration.ofDays(2)).minusSeconds(1), LANDING, notified))
                .extracting(Sentence::code)
                .containsExactly("operation.permit.silence");
        assertThat(against(requested.plus(Duration.ofDays(2)), LANDING, notified))
                .isEmpty();
        assertThat(against(requested.plus(Duration.ofDays(4)).minusSeconds(1), LANDING, extended))
                .extracting(Sentence::code)
                .containsExactly("operation.permit.silence");
        assertThat(against(requested.plus(Duration.ofDays(4)), LANDING, extended))
                .isEmpty();
    }

    @Test
    void silence_means_nothing_where_transit_was_requested_less_than_two_working_days_before() {
        Instant friday = Instant.parse("2027-04-16T09:00:00Z");
        Instant later = friday.plusSeconds(1);

        assertThat(against(LEAVING, LANDING, permit(Kind.TRANSIT, DE, friday, Answer.NOTIFIED, null)))
                .isEmpty();
        assertThat(against(LEAVING, LANDING, permit(Kind.TRANSIT, DE, later, Answer.NOTIFIED, null)))
                .extracting(Sentence::code)
                .containsExactly("operation.permit.unanswered");
        assertThat(against(LEAVING, LANDING, permit(Kind.TRANSIT, DE, later, Answer.GRANTED, DAY)))
                .as("a state may answer in time what was asked late")
                .isEmpty();
    }

    @Test
    void a_transit_is_completed_within_24_hours_unless_a_state_consents_anew() {
        Permit transit = permit(Kind.TRANSIT, DE, EARLY, Answer.GRANTED, DAY.plusDays(3));
        Instant left = DEPARTURE.toInstant();
        Permit landing = permit(Kind.LANDING, AL, EARLY, Answer.GRANTED, DAY.plusDays(3));

        assertThat(onTheWay(left.plus(Duration.ofHours(24)), landing, transit)).isEmpty();
        assertThat(onTheWay(left.plus(Duration.ofHours(24)).plusSeconds(1), landing, transit))
                .containsExactly(Sentence.of("operation.permit.tooLong", transit.words(), 24L));
        Permit anew = new Permit(
                REFERENCE, Kind.TRANSIT, DE, "T-2", EARLY, Answer.GRANTED, false, left.plusSeconds(1), DAY.plusDays(3));
        assertThat(onTheWay(left.plus(Duration.ofHours(25)), landing, anew)).isEmpty();
    }

    @Test
    void what_is_typed_of_the_clocks_cannot_contradict_them() {
        Instant requested = DEPARTURE.minusDays(4).toInstant();
        Instant due = requested.plus(Duration.ofDays(2));
        refused(
                "flight.permit.silence.tooEarly",
                permit(Kind.TRANSIT, DE, requested, Answer.NOTIFIED, null),
                due.minusSeconds(1));
        permit(Kind.TRANSIT, DE, requested, Answer.NOTIFIED, null).requireValidFor(FLIGHT, due);
        refused("flight.permit.silence.onlyTransit", permit(Kind.LANDING, AL, requested, Answer.NOTIFIED, null), due);
        refused(
                "flight.permit.silence.late",
                permit(Kind.TRANSIT, DE, DEPARTURE.minusDays(1).toInstant(), Answer.NOTIFIED, null),
                DEPARTURE.toInstant());
        refused("flight.permit.notRequested", permit(Kind.TRANSIT, DE, null, Answer.AWAITED, null), due);
        refused("flight.permit.ahead", permit(Kind.TRANSIT, DE, due.plusSeconds(1), Answer.AWAITED, null), due);
        refused("flight.contract.permit.day", permit(Kind.LANDING, AL, requested, Answer.GRANTED, null), due);
        refused(
                "flight.contract.permit.day",
                permit(Kind.LANDING, AL, requested, Answer.GRANTED, DAY.minusDays(1)),
                due);
        refused(
                "flight.permit.noNumber",
                new Permit(REFERENCE, Kind.LANDING, AL, null, requested, Answer.GRANTED, false, due, DAY),
                due);
        for (Instant answered : List.of(requested.minusSeconds(1), due.plusSeconds(1))) {
            refused(
                    "flight.permit.answered",
                    new Permit(REFERENCE, Kind.LANDING, AL, "L", requested, Answer.GRANTED, false, answered, DAY),
                    due);
        }
    }

    @Test
    void the_longer_time_of_a_state_stays_with_its_request() {
        Permit extended = new Permit(REFERENCE, Kind.TRANSIT, DE, null, EARLY, Answer.EXTENDED, true, null, null);
        Permit notified = permit(Kind.TRANSIT, DE, EARLY, Answer.NOTIFIED, null);

        assertThat(notified.after(extended).due()).contains(EARLY.plus(Duration.ofDays(4)));
        assertThat(notified.after(null).due()).contains(EARLY.plus(Duration.ofDays(2)));
        Permit askedAnew = permit(Kind.TRANSIT, DE, EARLY.plusSeconds(60), Answer.AWAITED, null);
        assertThat(askedAnew.after(extended)).isEqualTo(askedAnew);
    }

    private static void refused(String code, Permit permit, Instant now) {
        refusal(BadInput.class, code, () -> permit.requireValidFor(FLIGHT, now));
    }

    private static Sentence expired(Permit permit, LocalDate day) {
        return Sentence.of("operation.permit.expired", permit.words(), day);
    }

    private static List<Sentence> against(Instant now, Permit... permits) {
        return against(now, null, List.of("TIA"), permits);
    }

    private static List<Sentence> onTheWay(Instant now, Permit... permits) {
        return against(now, DEPARTURE.toInstant(), List.of("TIA"), permits);
    }

    private static List<Sentence> against(Instant now, @Nullable Instant left, List<String> ahead, Permit... permits) {
        return PermitsInForce.against(
                new Circumstances(0, List.of(permits), left, List.of(), Map.of("TIA", "AL")), ahead, DEPARTURE, now);
    }

    private static Permit permit(
            Kind kind, Party state, @Nullable Instant requested, Answer answer, @Nullable LocalDate until) {
        return new Permit(
                REFERENCE,
                kind,
                state,
                answer == Answer.GRANTED ? "P-1" : null,
                requested,
                answer,
                answer == Answer.EXTENDED,
                null,
                until);
    }
}
