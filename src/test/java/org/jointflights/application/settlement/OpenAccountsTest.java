package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.application.settlement.SettlementServices.FR;
import static org.jointflights.application.settlement.SettlementServices.FX;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Voucher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenAccountsTest {

    private static final Instant CANCELLED = Instant.parse("2027-03-10T23:30:00Z");

    private final SettlementServices services = new SettlementServices();

    @Test
    void every_party_is_asked_for_its_costs_until_sixty_days_after_the_departure() {
        Instant due = services.open.open(REFERENCE);

        assertThat(services.statements.askedToClaim(REFERENCE)).containsExactly(FR, FX, GB);
        assertThat(due).isEqualTo(Instant.parse("2027-06-19T17:00:00Z"));
        assertThat(services.claims.of(REFERENCE)).isEmpty();
        assertThat(services.ports.trail.of(REFERENCE))
                .extracting(TrailEntry::event, TrailEntry::arguments)
                .containsExactly(tuple(TrailEvent.ACCOUNTS_OPENED, List.of(3)));
    }

    @Test
    void of_a_cancelled_flight_sixty_days_after_that() {
        cancel(null);

        assertThat(services.open.open(REFERENCE)).isEqualTo(Instant.parse("2027-05-09T17:00:00Z"));
    }

    @Test
    void the_fee_that_a_carrier_keeps_is_claimed_once_for_whoever_signed_its_contract() {
        cancel(FR);
        contract(1, CANCELLED, Money.euro(7_500));
        services.as("gbfinance1");
        services.enter.enter(REFERENCE, GB, services.planned(1, Money.euro(1), null));

        services.open.open(REFERENCE);
        services.open.open(REFERENCE);

        assertThat(services.claims.of(REFERENCE).subList(1, 2))
                .extracting(
                        Claim::kind,
                        Claim::claimant,
                        Claim::category,
                        Claim::amount,
                        Claim::enteredBy,
                        Claim::enteredAt)
                .containsExactly(tuple(
                        Claim.Kind.PENALTY,
                        GB,
                        CostCategory.CANCELLATION,
                        Money.euro(7_500),
                        "system",
                        services.ports.clock.instant()));
        Voucher voucher = services.claims.of(REFERENCE).get(1).voucher();
        assertThat(voucher).extracting(Voucher::date).isEqualTo(LocalDate.of(2027, 3, 10));
        assertThat(services.ports.trail.of(REFERENCE).get(1))
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_PENALTY, GB, List.of(Money.euro(7_500), "Carrier 1"));
        assertThat(services.claims.of(REFERENCE)).hasSize(2);
        assertThat(services.ports.trail.of(REFERENCE)).hasSize(4);
    }

    @Test
    void where_nothing_was_kept_nothing_is_claimed() {
        cancel(null);
        contract(1, CANCELLED, Money.euro(0));
        contract(2, null, null);

        services.open.open(REFERENCE);

        assertThat(services.claims.of(REFERENCE)).isEmpty();
    }

    @Test
    void nor_of_a_flight_that_was_flown() {
        contract(1, CANCELLED, Money.euro(7_500));

        services.open.open(REFERENCE);

        assertThat(services.claims.of(REFERENCE)).isEmpty();
    }

    @Test
    void who_has_not_claimed_yet_is_reminded_once() {
        services.open.open(REFERENCE);
        services.enter.complete(REFERENCE, GB);

        services.remindClaimants(REFERENCE);
        services.remindClaimants(REFERENCE);

        assertThat(services.ports.outbox.all())
                .extracting(Notice::recipient, Notice::text)
                .containsExactly(
                        tuple("FRfinance", Sentence.of("notice.claimsDue", REFERENCE, 60)),
                        tuple("FXfinance", Sentence.of("notice.claimsDue", REFERENCE, 60)));
    }

    private void cancel(@Nullable Party causedBy) {
        services.ports.cancellations.add(
                new Cancellation(REFERENCE, "why", causedBy, CANCELLED, Duration.ofDays(41), "manager1"));
    }

    private void contract(int number, @Nullable Instant released, @Nullable Money penalty) {
        services.ports.contracts.put(new Contract(
                REFERENCE,
                GB,
                "Carrier " + number,
                Money.euro(100_000),
                CANCELLED.minusSeconds(number * 60L),
                released,
                penalty));
    }
}
