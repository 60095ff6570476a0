package org.jointflights.web.settlement.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.weighted;
import static org.jointflights.domain.costs.Flights.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.Split;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.application.settlement.Workings;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CarryAccounts;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.ItemShare;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.SharedRoute;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalAccounts;
import org.jointflights.domain.settlement.FinalCost;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.jointflights.domain.settlement.Ledger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The spreadsheet is recalculated by a library that did not write it. */
class StatementXlsxTest {

    private static final Party AT = new Party("AT");
    private static final Party DE = new Party("DE");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party SE = new Party("SE");
    private static final Set<Party> ALL = Set.of(AT, DE, FR, GB, SE);

    private static final List<Participant> JANUARY_2010 =
            List.of(returnees(AT, 36), returnees(DE, 3), returnees(FR, 1), returnees(GB, 9), returnees(SE, 4));

    private static final SharedRoute ROUTE = new SharedRoute(
            List.of(
                    new SharedRoute.Stop("VIE", Set.of()),
                    new SharedRoute.Stop("PRN", Set.of(AT, DE, FR, SE)),
                    new SharedRoute.Stop("TIA", Set.of(GB)),
                    new SharedRoute.Stop("VIE", Set.of())),
            List.of(new SharedRoute.Leg(706, ALL), new SharedRoute.Leg(168, Set.of(GB)), new SharedRoute.Leg(784, ALL)),
            List.of(
                    new SharedRoute.Shortcut(0, 2, 784),
                    new SharedRoute.Shortcut(0, 3, 0),
                    new SharedRoute.Shortcut(1, 3, 706)));

    @Test
    void every_share_is_worked_out_again_to_the_posted_cent_and_every_check_is_true() throws IOException {
        List<CostItem> items = new ArrayList<>();
        for (Key key : List.of(
                Key.PER_RETURNEE,
                Key.EQUAL,
                Key.LEG_SHARE_BY_RETURNEES,
                Key.LEG_SHARE_BY_STATE,
                Key.ROUTE_SHAPLEY,
                Key.ROUTE_SHAPLEY_BY_RETURNEES,
                Key.SEPARABLE_COSTS)) {
            items.add(CostItem.common(
                    items.size() + 1, "by " + key, CostCategory.CHARTER, Money.euro(48_026_20), AT, ALL, key));
        }
        items.add(CostItem.direct(8, "=escorts", CostCategory.ESCORTS, Money.euro(3_499_99), GB, GB));
        items.add(
                CostItem.common(9, "refund", CostCategory.CHARTER, Money.euro(-10_000_01), AT, ALL, Key.PER_RETURNEE));
        items.add(within(
                CostItem.common(10, "capped", CostCategory.CHARTER, Money.euro(10_000_00), AT, ALL, Key.PER_RETURNEE),
                Map.of(AT, atMost(Money.euro(3_000_00)))));
        items.add(weighted(
                CostItem.common(
                        11, "weighed", CostCategory.CHARTER, Money.euro(1_00), AT, Set.of(AT, DE, FR), Key.EQUAL),
                Map.of(AT, 1L, DE, 1L, FR, 4L)));

        CostShares shares = CostSharing.share(CostInput.of(JANUARY_2010, ROUTE, items));
        try (RecalculatedBook book = recalculated(shares)) {
            requireSame(book, shares);
            // The published case: 48,026.20 by returnees.
            assertThat(Stream.of("O4", "O5", "O6", "O7", "O8").map(cell -> book.cents("Plan", cell)))
                    .containsExactly(3_262_157L, 271_846L, 90_616L, 815_539L, 362_462L);
            assertThat(book.isFormula("Plan", "B39")).isFalse();
            assertThat(book.text("Plan", "B39")).isEqualTo("8 =escorts");
            assertThat(book.isFormula("Plan", "G4")).as("weights by returnees").isTrue();
            assertThat(book.isFormula("Plan", "G14")).as("weights by legs").isTrue();
        }
    }

    @Test
    void a_thousand_random_shares_agree_with_their_sheets() throws IOException {
        Random random = new Random(20100114);
        int postings = 0;
        // What a sheet sums again grows with the square of its rows: five short ones are as many shares.
        for (int sheet = 0; sheet < 5; sheet++) {
            CostShares shares = CostSharing.share(CostInput.of(JANUARY_2010, ROUTE, randomItems(random, 50)));
            postings += shares.postings().size();
            try (RecalculatedBook book = recalculated(shares)) {
                requireSame(book, shares);
            }
        }
        assertThat(postings).isGreaterThan(900);
    }

    private static List<CostItem> randomItems(Random random, int number) {
        List<CostItem> items = new ArrayList<>();
        Key[] keys = {Key.EQUAL, Key.PER_RETURNEE, Key.LEG_SHARE_BY_RETURNEES, Key.LEG_SHARE_BY_STATE};
        for (int i = 0; i < number; i++) {
            Set<Party> sharers = new TreeSet<>();
            ALL.stream().sorted().filter(party -> random.nextInt(4) > 0).forEach(sharers::add);
            sharers.add(GB);
            long cents = random.nextInt(200_000_000) - 20_000_000L;
            items.add(CostItem.common(
                    i + 1,
                    "item",
                    CostCategory.CHARTER,
                    Money.euro(cents),
                    AT,
                    sharers,
                    keys[random.nextInt(keys.length)]));
        }
        return items;
    }

    @Test
    void a_figure_that_somebody_changed_makes_the_checks_false() throws IOException {
        CostShares shares = CostSharing.share(CostInput.of(
                JANUARY_2010,
                ROUTE,
                List.of(CostItem.common(
                        1, "charter", CostCategory.CHARTER, Money.euro(48_026_20), AT, ALL, Key.PER_RETURNEE))));
        try (RecalculatedBook book = recalculated(shares)) {
            int austria = book.row("Weights of the plan", "A", "AT");
            // 37 returnees of Austria instead of 36, where they are entered.
            book.type("Weights of the plan", "B" + austria, 37);

            assertThat(book.truth("Plan", "S4")).isFalse();
            assertThat(book.text("Plan", "S1")).isEqualTo("differs");
            assertThat(book.everythingAgrees()).isFalse();
        }
    }

    private static void requireSame(RecalculatedBook book, CostShares shares) {
        List<ItemShare> postings = shares.postings();
        for (int i = 0; i < postings.size(); i++) {
            int row = 4 + i;
            ItemShare posting = postings.get(i);
            assertThat(book.isFormula("Plan", "O" + row)).isTrue();
            assertThat(book.cents("Plan", "Q" + row))
                    .as("%s of %s", posting.party(), posting.item().id())
                    .isEqualTo(posting.posted().minor());
            assertThat(book.truth("Plan", "S" + row)).isTrue();
            assertThat(book.truth("Plan", "T" + row))
                    .as("exact: " + posting.item().id())
                    .isTrue();
        }
        for (Map.Entry<Party, Money> total : shares.totals().entrySet()) {
            int row = book.row("Totals", "A", total.getKey().code());
            assertThat(book.cents("Totals", "B" + row))
                    .isEqualTo(total.getValue().minor());
            assertThat(book.cents("Totals", "C" + row))
                    .isEqualTo(total.getValue().minor());
            assertThat(book.truth("Totals", "F" + row)).isTrue();
        }
        assertThat(book.cents("Totals", "B" + book.row("Totals", "A", "Total")))
                .isEqualTo(shares.total().minor());
        assertThat(book.everythingAgrees()).isTrue();
        book.requireSameInEveryCell();
    }

    @Test
    void the_accounts_and_the_final_posting_are_worked_out_again_too() throws IOException {
        CostInput frame = CostInput.of(JANUARY_2010, ROUTE, List.of());
        List<FinalCost> costs = List.of(
                new FinalCost(
                        Money.euro(10_000_00),
                        CostItem.common(
                                1, "Charter", CostCategory.CHARTER, Money.euro(48_026_20), AT, ALL, Key.PER_RETURNEE)),
                new FinalCost(
                        Money.euro(0),
                        CostItem.common(
                                2, "Handling", CostCategory.HANDLING, Money.euro(1_000_01), GB, ALL, Key.EQUAL)));
        List<GrantRule> rules = List.of(GrantRule.of(AT, Fund.FRONTEX, BigFraction.of(1, 3), Money.euro(100_000_00)));
        CarryAccounts before =
                FinalAccounts.post(costs, rules, frame, CarryAccounts.EMPTY).accounts();
        FinalAccounts.Posted posted = FinalAccounts.post(costs, rules, frame, before);
        Ledger signed = new Ledger(new Ledger(List.of()).toBecome(FinalAccounts.of(costs, rules, frame), 1));
        List<org.jointflights.domain.settlement.Posting> all = new ArrayList<>(signed.postings());
        all.addAll(signed.toPost(posted.shares(), 1));
        assertThat(all).hasSizeGreaterThan(signed.postings().size());
        OperationReference flight = new OperationReference("JRO-2010-0001");
        FinalPosting last = new FinalPosting(flight, 1, Instant.EPOCH, posted.shares());

        CostShares plan = CostSharing.share(frame.with(List.of(costs.get(0).item())));
        Workings workings = new Workings(
                costs, rules, frame.with(costs.stream().map(FinalCost::item).toList()));
        try (RecalculatedBook book =
                new RecalculatedBook(written(accounts(plan, all, last), workings, Locale.ENGLISH))) {
            assertThat(posted.shares()).anyMatch(share -> !share.difference().isZero());
            assertThat(book.text("Shares", "R3")).isEqualTo("As posted");
            assertThat(book.text("Plan", "R3")).isEqualTo("Planned, not yet posted");
            assertThat(book.requireSameInEveryCell()).isGreaterThan(200);
            for (int i = 0; i < posted.shares().size(); i++) {
                int row = 4 + i;
                FinalShare share = posted.shares().get(i);
                assertThat(book.cents("Shares", "O" + row))
                        .as("what was signed, by formulas")
                        .isEqualTo(share.signed().minor());
                assertThat(book.cents("Shares", "Q" + row))
                        .as("what was posted, by formulas")
                        .isEqualTo(share.posted().minor());
                assertThat(book.cents("Shares", "R" + row))
                        .isEqualTo(share.posted().minor());
                assertThat(book.isFormula("Final posting", "M" + row)).isTrue();
                assertThat(book.cents("Final posting", "M" + row))
                        .isEqualTo(share.posted().minor());
                BigDecimal carriedOn = share.carryAfter().bigDecimalValue(8, RoundingMode.HALF_EVEN);
                assertThat(BigDecimal.valueOf(book.number("Final posting", "Q" + row))
                                .subtract(carriedOn)
                                .abs())
                        .isLessThan(new BigDecimal("0.0000001"));
                assertThat(book.truth("Final posting", "R" + row)).isTrue();
            }
            // A third of 10,000.00 is Frontex’s, of an eligible part of the charter.
            assertThat(book.isFormula("Grants", "R4")).isTrue();
            assertThat(book.cents("Grants", "R4")).isEqualTo(3_333_33L);
            assertThat(book.cents("Grants", "S4")).isEqualTo(3_333_33L);
            assertThat(book.cents("Shares", "E4")).isEqualTo(48_026_20L - 3_333_33L);
            int austria = book.row("Totals", "A", "AT");
            assertThat(book.cents("Totals", "C" + austria)).as("planned").isEqualTo(32_621_57L);
            assertThat(book.cents("Totals", "E" + austria))
                    .as("posted")
                    .isEqualTo(posted.shares().stream()
                            .filter(share -> share.party().equals(AT))
                            .mapToLong(share -> share.posted().minor())
                            .sum());
            assertThat(book.everythingAgrees()).isTrue();
            for (int i = 0; i < all.size(); i++) {
                assertThat(book.cents("Accounts", "G" + (4 + i)))
                        .isEqualTo(all.get(i).amount().minor());
            }
        }
    }

    @Test
    void a_weight_a_rate_a_ceiling_a_carry_or_a_posting_that_is_changed_turns_the_check_to_false() throws IOException {
        CostInput frame = CostInput.of(JANUARY_2010, ROUTE, List.of());
        List<FinalCost> costs = List.of(new FinalCost(
                Money.euro(48_026_20),
                CostItem.common(
                        1,
                        "Charter",
                        CostCategory.CHARTER,
                        Money.euro(48_026_20),
                        AT,
                        ALL,
                        Key.LEG_SHARE_BY_RETURNEES)));
        List<GrantRule> rules = List.of(GrantRule.of(AT, Fund.FRONTEX, BigFraction.of(7, 10), Money.euro(30_000_00)));
        CarryAccounts before =
                FinalAccounts.post(costs, rules, frame, CarryAccounts.EMPTY).accounts();
        FinalAccounts.Posted posted = FinalAccounts.post(costs, rules, frame, before);
        Ledger signed = new Ledger(new Ledger(List.of()).toBecome(FinalAccounts.of(costs, rules, frame), 1));
        List<org.jointflights.domain.settlement.Posting> all = new ArrayList<>(signed.postings());
        all.addAll(signed.toPost(posted.shares(), 1));
        FinalPosting last =
                new FinalPosting(new OperationReference("JRO-2010-0001"), 1, Instant.EPOCH, posted.shares());
        List<CostItem> items = costs.stream().map(FinalCost::item).toList();
        byte[] file = written(
                accounts(CostSharing.share(frame.with(items)), all, last),
                new Workings(costs, rules, frame.with(items)),
                Locale.ENGLISH);
        Map<String, Double> changes = Map.of(
                "Weights!B4", 37.0,
                "Weights!B11", 707.0,
                "Weights of the plan!B4", 37.0,
                "Grants!H4", 29_000.0,
                "Final posting!F4", 0.9,
                "Shares!R4", 1.0,
                "Plan!R4", 1.0,
                "Accounts!G4", 48_026.21);
        try (RecalculatedBook book = new RecalculatedBook(file)) {
            assertThat(book.everythingAgrees()).isTrue();
            assertThat(book.text("Weights", "A11")).isEqualTo("VIE–PRN");
        }
        for (Map.Entry<String, Double> change : changes.entrySet()) {
            try (RecalculatedBook book = new RecalculatedBook(file)) {
                int bang = change.getKey().indexOf('!');
                book.type(change.getKey().substring(0, bang), change.getKey().substring(bang + 1), change.getValue());
                assertThat(book.everythingAgrees()).as(change.toString()).isFalse();
            }
        }
    }

    /** Three escorts capped at 2,000.00 under 4/5 and a charge of 100.02: the cap holds to the cent. */
    @Test
    void grants_by_category_are_worked_out_again_with_caps_and_one_ceiling() throws IOException {
        CostInput frame = CostInput.of(JANUARY_2010, ROUTE, List.of());
        Random random = new Random(12);
        for (int round = 0; round < 20; round++) {
            List<FinalCost> costs = new ArrayList<>();
            CostCategory[] categories = {CostCategory.ESCORTS, CostCategory.CHARTER, CostCategory.HANDLING};
            for (int i = 1; i <= 6; i++) {
                Money paid = Money.euro(round == 0 && i <= 3 ? 1_000_00 : 1 + random.nextInt(200_000));
                costs.add(new FinalCost(
                        paid,
                        CostItem.common(
                                i, "Cost", categories[i <= 3 ? 0 : random.nextInt(3)], paid, AT, ALL, Key.EQUAL)));
            }
            GrantRule rule = new GrantRule(
                    AT,
                    Fund.FRONTEX,
                    BigFraction.of(4, 5),
                    Map.of(CostCategory.HANDLING, BigFraction.of(1 + random.nextInt(80), 100)),
                    Map.of(CostCategory.ESCORTS, Money.euro(round == 0 ? 2_000_00 : random.nextInt(300_000))),
                    Money.euro(round % 2 == 0 ? 100_000_00 : random.nextInt(400_000)));
            List<GrantRule> rules = List.of(rule);
            Ledger ledger = new Ledger(new Ledger(List.of()).toBecome(FinalAccounts.of(costs, rules, frame), 1));
            List<CostItem> items = costs.stream().map(FinalCost::item).toList();
            byte[] file = written(
                    accounts(CostSharing.share(frame.with(items)), ledger.postings(), null),
                    new Workings(costs, rules, frame.with(items)),
                    Locale.ENGLISH);
            try (RecalculatedBook book = new RecalculatedBook(file)) {
                book.requireSameInEveryCell();
                assertThat(book.everythingAgrees()).as("round " + round).isTrue();
                if (round == 0) {
                    assertThat(book.cents("Grants by category", "AB4")
                                    + book.cents("Grants by category", "AB5")
                                    + book.cents("Grants by category", "AB6"))
                            .isLessThanOrEqualTo(2_000_00L);
                    book.type("Grants by category", "I5", 1_900);
                    assertThat(book.everythingAgrees()).isFalse();
                }
            }
        }
    }

    private static RecalculatedBook recalculated(CostShares shares) throws IOException {
        return new RecalculatedBook(written(accounts(shares, List.of(), null), Workings.NONE, Locale.ENGLISH));
    }

    private static byte[] written(FlightAccounts accounts, Workings workings, Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatementXlsx.write(accounts, workings, List.of(), language, out);
        return out.toByteArray();
    }

    /** The plan as it is stored when it is split, and what has been posted since. */
    private static FlightAccounts accounts(
            CostShares shares,
            List<org.jointflights.domain.settlement.Posting> postings,
            @Nullable FinalPosting posted) {
        OperationReference flight = new OperationReference("JRO-2010-0001");
        Split split = new Split(
                flight,
                1,
                1,
                Split.Status.AGREED,
                shares.input(),
                shares.postings().stream()
                        .map(posting -> new Share(
                                posting.item().id(),
                                posting.party(),
                                posting.posted(),
                                posting.exact(),
                                posting.reason()))
                        .toList(),
                List.of(),
                Instant.EPOCH);
        return new FlightAccounts(
                flight,
                null,
                null,
                new TreeSet<>(ALL),
                List.of(),
                new Ledger(postings),
                posted,
                List.of(),
                split,
                null,
                WithdrawalRule.COMMITTED);
    }

    private static Participant returnees(Party party, int returnees) {
        return Participant.committed(party, new Seats(returnees, 0, 0, 0, 0, 0));
    }
}
