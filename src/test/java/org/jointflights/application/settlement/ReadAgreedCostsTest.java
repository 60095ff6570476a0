package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.application.settlement.SettlementServices.BRITISH;
import static org.jointflights.application.settlement.SettlementServices.CHARTER;
import static org.jointflights.application.settlement.SettlementServices.FR;
import static org.jointflights.application.settlement.SettlementServices.FRENCH;
import static org.jointflights.application.settlement.SettlementServices.FX;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Split.Status;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Release;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.FinalCost;
import org.jointflights.domain.settlement.Voucher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadAgreedCostsTest {

    private static final OperationReference OTHER = new OperationReference("JRO-2027-0002");
    private static final Party ES = new Party("ES");

    private final SettlementServices services = new SettlementServices();
    private final ReadAgreedCosts agreed = services.agreed;

    @Test
    void only_a_split_that_stands_was_agreed() {
        assertThat(agreed.items(REFERENCE))
                .extracting(CostItem::label)
                .containsExactly("1 Charter", "2 Coach", "3 Doctor");
        assertThat(agreed.item(REFERENCE, 2)).map(CostItem::label).contains("2 Coach");
        assertThat(agreed.item(REFERENCE, 9)).isEmpty();

        services.split(REFERENCE, 2, Status.OPEN, Withdrawals.USED);

        assertThat(agreed.split(REFERENCE)).isEmpty();
        assertThat(agreed.items(REFERENCE)).isEmpty();
        assertThat(agreed.rule(REFERENCE)).isEqualTo(WithdrawalRule.COMMITTED);
        assertThat(agreed.onRecord(REFERENCE)).map(Split::number).contains(1);
        assertThat(agreed.proposal(REFERENCE)).map(Split::number).contains(2);
    }

    @Test
    void before_one_was_agreed_the_newest_proposal_is_on_record() {
        services.addFlight(OTHER);
        assertThat(agreed.onRecord(OTHER)).isEmpty();
        services.split(OTHER, 1, Status.DROPPED, Withdrawals.COMMITTED);
        assertThat(agreed.proposal(OTHER)).isEmpty();
        services.split(OTHER, 2, Status.OPEN, Withdrawals.COMMITTED);

        assertThat(agreed.onRecord(OTHER)).map(Split::number).contains(2);
        services.split(OTHER, 3, Status.AGREED, Withdrawals.COMMITTED);
        services.split(OTHER, 4, Status.FIXED, Withdrawals.USED);
        assertThat(agreed.onRecord(OTHER)).map(Split::number).contains(4);
        assertThat(agreed.rule(OTHER)).isEqualTo(WithdrawalRule.USED);
    }

    @Test
    void the_parties_are_those_of_the_split_and_before_there_is_one_those_that_take_part() {
        services.take(REFERENCE, ES, Participation.Status.COMMITTED, FRENCH, null);
        assertThat(agreed.parties(REFERENCE)).containsExactly(FR, FX, GB);

        services.addFlight(OTHER);
        services.take(OTHER, ES, Participation.Status.COMMITTED, FRENCH, null);
        services.take(OTHER, FR, Participation.Status.WITHDRAWN, FRENCH, 3);
        assertThat(agreed.parties(OTHER)).containsExactly(ES, FX, GB);
    }

    @Test
    void a_planned_cost_with_a_voucher_is_shared_as_planned() {
        CostItem charter = agreed.sharedAs(REFERENCE, claim(GB, Claim.Kind.COST, 1, "V-1"));

        assertThat(charter)
                .extracting(
                        CostItem::label,
                        CostItem::category,
                        CostItem::amount,
                        CostItem::payer,
                        CostItem::sharers,
                        CostItem::key)
                .containsExactly("7 Invoice", CostCategory.CHARTER, Money.euro(900), GB, Set.of(FR, GB), Key.PER_SEAT);
    }

    @Test
    void anything_else_is_the_claimants_alone() {
        for (Claim claim : List.of(
                claim(GB, Claim.Kind.COST, 1, null),
                claim(GB, Claim.Kind.COST, null, "V-1"),
                claim(GB, Claim.Kind.COST, 9, "V-1"))) {
            CostItem own = agreed.sharedAs(REFERENCE, claim);
            assertThat(own.isDirect()).isTrue();
            assertThat(own.sharers()).containsExactly(GB);
            assertThat(own.payer()).isEqualTo(GB);
            assertThat(own.category()).isEqualTo(CostCategory.OTHER);
        }
    }

    @Test
    void a_carriers_fee_falls_to_the_party_that_caused_it() {
        cancel(FR);

        CostItem fee = agreed.sharedAs(REFERENCE, claim(GB, Claim.Kind.PENALTY, null, "V-1"));

        assertThat(fee.payer()).isEqualTo(GB);
        assertThat(fee.isDirect()).isTrue();
        assertThat(fee.sharers()).containsExactly(FR);
    }

    @Test
    void or_to_all_over_their_seats() {
        cancel(null);

        CostItem fee = agreed.sharedAs(REFERENCE, claim(GB, Claim.Kind.PENALTY, null, "V-1"));

        assertThat(fee.sharers()).containsExactlyInAnyOrder(FR, GB);
        assertThat(fee.key()).isEqualTo(Key.PER_SEAT);
    }

    @Test
    void before_a_split_over_those_of_the_states_that_take_part_with_any() {
        services.addFlight(OTHER);
        services.take(OTHER, FR, Participation.Status.WITHDRAWN, FRENCH, 3);
        services.take(OTHER, ES, Participation.Status.COMMITTED, Seats.NONE, null);
        Claim fee = claim(GB, Claim.Kind.PENALTY, null, "V-1");

        assertThat(agreed.sharedAs(OTHER, fee))
                .extracting(CostItem::sharers, CostItem::key)
                .containsExactly(Set.of(GB), Key.EQUAL);

        services.take(OTHER, GB, Participation.Status.WITHDRAWN, BRITISH, 3);
        assertThat(agreed.sharedAs(OTHER, fee))
                .extracting(CostItem::sharers, CostItem::key)
                .containsExactly(Set.of(GB), Key.EQUAL);
    }

    @Test
    void only_claims_that_count_are_costs_and_eligible_as_far_as_certified() {
        services.claimCharterAndCoach(REFERENCE);
        services.claims.withdrawn(2, "Wrong.");
        assertThat(agreed.costs(REFERENCE, services.claims.of(REFERENCE)))
                .extracting(FinalCost::claim, FinalCost::eligible)
                .containsExactly(tuple(1L, Money.euro(0)));

        services.certifyAll(REFERENCE);
        assertThat(agreed.costs(REFERENCE, services.claims.of(REFERENCE)))
                .extracting(FinalCost::eligible)
                .containsExactly(CHARTER);
    }

    @Test
    void the_frame_holds_whoever_pays_or_bears_with_the_seats_that_were_agreed_and_used() {
        depart();
        CostItem theirs = CostItem.direct(8, "Coach", CostCategory.OTHER, Money.euro(5), new Party("IT"), ES);

        CostInput frame = agreed.frame(REFERENCE, List.of(new FinalCost(Money.euro(0), theirs)));

        assertThat(frame.participants())
                .containsExactly(
                        new Participant(ES, Seats.NONE, Seats.NONE),
                        new Participant(FR, FRENCH, Seats.NONE),
                        new Participant(FX, Seats.NONE, Seats.NONE),
                        new Participant(GB, BRITISH, new Seats(19, 16, 0, 0, 0, 0)),
                        new Participant(new Party("IT"), Seats.NONE, Seats.NONE));
        assertThat(frame.version()).isEqualTo(5);
        assertThat(frame.items()).isEmpty();
        assertThat(frame.withdrawals()).isEqualTo(Withdrawals.COMMITTED);
    }

    @Test
    void before_a_split_the_frame_is_of_the_states_that_take_part() {
        services.addFlight(OTHER);

        CostInput frame = agreed.frame(OTHER, List.of());

        assertThat(frame.version()).isEqualTo(1);
        assertThat(frame.participants()).extracting(Participant::party).containsExactly(FR, FX, GB);
        assertThat(frame.participants())
                .extracting(Participant::committed)
                .containsExactly(FRENCH, Seats.NONE, BRITISH);
    }

    @Test
    void empty_seats_are_counted_as_was_agreed_once_somebody_flew() {
        services.split(REFERENCE, 2, Status.AGREED, Withdrawals.USED);
        assertThat(agreed.frame(REFERENCE, List.of()).withdrawals()).isEqualTo(Withdrawals.COMMITTED);
        depart();
        assertThat(agreed.frame(REFERENCE, List.of()).withdrawals()).isEqualTo(Withdrawals.USED);
    }

    @Test
    void by_what_was_used_again() {
        services.split(REFERENCE, 2, Status.AGREED, Withdrawals.of(WithdrawalRule.COMMITTED_WITH_RELEASE, List.of()));
        services.operation.runs.open(REFERENCE, now());
        services.operation.counts.add(
                new Boarding(REFERENCE, GB, 0, new Seats(22, 16, 0, 0, 0, 0), "gbescortleader", now()));
        services.operation.runs.departed(REFERENCE, now());

        Withdrawals withdrawals = agreed.frame(REFERENCE, List.of()).withdrawals();

        assertThat(withdrawals.rule()).isEqualTo(WithdrawalRule.COMMITTED_WITH_RELEASE);
        assertThat(withdrawals.releases()).containsExactly(new Release(FR, GB, new Seats(2, 0, 0, 0, 0, 0), 0));
    }

    @Test
    void or_by_the_days_before_departure_at_which_a_state_withdrew() {
        services.split(REFERENCE, 2, Status.AGREED, Withdrawals.of(WithdrawalRule.TAPERED, List.of()));
        services.take(REFERENCE, FR, Participation.Status.WITHDRAWN, FRENCH, 12);
        depart();

        Withdrawals withdrawals = agreed.frame(REFERENCE, List.of()).withdrawals();

        assertThat(withdrawals.rule()).isEqualTo(WithdrawalRule.TAPERED);
        assertThat(withdrawals.releases()).containsExactly(new Release(FR, null, FRENCH, 12));
    }

    private Instant now() {
        return services.ports.clock.instant();
    }

    /** The British leave with one fewer than they had seats for. */
    private void depart() {
        services.operation.runs.open(REFERENCE, now());
        services.operation.counts.add(
                new Boarding(REFERENCE, GB, 0, new Seats(19, 16, 0, 0, 0, 0), "gbescortleader", now()));
        services.operation.runs.departed(REFERENCE, now());
    }

    private void cancel(@Nullable Party causedBy) {
        services.ports.cancellations.add(
                new Cancellation(REFERENCE, "why", causedBy, now(), Duration.ofDays(1), "manager1"));
    }

    private static Claim claim(Party claimant, Claim.Kind kind, @Nullable Integer line, @Nullable String voucher) {
        return new Claim(
                7,
                REFERENCE,
                claimant,
                kind,
                line,
                CostCategory.OTHER,
                "Invoice",
                Money.euro(900),
                voucher == null ? null : new Voucher(voucher, LocalDate.of(2027, 4, 20)),
                "gbfinance1",
                Instant.parse("2027-05-01T09:00:00Z"),
                new Conversion(Money.euro(900), Money.euro(900), RateRule.MONTH_OF_FLIGHT, List.of()),
                null,
                null);
    }
}
