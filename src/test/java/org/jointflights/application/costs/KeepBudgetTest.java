package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.costs.CostServices.british;
import static org.jointflights.application.costs.CostServices.charter;
import static org.jointflights.application.costs.CostServices.euro;
import static org.jointflights.application.costs.CostServices.shared;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Limit;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepBudgetTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final CostServices costs = new CostServices(ports);
    private final KeepBudget budget = costs.budget;

    @BeforeEach
    void a_flight_whose_costs_are_entered() {
        ParisToLagos.at(Stage.COST_SHARING, ports);
        ports.user.is("frcoordinator", "FRcoordinator");
    }

    @Test
    void a_common_cost_is_shared_by_all_that_take_part() {
        int position = budget.add(REFERENCE, charter(Key.PER_RETURNEE));

        assertThat(position).isEqualTo(1);
        assertThat(ports.budgets.of(REFERENCE))
                .containsExactly(new BudgetLine(
                        REFERENCE,
                        euro(26_200_000),
                        Set.of(),
                        CostItem.common(
                                1,
                                "Charter",
                                CostCategory.CHARTER,
                                Money.euro(26_200_000),
                                FR,
                                Set.of(FR, GB),
                                Key.PER_RETURNEE),
                        false,
                        null));
        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of(
                        "trail.item.added",
                        1,
                        "Charter",
                        Money.euro(26_200_000),
                        Sentence.of("costs.key.PER_RETURNEE")));
    }

    @Test
    void a_direct_cost_is_its_partys_whatever_key_was_chosen() {
        budget.add(REFERENCE, CostServices.by(Key.STAND_ALONE, british("Escorts", euro(500))));

        CostItem item = ports.budgets.get(REFERENCE, 1).item();
        assertThat(item.sharers()).containsExactly(GB);
        assertThat(item.key()).isEqualTo(Key.EQUAL);
        assertThat(ports.trail.last().what().arguments().get(3)).isEqualTo(Sentence.of("costs.budget.direct", GB));
    }

    @Test
    void tax_that_is_not_recovered_is_shared() {
        Price price = new Price(Money.euro(1_000), Money.euro(200), false);
        budget.add(REFERENCE, CostServices.common(CostCategory.OTHER, "Buses", price, Key.EQUAL));

        assertThat(ports.budgets.get(REFERENCE, 1).item().amount()).isEqualTo(Money.euro(1_200));
        assertThat(ports.trail.last().what().arguments().get(2)).isEqualTo(Money.euro(1_200));
    }

    @Test
    void a_line_is_changed_in_its_place_and_the_trail_says_from_what_to_what() {
        budget.add(REFERENCE, charter(Key.PER_RETURNEE));
        budget.change(REFERENCE, 1, british("Escorts", euro(500)));

        assertThat(ports.budgets.of(REFERENCE)).hasSize(1);
        assertThat(ports.budgets.get(REFERENCE, 1).description()).isEqualTo("Escorts");
        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of(
                        "trail.item.changed",
                        1,
                        "Charter",
                        Money.euro(26_200_000),
                        Sentence.of("costs.key.PER_RETURNEE"),
                        "Escorts",
                        Money.euro(500),
                        Sentence.of("costs.budget.direct", GB)));
    }

    @Test
    void the_number_of_a_line_that_was_removed_is_not_used_again() {
        budget.add(REFERENCE, charter(Key.PER_RETURNEE));
        budget.remove(REFERENCE, 1);

        assertThat(ports.trail.last().what())
                .isEqualTo(Sentence.of("trail.item.removed", 1, "Charter", Money.euro(26_200_000)));
        assertThat(ports.budgets.of(REFERENCE)).isEmpty();
        assertThat(budget.add(REFERENCE, charter(Key.EQUAL))).isEqualTo(2);
    }

    @Test
    void a_line_that_is_not_there_is_neither_changed_nor_removed() {
        refusal(Unknown.class, "costs.budget.line.unknown", () -> budget.change(REFERENCE, 1, charter(Key.EQUAL)));
        refusal(Unknown.class, "costs.budget.line.unknown", () -> budget.remove(REFERENCE, 1));
        requireNothing();
    }

    @Test
    void five_hundred_lines_are_the_most() {
        budget.add(REFERENCE, british("Escorts", euro(500)));
        BudgetLine first = ports.budgets.get(REFERENCE, 1);
        for (int position = 2; position < 500; position++) {
            ports.budgets.put(new BudgetLine(REFERENCE, first.price(), first.named(), item(position), false, null));
        }
        assertThat(budget.add(REFERENCE, charter(Key.EQUAL))).isEqualTo(500);

        refusal(BadInput.class, "costs.budget.lines.tooMany", () -> budget.add(REFERENCE, charter(Key.EQUAL)));
        assertThat(ports.budgets.of(REFERENCE)).hasSize(500);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, costs.budget.amount.positive, amount",
        "100000000000, 0, costs.budget.amount.most, amount",
        "1, 100000000000, costs.budget.amount.most, vat"
    })
    void what_is_no_amount_is_refused(long net, long vat, String code, String field) {
        Price price = new Price(Money.euro(net), Money.euro(vat), true);

        BadInput refused = refusal(BadInput.class, code, () -> budget.add(REFERENCE, british("Escorts", price)));
        assertThat(refused.field()).isEqualTo(field);
        requireNothing();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "99999999999, 99999999999"})
    void the_least_and_the_most_will_do(long net, long vat) {
        budget.add(REFERENCE, british("Escorts", new Price(Money.euro(net), Money.euro(vat), true)));

        assertThat(ports.budgets.of(REFERENCE)).hasSize(1);
    }

    @Test
    void a_description_has_a_hundred_characters_at_most() {
        budget.add(REFERENCE, british("x".repeat(100), euro(1)));

        BadInput refused = refusal(
                BadInput.class,
                "costs.budget.description.length",
                () -> budget.add(REFERENCE, british("x".repeat(101), euro(1))));
        assertThat(refused.field()).isEqualTo("description");
        assertThat(ports.budgets.of(REFERENCE)).hasSize(1);
    }

    @Test
    void who_does_not_take_part_neither_pays_nor_shares() {
        BadInput payer = refusal(
                BadInput.class,
                "costs.budget.party.notAboard",
                () -> budget.add(REFERENCE, shared("Buses", ES, Set.of(FR, GB))));
        assertThat(payer.field()).isEqualTo("payer");
        assertThat(payer.asSentence().arguments()).contains("FR, FX, GB");
        BadInput sharer = refusal(
                BadInput.class,
                "costs.budget.party.notAboard",
                () -> budget.add(REFERENCE, shared("Buses", FR, Set.of(FR, ES))));
        assertThat(sharer.field()).isEqualTo("sharers");
        assertThat(sharer.value()).isEqualTo("ES");
        requireNothing();
    }

    @Test
    void frontex_and_the_organiser_may_pay_and_share_without_a_seat() {
        ports.participations.put(ports.participations
                .get(REFERENCE, FR)
                .withdrawn(WithdrawalCause.LEGAL, "why", ports.clock.instant(), DEPARTURE));

        assertThat(budget.accountable(REFERENCE)).containsExactly(FR, Party.FRONTEX, GB);
        budget.add(REFERENCE, shared("Buses", Party.FRONTEX, Set.of(FR, Party.FRONTEX)));
        assertThat(ports.budgets.get(REFERENCE, 1).named()).containsExactly(FR, Party.FRONTEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STAND_ALONE", "TAU", "NUCLEOLUS"})
    void a_key_that_needs_more_than_the_plan_is_not_offered(Key key) {
        BadInput refused = refusal(BadInput.class, "common.choice", () -> budget.add(REFERENCE, charter(key)));

        assertThat(refused.field()).isEqualTo("key");
        assertThat(refused.asSentence().arguments().get(2).toString())
                .startsWith("LEG_SHARE_BY_SEATS, ")
                .doesNotContain(key.name());
        requireNothing();
    }

    @Test
    void a_key_that_cannot_divide_the_cost_is_refused() {
        nobodyOfFranceFlies();

        NewItem item = CostServices.by(Key.PER_SEAT, shared("Buses", FR, Set.of(FR, Party.FRONTEX)));
        refusal(BadInput.class, "costs.weights.zero", () -> budget.add(REFERENCE, item));
        requireNothing();
    }

    @Test
    void the_manager_fixes_one_key_for_all_that_is_shared() {
        budget.add(REFERENCE, charter(Key.PER_RETURNEE));
        budget.add(REFERENCE, british("Escorts", euro(500)));

        budget.fixKey(REFERENCE, Key.PER_SEAT, "Three rounds are enough.");

        assertThat(ports.budgets.of(REFERENCE))
                .extracting(line -> line.item().key())
                .containsExactly(Key.PER_SEAT, Key.EQUAL);
        assertThat(ports.trail.last().what())
                .isEqualTo(
                        Sentence.of("trail.keyFixed", Sentence.of("costs.key.PER_SEAT"), "Three rounds are enough."));
    }

    @Test
    void a_line_that_nobody_is_left_to_share_does_not_hinder_the_manager() {
        budget.add(REFERENCE, shared("Buses", FR, Set.of(FR, GB)));
        BudgetLine line = ports.budgets.get(REFERENCE, 1);
        ports.budgets.put(
                new BudgetLine(REFERENCE, line.price(), Set.of(ES, new Party("SE")), line.item(), true, null));

        budget.fixKey(REFERENCE, Key.PER_SEAT, "why");

        assertThat(ports.budgets.get(REFERENCE, 1).leftOut()).isTrue();
        assertThat(ports.budgets.get(REFERENCE, 1).item().key()).isEqualTo(Key.PER_SEAT);
    }

    @Test
    void who_has_dropped_out_since_the_last_split_does_not_count_when_the_key_is_fixed() {
        budget.add(REFERENCE, charter(Key.EQUAL));
        ports.participations.put(ports.participations
                .get(REFERENCE, GB)
                .withdrawn(WithdrawalCause.LEGAL, "why", ports.clock.instant(), DEPARTURE));
        ports.participations.put(
                ports.participations.get(REFERENCE, ES).declared(Seats.NONE, "CDG", null, ports.clock.instant()));
        nobodyOfFranceFlies();

        refusal(BadInput.class, "costs.weights.zero", () -> budget.fixKey(REFERENCE, Key.PER_SEAT, "why"));
        assertThat(ports.budgets.get(REFERENCE, 1).item().key()).isEqualTo(Key.EQUAL);
    }

    @Test
    void the_manager_fixes_no_key_that_is_not_offered() {
        budget.add(REFERENCE, charter(Key.EQUAL));
        int before = ports.traces().size();

        refusal(BadInput.class, "common.choice", () -> budget.fixKey(REFERENCE, Key.CUSTOM, "why"));
        assertThat(ports.traces()).hasSize(before);
    }

    private static CostItem item(int position) {
        return CostItem.direct(position, "Escorts", CostCategory.ESCORTS, Money.euro(500), GB, GB);
    }

    private void nobodyOfFranceFlies() {
        ports.participations.put(
                ports.participations.get(REFERENCE, FR).declared(Seats.NONE, "CDG", null, ports.clock.instant()));
    }

    private void requireNothing() {
        assertThat(ports.budgets.of(REFERENCE)).isEmpty();
        assertThat(ports.traces()).isEmpty();
    }

    @Test
    void a_cost_may_be_shared_by_agreed_weights_within_floors_and_caps() throws Exception {
        ItemTerms terms =
                new ItemTerms(Map.of(FR, 3L, GB, 1L), Map.of(FR, new Limit(Money.euro(0), Money.euro(6_000))));
        budget.add(REFERENCE, agreed(Key.CUSTOM, Set.of(FR, GB), terms));
        costs.convert.convert(REFERENCE);

        BudgetLine line = ports.budgets.get(REFERENCE, 1);
        assertThat(line.terms()).isEqualTo(terms);
        assertThat(line.entered().terms()).isEqualTo(terms);
        // Of 100.00 three quarters are 75.00, and the cap is 60.00.
        Split split = costs.split.forAnswers(REFERENCE, 1);
        assertThat(split.totals()).isEqualTo(Map.of(FR, Money.euro(6_000), GB, Money.euro(4_000)));
        assertThat(split.shares().get(0).reason(Locale.ENGLISH))
                .contains("shared by agreed weights", "within floors and caps");
        ports.splits.mark(REFERENCE, 1, Split.Status.AGREED);
        assertThat(costs.split.isOfThePlan(REFERENCE)).isTrue();
        assertThat(costs.compare.of(REFERENCE).get(Key.EQUAL))
                .isEqualTo(Map.of(FR, Money.euro(5_000), GB, Money.euro(5_000)));
        assertThat(ports.trail.of(REFERENCE)).anyMatch(entry -> entry.toString().contains("costs.key.CUSTOM"));
        // A key that is fixed for all needs no weights; the cap stays.
        budget.fixKey(REFERENCE, Key.PER_RETURNEE, "why");
        assertThat(ports.budgets.get(REFERENCE, 1).terms()).isEqualTo(new ItemTerms(Map.of(), terms.limits()));
    }

    @Test
    void terms_that_do_not_fit_the_cost_are_refused() {
        ItemTerms weights = new ItemTerms(Map.of(FR, 3L, GB, 1L), Map.of());
        Limit least = new Limit(Money.euro(5_001), Money.euro(9_000));

        refusal(
                BadInput.class,
                "costs.budget.weights.named",
                () -> budget.add(REFERENCE, agreed(Key.CUSTOM, Set.of(), weights)));
        refusal(
                BadInput.class,
                "costs.weights.fit",
                () -> budget.add(
                        REFERENCE, agreed(Key.CUSTOM, Set.of(FR, GB), new ItemTerms(Map.of(FR, 3L), Map.of()))));
        refusal(
                BadInput.class,
                "costs.weights.fit",
                () -> budget.add(REFERENCE, agreed(Key.EQUAL, Set.of(FR, GB), weights)));
        refusal(
                BadInput.class,
                "costs.floors.aboveTotal",
                () -> budget.add(
                        REFERENCE, agreed(Key.EQUAL, Set.of(), new ItemTerms(Map.of(), Map.of(FR, least, GB, least)))));
        refusal(
                BadInput.class,
                "costs.limits.stranger",
                () -> budget.add(
                        REFERENCE, agreed(Key.EQUAL, Set.of(FR, GB), new ItemTerms(Map.of(), Map.of(ES, least)))));
        requireNothing();
    }

    /** France alone is left of two who may pay 60.00 each, and the cost is 100.00: the split says so, and nothing is stored. */
    @Test
    void caps_that_no_longer_reach_the_cost_are_told_by_the_next_split() throws Exception {
        Limit most = new Limit(Money.euro(0), Money.euro(6_000));
        budget.add(REFERENCE, agreed(Key.EQUAL, Set.of(), new ItemTerms(Map.of(), Map.of(FR, most, GB, most))));
        ports.participations.put(ports.participations
                .get(REFERENCE, GB)
                .withdrawn(WithdrawalCause.LEGAL, "why", ports.clock.instant(), DEPARTURE));
        costs.convert.convert(REFERENCE);

        CannotDivide cannot = catchThrowableOfType(CannotDivide.class, () -> costs.split.forAnswers(REFERENCE, 1));
        assertThat(cannot.why().code()).isEqualTo("costs.caps.belowTotal");
        assertThat(ports.budgets.get(REFERENCE, 1).planned().limits()).isEmpty();
    }

    private static NewItem agreed(Key key, Set<Party> named, ItemTerms terms) {
        return new NewItem(CostCategory.HANDLING, "Buses", euro(10_000), FR, named, key, null, terms);
    }
}
