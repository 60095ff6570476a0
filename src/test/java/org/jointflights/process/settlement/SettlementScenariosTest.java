package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jointflights.application.settlement.SettlementServices;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.FeeLadder;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.process.StoredTexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The worked scenarios of the domain dossier, section 5, to the cent. */
class SettlementScenariosTest extends SettlementCase {

    @Autowired
    JdbcTemplate jdbc;

    private static final Map<Party, Seats> A_COMMITTED =
            Map.of(FR, seats(14, 30), GB, seats(22, 38), ES, seats(24, 40), SE, seats(5, 9));
    private static final Map<Party, Seats> A_USED =
            Map.of(FR, seats(12, 30), GB, seats(18, 38), ES, seats(20, 40), SE, seats(4, 9));
    private static final Map<Party, Seats> B_COMMITTED = Map.of(GB, seats(50, 100), FR, seats(24, 29), BE, seats(6, 9));
    private static final Map<Party, Seats> B_USED = Map.of(GB, seats(40, 100), FR, seats(20, 29), BE, seats(4, 9));

    @Test
    void scenario_a_is_payable_to_the_cent() {
        OperationReference flight = scenarioA(Key.PER_SEAT, WithdrawalRule.COMMITTED);
        ProcessInstance instance = start(flight, FR);
        everybodyClaimsInA(flight);
        certifyAll(flight, "");

        assertThat(payable(flight, FR)).isEqualTo("289900.00");
        assertThat(payable(flight, GB)).isEqualTo("18179.49");
        assertThat(payable(flight, ES)).isEqualTo("0.00");
        assertThat(payable(flight, SE)).isEqualTo("26000.00");
        assertThat(payable(flight, FX)).isEqualTo("1250.00");
        assertThat(read(flight).totalPayableByFrontex()).isEqualTo(Money.euro(33_532_949));
        assertThat(SettlementServices.paid(read(flight))).isEqualTo(Money.euro(35_424_949));
        assertThat(borne(flight, SE)).isEqualTo("1920.00");
        assertThat(borne(flight, ES)).isEqualTo("17000.00");

        everybodySigns(flight);
        everybodyPays(flight);
        assertThat(instance).isEnded();
    }

    @ParameterizedTest
    @CsvSource({
        "PER_SEAT, USED, 12870.18, 17160.23, 18385.96, 3983.63",
        "PER_RETURNEE, USED, 11644.44, 17466.67, 19407.41, 3881.48",
        "EQUAL, USED, 13100.00, 13100.00, 13100.00, 13100.00",
        "PER_RETURNEE, COMMITTED, 11286.15, 17735.39, 19347.69, 4030.77"
    })
    void scenario_a_with_a_fifth_of_the_charter_left_is_split_by_key_and_rule(
            Key key, WithdrawalRule rule, String fr, String gb, String es, String se) {
        OperationReference flight = scenarioA(key, rule);
        start(flight, FR);
        everybodyClaimsInA(flight);
        Claim charter = claims.of(flight).stream()
                .filter(claim -> claim.amount().equals(Money.euro(26_200_000)))
                .findFirst()
                .orElseThrow();
        certify(
                flight,
                charter,
                Map.of(
                        "decision",
                        "PARTLY",
                        "eligibleAmount",
                        "209,600.00",
                        "voucherChecked",
                        "YES",
                        "reason",
                        "80 per cent of the charter"));
        certifyAll(flight, "");

        assertThat(residual(flight, charter, FR)).isEqualTo(fr);
        assertThat(residual(flight, charter, GB)).isEqualTo(gb);
        assertThat(residual(flight, charter, ES)).isEqualTo(es);
        assertThat(residual(flight, charter, SE)).isEqualTo(se);
    }

    @Test
    void scenario_b_protection_of_one_states_people_changes_nobody_elses_bill() {
        OperationReference asFlown = scenarioB(B_USED);
        OperationReference allFlown = scenarioB(B_COMMITTED);
        OperationReference fewerOfFrance = scenarioB(Map.of(GB, seats(40, 100), FR, seats(0, 29), BE, seats(4, 9)));

        assertThat(read(asFlown).totalPayableByFrontex()).isEqualTo(Money.euro(18_011_293));
        assertThat(payable(asFlown, GB)).isEqualTo("180030.00");
        assertThat(payable(asFlown, BE)).isEqualTo("82.93");
        assertThat(payable(asFlown, FR)).isEqualTo("0.00");
        for (Party party : List.of(GB, FR, BE)) {
            assertThat(borne(asFlown, party)).isEqualTo(borne(allFlown, party));
            assertThat(borne(fewerOfFrance, party)).isEqualTo(borne(allFlown, party));
        }
        assertThat(borne(asFlown, GB)).isEqualTo("25000.00");
        assertThat(borne(asFlown, FR)).isEqualTo("12000.00");
        assertThat(borne(asFlown, BE)).isEqualTo("3000.00");
    }

    @Test
    void under_the_rule_used_the_same_withdrawal_would_have_changed_the_others_bills() {
        OperationReference committed = scenarioB(B_USED);
        OperationReference used = scenarioB(B_USED, WithdrawalRule.USED);

        assertThat(borne(used, BE)).isNotEqualTo(borne(committed, BE));
    }

    @Test
    void where_used_seats_count_and_no_sharer_flew_the_item_is_split_by_what_they_had_committed_to() {
        OperationReference flight = flight(GB, B_COMMITTED);
        agreed(
                flight,
                B_COMMITTED,
                List.of(
                        common(1, CostCategory.CHARTER, 6_000_000, GB, Set.of(GB, FR, BE), Key.PER_RETURNEE),
                        common(2, CostCategory.HANDLING, 3_000_000, GB, Set.of(FR, BE), Key.PER_RETURNEE)),
                WithdrawalRule.USED);
        Stream.of(GB, FR, BE).forEach(state -> decide(flight, state, Fund.NATIONAL, 0, 0));
        used(flight, Map.of(GB, seats(40, 100)));
        start(flight, GB);
        claims(flight, GB, "1", "60,000.00", true);
        claims(flight, GB, "2", "30,000.00", false);
        nobodyElseClaims(flight);
        certifyAll(flight, "");

        // The charter is borne by who flew, the handling by 24 and 6 committed returnees.
        assertThat(borne(flight, GB)).isEqualTo("60000.00");
        assertThat(borne(flight, FR)).isEqualTo("24000.00");
        assertThat(borne(flight, BE)).isEqualTo("6000.00");
    }

    @Test
    void a_seat_that_another_state_took_over_is_paid_by_that_state_if_the_plan_says_so() {
        OperationReference flight = scenarioB(
                Map.of(GB, seats(50, 100), FR, seats(20, 29), BE, seats(10, 9)), WithdrawalRule.COMMITTED_WITH_RELEASE);

        // Four of France's 24 seats were used by Belgium, beyond its own six: 50, 20 and 10 of 80 count.
        assertThat(borne(flight, GB)).isEqualTo("25000.00");
        assertThat(borne(flight, FR)).isEqualTo("10000.00");
        assertThat(borne(flight, BE)).isEqualTo("5000.00");
    }

    @ParameterizedTest
    @CsvSource({"15, 35714.29, 4285.71", "14, 29411.77, 3529.41", "3, 29411.77, 3529.41", "2, 25000.00, 3000.00"})
    void a_state_that_withdraws_early_is_freed_from_its_seats_in_part_if_the_plan_says_so(
            int daysBefore, String gb, String be) {
        OperationReference flight = flight(GB, B_COMMITTED);
        Participation france = participations.get(flight, FR);
        participations.put(france.withdrawn(
                WithdrawalCause.LEGAL,
                "a court's decision",
                DEPARTURE.minusDays(daysBefore).toInstant(),
                DEPARTURE));

        settleB(flight, Map.of(GB, seats(40, 100), BE, seats(4, 9)), WithdrawalRule.TAPERED);

        assertThat(borne(flight, GB)).isEqualTo(gb);
        assertThat(borne(flight, BE)).isEqualTo(be);
    }

    @Test
    void a_postponement_makes_no_late_withdrawal_an_early_one() {
        OperationReference flight = flight(GB, B_COMMITTED);
        participations.put(participations
                .get(flight, FR)
                .withdrawn(
                        WithdrawalCause.LEGAL,
                        "a court's decision",
                        DEPARTURE.minusDays(22).toInstant(),
                        DEPARTURE.minusDays(20)));

        settleB(flight, Map.of(GB, seats(40, 100), BE, seats(4, 9)), WithdrawalRule.TAPERED);

        assertThat(borne(flight, GB)).isEqualTo("25000.00");
        assertThat(borne(flight, FR)).isEqualTo("12000.00");
    }

    @Test
    void an_item_whose_sharers_all_withdrew_early_is_still_settled() {
        OperationReference flight = flight(GB, B_COMMITTED);
        for (Party party : List.of(FR, BE)) {
            participations.put(participations
                    .get(flight, party)
                    .withdrawn(
                            WithdrawalCause.LEGAL,
                            "no people left",
                            DEPARTURE.minusDays(20).toInstant(),
                            DEPARTURE));
        }
        agreed(
                flight,
                B_COMMITTED,
                List.of(common(1, CostCategory.HANDLING, 3_000_000, GB, Set.of(FR, BE), Key.PER_RETURNEE)),
                WithdrawalRule.TAPERED);
        Stream.of(GB, FR, BE).forEach(state -> decide(flight, state, Fund.NATIONAL, 0, 0));
        used(flight, Map.of(GB, seats(40, 100)));
        start(flight, GB);
        claims(flight, GB, "1", "30,000.00", false);
        nobodyElseClaims(flight);
        certifyAll(flight, "");

        assertThat(borne(flight, FR)).isEqualTo("24000.00");
        assertThat(borne(flight, BE)).isEqualTo("6000.00");
    }

    @Test
    void scenario_c_not_attributable_is_payable_in_full() {
        OperationReference flight = scenarioC(null);
        start(flight, FR);
        everybodyClaimsInC(flight);
        certifyAll(flight, "YES");

        assertThat(payable(flight, FR)).isEqualTo("96000.00");
        assertThat(payable(flight, FI)).isEqualTo("54378.25");
        assertThat(payable(flight, SE)).isEqualTo("3100.00");
        assertThat(read(flight).totalPayableByFrontex()).isEqualTo(Money.euro(15_347_825));
    }

    @Test
    void a_carriers_fee_is_said_in_the_readers_language_and_nothing_of_a_settlement_is_stored_in_any() {
        OperationReference flight = scenarioC(null);
        start(flight, FR);
        everybodyClaimsInC(flight);
        certifyAll(flight, "YES");

        Claim fee = claims.of(flight).stream()
                .filter(claim -> claim.kind() == Claim.Kind.PENALTY)
                .findFirst()
                .orElseThrow();
        String carrier = fee.description();
        assertThat(fee.described().in(Locale.ENGLISH)).isEqualTo("Cancellation fee of " + carrier);
        assertThat(fee.described().in(Locale.FRENCH)).isEqualTo("Frais d’annulation de " + carrier);
        assertThat(fee.evidence().in(Locale.ENGLISH)).isEqualTo("Charter contract with " + carrier);
        assertThat(postings.of(flight))
                .isNotEmpty()
                .allSatisfy(posting ->
                        assertThat(posting.reason(Locale.FRENCH)).isNotEqualTo(posting.reason(Locale.ENGLISH)));
        assertThat(new StoredTexts(jdbc).sentences()).isEmpty();
    }

    @Test
    void scenario_c_by_frances_own_decision_leaves_the_fee_with_france() {
        OperationReference flight = scenarioC(FR);
        start(flight, FR);
        everybodyClaimsInC(flight);
        certify(flight, claimOf(flight, FR), Map.of("decision", "NOT_ELIGIBLE", "reason", "France's own decision"));
        certifyAll(flight, "YES");

        assertThat(borne(flight, FR)).isEqualTo("96000.00");
        assertThat(read(flight).totalPayableByFrontex()).isEqualTo(Money.euro(5_747_825));
    }

    @Test
    void a_fee_that_nobody_caused_and_no_clause_covers_is_shared_over_committed_seats() {
        OperationReference flight = scenarioC(null);
        start(flight, FR);
        everybodyClaimsInC(flight);
        for (Claim claim : claims.of(flight)) {
            certify(flight, claim, Map.of("decision", "NOT_ELIGIBLE", "reason", "no such clause"));
        }

        // 20 + 10 + 10 committed seats.
        assertThat(borne(flight, FR)).isEqualTo("48000.00");
        assertThat(borne(flight, FI)).isEqualTo("78378.25");
        assertThat(borne(flight, SE)).isEqualTo("27100.00");
        assertThat(read(flight).totalPayableByFrontex()).isEqualTo(Money.euro(0));
    }

    @ParameterizedTest
    @CsvSource({
        "7200, 1, 48000.00",
        "7200, 0, 96000.00",
        "7200, -1, 96000.00",
        "1440, 1, 96000.00",
        "1440, 0, 240000.00",
        "1440, -1, 240000.00"
    })
    void the_fee_changes_exactly_at_the_ladders_bounds(long minutes, long moreMinutes, String fee) {
        OperationReference flight = scenarioC(null, Duration.ofMinutes(minutes + moreMinutes));
        start(flight, FR);

        assertThat(claimOf(flight, FR).amount().decimal()).hasToString(fee);
    }

    private OperationReference scenarioA(Key key, WithdrawalRule rule) {
        OperationReference flight = flight(FR, A_COMMITTED);
        Set<Party> all = Set.of(FR, GB, ES, SE);
        List<CostItem> items = List.of(
                common(1, CostCategory.CHARTER, 26_200_000, FR, all, key),
                direct(2, CostCategory.HANDLING, 980_000, FR),
                direct(3, CostCategory.MEDICAL, 360_000, FR),
                direct(4, CostCategory.ESCORTS, 1_040_000, FR),
                direct(5, CostCategory.INTERPRETER, 90_000, FR),
                direct(6, CostCategory.ADVANCE_PARTY, 320_000, FR),
                direct(7, CostCategory.ESCORTS, 1_817_949, GB),
                direct(8, CostCategory.ESCORTS, 1_700_000, ES),
                direct(9, CostCategory.CONNECTING_FLIGHT, 2_450_000, SE),
                direct(10, CostCategory.ESCORTS, 342_000, SE),
                direct(11, CostCategory.FRONTEX_MISSION, 125_000, FX));
        agreed(flight, A_COMMITTED, items, rule);
        decide(flight, FR, Fund.FRONTEX, 100, 295_000);
        decide(flight, GB, Fund.FRONTEX, 100, 20_000);
        decide(flight, ES, Fund.NATIONAL, 0, 0);
        decide(flight, SE, Fund.FRONTEX, 100, 26_000);
        used(flight, A_USED);
        rate("GBP", "0.7800");
        return flight;
    }

    private void everybodyClaimsInA(OperationReference flight) {
        claims(flight, FR, "1", "262,000.00", true);
        claims(flight, FR, "2", "9 800,00", true);
        claims(flight, FR, "3", "3600", true);
        claims(flight, FR, "4", "10,400.00", true);
        claims(flight, FR, "5", "900.00", true);
        claims(flight, FR, "6", "3,200.00", false);
        Map<String, Object> british = new HashMap<>(claim("7", "14,180.00", false));
        british.put("currency", "GBP");
        finance(GB, 1).completes("userTask_enterActualCost", flight, british);
        claims(flight, ES, "8", "17,000.00", false);
        claims(flight, SE, "9", "24,500.00", true);
        claims(flight, SE, "10", "3,420.00", false);
        claims(flight, FX, "11", "1,250.00", false);
        users.runJobs(flight);
    }

    private OperationReference scenarioB(Map<Party, Seats> flownSeats) {
        return scenarioB(flownSeats, WithdrawalRule.COMMITTED);
    }

    private OperationReference scenarioB(Map<Party, Seats> flownSeats, WithdrawalRule rule) {
        OperationReference flight = flight(GB, B_COMMITTED);
        settleB(flight, flownSeats, rule);
        return flight;
    }

    private void settleB(OperationReference flight, Map<Party, Seats> flownSeats, WithdrawalRule rule) {
        agreed(
                flight,
                B_COMMITTED,
                List.of(
                        direct(1, CostCategory.CHARTER, 18_003_000, GB),
                        direct(2, CostCategory.ESCORTS, 8_293, BE),
                        common(3, CostCategory.HANDLING, 4_000_000, GB, Set.of(GB, FR, BE), Key.PER_RETURNEE)),
                rule);
        decide(flight, GB, Fund.FRONTEX, 100, 190_000);
        decide(flight, BE, Fund.FRONTEX, 100, 100);
        decide(flight, FR, Fund.NATIONAL, 0, 0);
        used(flight, flownSeats);
        start(flight, GB);
        claims(flight, GB, "1", "180,030.00", true);
        claims(flight, GB, "3", "40,000.00", false);
        claims(flight, BE, "2", "82.93", false);
        nobodyElseClaims(flight);
        Claim national = claims.of(flight).stream()
                .filter(claim -> claim.amount().equals(Money.euro(4_000_000)))
                .findFirst()
                .orElseThrow();
        certify(flight, national, Map.of("decision", "NOT_ELIGIBLE", "reason", "financed by the states"));
        certifyAll(flight, "");
    }

    private OperationReference scenarioC(@Nullable Party causedBy) {
        return scenarioC(causedBy, hours(26));
    }

    private OperationReference scenarioC(@Nullable Party causedBy, Duration before) {
        Map<Party, Seats> committed = Map.of(FR, seats(10, 10), FI, seats(5, 5), SE, seats(5, 5));
        OperationReference flight = flight(FR, committed);
        agreed(
                flight,
                committed,
                List.of(
                        common(1, CostCategory.CHARTER, 24_000_000, FR, Set.of(FR, FI, SE), Key.PER_SEAT),
                        direct(2, CostCategory.CONNECTING_FLIGHT, 5_437_825, FI),
                        direct(3, CostCategory.CONNECTING_FLIGHT, 310_000, SE)));
        decide(flight, FR, Fund.FRONTEX, 100, 250_000);
        decide(flight, FI, Fund.FRONTEX, 100, 60_000);
        decide(flight, SE, Fund.FRONTEX, 100, 5_000);
        Instant cancelled = DEPARTURE.toInstant().minus(before);
        Money price = Money.euro(24_000_000);
        Money fee = FeeLadder.of(new CarrierQuote.FeePercents(20, 40, 100)).fee(price, before);
        contracts.put(
                new Contract(flight, FR, "Test Air", price, Instant.parse("2027-04-20T10:00:00Z"), cancelled, fee));
        cancellations.add(
                new Cancellation(flight, "Landing clearance withdrawn", causedBy, cancelled, before, "frcoordinator"));
        return flight;
    }

    private void everybodyClaimsInC(OperationReference flight) {
        claimsNothing(flight, FR);
        claims(flight, FI, "2", "54,378.25", false);
        claims(flight, SE, "3", "3,100.00", false);
        nobodyElseClaims(flight);
    }

    private String residual(OperationReference flight, Claim charter, Party party) {
        return postings.of(flight).stream()
                .filter(posting -> posting.kind() == Posting.Kind.SHARE)
                .filter(posting -> Long.valueOf(charter.id()).equals(posting.claim()))
                .filter(posting -> posting.party().equals(party))
                .map(posting -> posting.amount().negated().decimal().toPlainString())
                .findFirst()
                .orElseThrow();
    }
}
