package org.jointflights.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.ParisToLagos.BRITISH;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Instant;
import java.time.LocalDate;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfferSeatsTest {

    private static final Instant REPLY_BY = Instant.parse("2027-03-15T17:00:00Z");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final OfferSeats offer = new PlanningServices(ports).offer;

    @BeforeEach
    void a_flight_that_france_and_spain_have_not_answered() {
        ParisToLagos.at(Stage.PLANNING, ports);
        ports.participations.put(Participation.invited(REFERENCE, FR, ports.clock.instant()));
        ports.participations.put(Participation.invited(REFERENCE, ES, ports.clock.instant()));
    }

    @Test
    void the_answer_is_due_after_ten_working_days_and_reminded_of_two_before() {
        assertThat(offer.publishOffer(REFERENCE)).isEqualTo(REPLY_BY);
    }

    @Test
    void those_who_have_not_answered_are_told_where_to_when_and_until_when() {
        offer.publishOffer(REFERENCE);

        assertThat(ports.outbox.all())
                .extracting(notice -> notice.once())
                .containsExactly(
                        REFERENCE + "/offer-2027-03-15/EScoordinator", REFERENCE + "/offer-2027-03-15/FRcoordinator");
        assertThat(ports.outbox.all().get(0).text())
                .isEqualTo(Sentence.of(
                        "notice.offer", REFERENCE, "Nigeria", DEPARTURE.toLocalDate(), LocalDate.of(2027, 3, 15)));
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.offered", 2, LocalDate.of(2027, 3, 15)));
        assertThat(offer.invited(REFERENCE)).containsExactly(ES, FR);
    }

    @Test
    void an_offer_that_goes_out_twice_on_one_day_is_told_once() {
        offer.publishOffer(REFERENCE);
        offer.publishOffer(REFERENCE);

        assertThat(ports.outbox.all()).hasSize(2);
    }

    @Test
    void where_all_have_answered_nothing_is_offered() {
        offer.closeAnswer(REFERENCE, FR);
        offer.closeAnswer(REFERENCE, ES);
        int before = ports.traces().size();

        offer.publishOffer(REFERENCE);

        assertThat(ports.traces()).hasSize(before);
        assertThat(offer.invited(REFERENCE)).isEmpty();
    }

    @Test
    void a_state_is_reminded_once_for_each_date_of_the_flight() {
        remind();
        remind();
        ports.flights.put(ports.flights.get(REFERENCE).postponedTo(DEPARTURE.plusDays(1), ports.clock.instant()));
        remind();

        assertThat(ports.outbox.all())
                .extracting(notice -> notice.once())
                .containsExactly(
                        REFERENCE + "/offer-reminder-0/EScoordinator", REFERENCE + "/offer-reminder-1/EScoordinator");
        assertThat(ports.outbox.all().get(0).text())
                .isEqualTo(Sentence.of("notice.offerReminder", REFERENCE, "Nigeria"));
        assertThat(ports.happened()).isEmpty();
    }

    private void remind() {
        ports.reminders.send(new RemindState(ports.flights), REFERENCE, ES);
    }

    @Test
    void who_has_not_answered_by_the_deadline_is_out() {
        offer.closeAnswer(REFERENCE, ES);

        Participation closed = ports.participations.get(REFERENCE, ES);
        assertThat(closed.status()).isEqualTo(Status.DECLINED);
        assertThat(closed.since()).isEqualTo(ports.clock.instant());
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.notAnswered", ES));
        assertThat(ports.trail.last().party()).isEqualTo(ES);
    }

    @Test
    void the_organiser_stays_with_no_seats_from_where_the_flight_starts() {
        offer.closeAnswer(REFERENCE, FR);

        Participation closed = ports.participations.get(REFERENCE, FR);
        assertThat(closed.takesPart()).isTrue();
        assertThat(closed.seats()).isEqualTo(Seats.NONE);
        assertThat(closed.embarkation()).isEqualTo("CDG");
    }

    @Test
    void an_answer_that_was_given_stays_when_the_deadline_comes() {
        offer.closeAnswer(REFERENCE, GB);

        assertThat(ports.participations.get(REFERENCE, GB).seats()).isEqualTo(BRITISH);
        assertThat(ports.traces()).isEmpty();
    }
}
