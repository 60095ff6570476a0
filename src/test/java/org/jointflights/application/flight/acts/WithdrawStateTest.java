package org.jointflights.application.flight.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.Audience;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithdrawStateTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final WithdrawState withdraw = new FlightActServices(ports).withdraw;

    @BeforeEach
    void a_flight_that_waits_for_its_permits() {
        ParisToLagos.at(Stage.PERMITS, ports);
        ports.user.is("gbcoordinator", "GBcoordinator");
    }

    @Test
    void a_state_leaves_and_its_seats_stay_on_record() {
        withdraw.perform(
                ports.flights.get(REFERENCE),
                new TypedFields(Map.of("party", "GB", "cause", "legal", "reason", "A court's decision.")));

        Participation left = ports.participations.get(REFERENCE, GB);
        assertThat(left.status()).isEqualTo(Participation.Status.WITHDRAWN);
        assertThat(left.seats()).isEqualTo(ParisToLagos.BRITISH);
        assertThat(left.cause()).isEqualTo(WithdrawalCause.LEGAL);
        assertThat(left.reason()).isEqualTo("A court's decision.");
        assertThat(left.since()).isEqualTo(ports.clock.instant());
        assertThat(left.daysBefore()).isEqualTo(80);
        assertThat(ports.flightWorkflow.told).containsExactly("stateWithdrew " + REFERENCE + " GB");
    }

    @Test
    void trail_and_notices_say_who_and_why_to_all_that_were_in() {
        withdraw.withdraw(REFERENCE, GB, WithdrawalCause.LEGAL, "A court's decision.");

        Sentence why = Sentence.of("withdrawal.why", Sentence.of("withdrawal.cause.LEGAL"), "A court's decision.");
        TrailEntry entry = ports.trail.last();
        assertThat(entry.what()).isEqualTo(Sentence.of("trail.withdrawn", GB, why));
        assertThat(entry.what().in(Locale.ENGLISH))
                .isEqualTo(
                        "GB withdrew: decision of a court or an authority, or a claim for asylum; in its own words: A court's"
                                + " decision.");
        assertThat(entry.party()).isEqualTo(GB);
        assertThat(entry.event().audience()).isEqualTo(Audience.FLIGHT);
        assertThat(ports.outbox.all())
                .extracting(notice -> notice.once())
                .containsExactly(REFERENCE + "/withdrawn-GB/FRcoordinator", REFERENCE + "/withdrawn-GB/GBcoordinator");
        assertThat(ports.outbox.all().get(0).text()).isEqualTo(Sentence.of("notice.withdrawn", REFERENCE, GB, why));
    }

    @Test
    void nobody_leaves_without_a_cause_from_the_list() {
        Flight flight = ports.flights.get(REFERENCE);

        BadInput missing = refusal(
                BadInput.class,
                "common.missing",
                () -> withdraw.perform(flight, new TypedFields(Map.of("party", "GB", "reason", "why"))));
        BadInput strange = refusal(
                BadInput.class,
                "common.choice",
                () -> withdraw.perform(
                        flight, new TypedFields(Map.of("party", "GB", "cause", "COURT", "reason", "why"))));

        assertThat(missing.field()).isEqualTo("cause");
        assertThat(strange.field()).isEqualTo("cause");
        assertThat(strange.getMessage()).contains("COURT", "NO_PEOPLE, NOT_ACCEPTED, LEGAL", "OTHER");
        requireUntouched();
    }

    @Test
    void once_its_words_are_erased_the_cause_is_told_alone() {
        assertThat(WithdrawalCause.HEALTH.with("").in(Locale.ENGLISH)).isEqualTo("health or vulnerability");
        assertThat(WithdrawalCause.HEALTH.with(null).in(Locale.FRENCH)).isEqualTo("santé ou vulnérabilité");
    }

    @Test
    void nobody_withdraws_another_state() {
        ports.user.is("frcoordinator", "FRcoordinator");

        NotYours refused = refusal(
                NotYours.class,
                "flight.notYours",
                () -> withdraw.withdraw(REFERENCE, GB, WithdrawalCause.LEGAL, "why"));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "GBcoordinator"));
        requireUntouched();
    }

    @Test
    void the_organiser_cancels_instead() {
        ports.user.is("frcoordinator", "FRcoordinator");

        BadInput refused = refusal(
                BadInput.class,
                "flight.withdraw.organiser",
                () -> withdraw.withdraw(REFERENCE, FR, WithdrawalCause.LEGAL, "why"));
        assertThat(refused.field()).isEqualTo("party");
        requireUntouched();
    }

    @Test
    void who_has_declined_cannot_leave() {
        ports.user.is("escoordinator", "EScoordinator");

        refusal(
                Conflict.class,
                "flight.withdraw.already",
                () -> withdraw.withdraw(REFERENCE, ES, WithdrawalCause.LEGAL, "why"));
        requireUntouched();
    }

    @Test
    void who_was_never_asked_cannot_leave() {
        ports.user.is("secoordinator", "SEcoordinator");

        refusal(
                Unknown.class,
                "common.participation.unknown",
                () -> withdraw.withdraw(REFERENCE, new Party("SE"), WithdrawalCause.LEGAL, "why"));
        requireUntouched();
    }

    @Test
    void once_the_aircraft_has_left_nobody_leaves() {
        ports.flights.put(ports.flights.get(REFERENCE).reached(Stage.OPERATION, ports.clock.instant()));
        ports.flights.put(ports.flights.get(REFERENCE).reached(Stage.IN_FLIGHT, ports.clock.instant()));

        refusal(
                Conflict.class,
                "common.flight.stage",
                () -> withdraw.withdraw(REFERENCE, GB, WithdrawalCause.LEGAL, "why"));
        requireUntouched();
    }

    @Test
    void it_is_offered_to_those_who_could_leave_and_each_chooses_its_own_state() {
        Flight flight = ports.flights.get(REFERENCE);
        ports.participations.put(Participation.invited(REFERENCE, new Party("SE"), ports.clock.instant()));

        assertThat(withdraw.groups(flight)).containsExactlyInAnyOrder("GBcoordinator", "SEcoordinator");
        assertThat(withdraw.choices(flight)).isEqualTo(Map.of("party", List.of(GB)));
        assertThat(withdraw.fields()).containsExactly("party", "cause", "reason");
        assertThat(withdraw.answers().get("cause")).hasSize(WithdrawalCause.values().length);
        assertThat(withdraw.path()).isEqualTo("withdraw");
    }

    private void requireUntouched() {
        assertThat(ports.participations.of(REFERENCE)).noneMatch(part -> part.daysBefore() != null);
        assertThat(ports.traces()).isEmpty();
    }
}
