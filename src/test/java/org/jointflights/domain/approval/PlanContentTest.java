package org.jointflights.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.approval.Plan.FR;
import static org.jointflights.domain.approval.Plan.GB;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.weighted;
import static org.jointflights.domain.costs.Flights.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.approval.PlanContent.CostShare;
import org.jointflights.domain.approval.PlanContent.Part;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanContentTest {

    private static final PlanContent PLAN = Plan.of();
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    @Test
    void the_order_of_parts_costs_shares_and_decisions_does_not_matter() {
        PlanContent turned = with(
                PLAN.route(),
                PLAN.carrier(),
                PLAN.parts(),
                turn(PLAN.costs()),
                turn(PLAN.shares()),
                turn(PLAN.decisions()));

        assertThat(turned.canonical()).isEqualTo(PLAN.canonical());
        assertThat(turned.hash()).isEqualTo(PLAN.hash());
    }

    @Test
    void what_is_signed_today_has_the_same_hash_for_ever() {
        assertThat(PLAN.hash()).isEqualTo(CanonicalJson.hash(PLAN.canonical()));
        assertThat(PLAN.canonical())
                .startsWith("{\"carrier\":{\"fees\":[20,40,100],\"name\":\"Air Lagos\"")
                .contains("\"seats\":180")
                .contains("\"unitsPerEuro\":\"0.7800\"")
                .contains("{\"amount\":{\"currency\":\"EUR\",\"minor\":15000000},\"exact\":\"45000001/3\"");
    }

    @Test
    void a_signature_on_a_decision_does_not_change_what_is_signed() {
        List<FinancialDecision> signed = PLAN.decisions().stream()
                .map(decision -> new FinancialDecision(
                        decision.reference(),
                        decision.beneficiary(),
                        decision.declared(),
                        decision.terms(),
                        decision.ceiling(),
                        decision.categories(),
                        true,
                        true))
                .toList();

        assertThat(with(PLAN.route(), PLAN.carrier(), PLAN.parts(), PLAN.costs(), PLAN.shares(), signed)
                        .hash())
                .isEqualTo(PLAN.hash());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesThatBind")
    void any_signed_fact_changes_the_hash_and_voids_the_signatures(String what, PlanContent changed) {
        PlanVersion signed = PLAN.freeze(1, NOW).committed(NOW);

        assertThat(changed.hash()).isNotEqualTo(PLAN.hash());
        assertThat(signed.covers(changed)).isFalse();
    }

    static Stream<Arguments> changesThatBind() {
        CostItem charter = Plan.charter();
        return Stream.of(
                Arguments.of("another stop", route(Plan.route("LTN", 370))),
                Arguments.of("other kilometres", route(Plan.route("STN", 371))),
                Arguments.of("another carrier", carrier(Plan.carrier("Air Ikeja", 26_200_000))),
                Arguments.of("another price of the carrier", carrier(Plan.carrier("Air Lagos", 26_200_001))),
                Arguments.of("another amount", charter(charter.of(Money.euro(26_200_001)))),
                Arguments.of("another key", charter(charter.by(Key.EQUAL))),
                Arguments.of("another rule for empty seats", under(WithdrawalRule.USED)),
                Arguments.of("weights", charter(weighted(charter, Map.of(FR, 1L, GB, 2L)))),
                Arguments.of(
                        "another payer",
                        charter(CostItem.common(
                                charter.id(),
                                charter.description(),
                                charter.category(),
                                charter.amount(),
                                GB,
                                charter.sharers(),
                                charter.key()))),
                Arguments.of("other sharers", charter(charter.sharedBy(Set.of(FR)))),
                Arguments.of("a cap", charter(within(charter, Map.of(GB, atMost(Money.euro(20_000_000)))))),
                Arguments.of("other words", charter(renamed(charter))),
                Arguments.of("another rate", costs(List.of(Plan.charter(), Plan.transport("0.7801")))),
                Arguments.of("an item less", costs(List.of(Plan.charter()))),
                Arguments.of(
                        "another ceiling",
                        decisions(List.of(Plan.decision(FR, 29_500_001), Plan.decision(GB, 2_000_000)))),
                Arguments.of(
                        "another fund",
                        decisions(List.of(
                                Plan.decision(FR, 29_500_000),
                                FinancialDecision.unsigned(
                                        Plan.REFERENCE,
                                        GB,
                                        Fund.NATIONAL,
                                        new FundingTerms(Fund.NATIONAL, 0, "nationallyFinanced", true),
                                        Money.euro(0))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesOfHeads")
    void seats_and_shares_are_signed_but_fewer_heads_do_not_void_the_signatures(
            String what, PlanContent changed, boolean covered) {
        PlanVersion signed = PLAN.freeze(1, NOW).committed(NOW);

        assertThat(changed.hash()).isNotEqualTo(PLAN.hash());
        assertThat(signed.covers(changed)).isEqualTo(covered);
    }

    static Stream<Arguments> changesOfHeads() {
        Part french = new Part(Plan.FRENCH, "CDG", null);
        return Stream.of(
                Arguments.of("a returnee less", parts(Map.of(FR, french, GB, british(17, 38))), true),
                Arguments.of("a returnee more", parts(Map.of(FR, french, GB, british(19, 38))), false),
                Arguments.of(
                        "a returnee less for an escort more", parts(Map.of(FR, french, GB, british(17, 39))), false),
                Arguments.of(
                        "the French are handed over elsewhere",
                        parts(Map.of(FR, new Part(Plan.FRENCH, "CDG", "LOS"), GB, british(18, 38))),
                        true),
                Arguments.of("the law of another day", by(new FlightKind("2026/1 Art. 4", null, null)), true),
                Arguments.of(
                        "a named basis", by(new FlightKind("2019/1896 Art. 50", "Working arrangement", null)), true),
                Arguments.of("a state withdraws", parts(Map.of(FR, french)), true),
                Arguments.of(
                        "a state joins",
                        parts(Map.of(FR, french, GB, british(18, 38), new Party("SE"), british(1, 0))),
                        false),
                Arguments.of(
                        "other shares",
                        with(
                                PLAN.route(),
                                PLAN.carrier(),
                                PLAN.parts(),
                                PLAN.costs(),
                                List.of(Plan.share(1, FR, 26_200_000)),
                                PLAN.decisions()),
                        true));
    }

    @Test
    void everybody_with_a_seat_a_payment_or_a_share_is_a_payer() {
        Party se = new Party("SE");
        PlanContent more = with(
                PLAN.route(),
                PLAN.carrier(),
                PLAN.parts(),
                List.of(
                        Plan.charter(),
                        CostItem.direct(
                                3, "Mission", CostCategory.FRONTEX_MISSION, Money.euro(125_000), Party.FRONTEX, se)),
                List.of(Plan.share(3, se, 125_000)),
                PLAN.decisions());

        assertThat(more.states()).containsExactly(FR, GB);
        assertThat(more.payers()).containsExactly(FR, Party.FRONTEX, GB, se);
        assertThat(more.total()).isEqualTo(Money.euro(26_325_000));
    }

    private static Part british(int returnees, int escorts) {
        return new Part(new Seats(returnees, escorts, 0, 0, 0, 0), "STN", null);
    }

    private static PlanContent by(FlightKind kind) {
        return new PlanContent(
                PLAN.reference(),
                PLAN.organiser(),
                PLAN.destination(),
                PLAN.departure(),
                new PlanContent.Law(FlightType.JRO, kind),
                PLAN.route(),
                PLAN.carrier(),
                PLAN.parts(),
                PLAN.withdrawalRule(),
                PLAN.costs(),
                PLAN.shares(),
                PLAN.decisions());
    }

    private static PlanContent route(Route route) {
        return with(route, PLAN.carrier(), PLAN.parts(), PLAN.costs(), PLAN.shares(), PLAN.decisions());
    }

    private static PlanContent carrier(CarrierQuote carrier) {
        return with(PLAN.route(), carrier, PLAN.parts(), PLAN.costs(), PLAN.shares(), PLAN.decisions());
    }

    private static PlanContent parts(Map<Party, Part> parts) {
        return with(PLAN.route(), PLAN.carrier(), parts, PLAN.costs(), PLAN.shares(), PLAN.decisions());
    }

    private static CostItem renamed(CostItem item) {
        return CostItem.common(
                item.id(), "Aircraft", item.category(), item.amount(), item.payer(), item.sharers(), item.key());
    }

    private static PlanContent charter(CostItem charter) {
        return costs(List.of(charter, Plan.transport("0.7800")));
    }

    private static PlanContent costs(List<CostItem> costs) {
        return with(PLAN.route(), PLAN.carrier(), PLAN.parts(), costs, PLAN.shares(), PLAN.decisions());
    }

    private static PlanContent decisions(List<FinancialDecision> decisions) {
        return with(PLAN.route(), PLAN.carrier(), PLAN.parts(), PLAN.costs(), PLAN.shares(), decisions);
    }

    private static PlanContent under(WithdrawalRule rule) {
        return new PlanContent(
                PLAN.reference(),
                PLAN.organiser(),
                PLAN.destination(),
                PLAN.departure(),
                PLAN.law(),
                PLAN.route(),
                PLAN.carrier(),
                PLAN.parts(),
                rule,
                PLAN.costs(),
                PLAN.shares(),
                PLAN.decisions());
    }

    private static PlanContent with(
            Route route,
            CarrierQuote carrier,
            Map<Party, Part> parts,
            List<CostItem> costs,
            List<CostShare> shares,
            List<FinancialDecision> decisions) {
        return new PlanContent(
                PLAN.reference(),
                PLAN.organiser(),
                PLAN.destination(),
                PLAN.departure(),
                PLAN.law(),
                route,
                carrier,
                parts,
                PLAN.withdrawalRule(),
                costs,
                shares,
                decisions);
    }

    private static <T> List<T> turn(List<T> list) {
        List<T> turned = new ArrayList<>(list);
        Collections.reverse(turned);
        return turned;
    }
}
