package org.jointflights.web.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.weighted;
import static org.jointflights.domain.costs.Flights.within;

import java.io.ByteArrayInputStream;
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
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.Split;
import org.jointflights.application.settlement.FlightAccounts;
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
        try (Workbook book = recalculated(shares)) {
            requireSame(book, shares);
            Sheet sheet = book.getSheetAt(0);
            // The published case: 48,026.20 by returnees.
            assertThat(List.of(cents(sheet, 3), cents(sheet, 4), cents(sheet, 5), cents(sheet, 6), cents(sheet, 7)))
                    .containsExactly(3_262_157L, 271_846L, 90_616L, 815_539L, 362_462L);
            assertThat(sheet.getRow(3 + 35).getCell(1).getCellType()).isEqualTo(CellType.STRING);
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
            try (Workbook book = recalculated(shares)) {
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
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(written(shares)))) {
            book.getSheetAt(0).getRow(3).getCell(4).setCellValue(37);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();

            assertThat(book.getSheetAt(0).getRow(3).getCell(14).getBooleanCellValue())
                    .isFalse();
            assertThat(book.getSheetAt(0).getRow(0).getCell(14).getStringCellValue())
                    .isEqualTo("differs");
            assertThat(everythingAgrees(book)).isFalse();
        }
    }

    private static void requireSame(Workbook book, CostShares shares) {
        Sheet sheet = book.getSheetAt(0);
        List<ItemShare> postings = shares.postings();
        for (int i = 0; i < postings.size(); i++) {
            Row row = sheet.getRow(3 + i);
            ItemShare posting = postings.get(i);
            assertThat(row.getCell(12).getCellType()).isEqualTo(CellType.FORMULA);
            assertThat(cents(sheet, 3 + i))
                    .as("%s of %s", posting.party(), posting.item().id())
                    .isEqualTo(posting.posted().minor());
            assertThat(row.getCell(14).getBooleanCellValue()).isTrue();
            assertThat(row.getCell(15).getBooleanCellValue())
                    .as("exact: " + posting.item().id())
                    .isTrue();
        }
        Sheet totals = book.getSheetAt(1);
        int row = 3;
        for (Map.Entry<Party, Money> total : shares.totals().entrySet()) {
            assertThat(totals.getRow(row).getCell(0).getStringCellValue())
                    .isEqualTo(total.getKey().code());
            assertThat(cents(totals.getRow(row).getCell(1)))
                    .isEqualTo(total.getValue().minor());
            assertThat(totals.getRow(row).getCell(3).getBooleanCellValue()).isTrue();
            row++;
        }
        assertThat(cents(totals.getRow(row).getCell(1)))
                .isEqualTo(shares.total().minor());
        assertThat(everythingAgrees(book)).isTrue();
    }

    private static boolean everythingAgrees(Workbook book) {
        Sheet totals = book.getSheetAt(1);
        Row last = totals.getRow(totals.getLastRowNum());
        assertThat(last.getCell(0).getStringCellValue()).isEqualTo("Everything agrees");
        return last.getCell(1).getBooleanCellValue();
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

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatementXlsx.write(
                accounts(CostSharing.share(frame.with(List.of(costs.get(0).item()))), all, last), Locale.ENGLISH, out);
        try (Workbook book = recalculated(out.toByteArray())) {
            assertThat(posted.shares()).anyMatch(share -> !share.difference().isZero());
            Sheet shares = book.getSheet("Shares");
            assertThat(shares.getRow(2).getCell(13).getStringCellValue()).isEqualTo("As posted");
            for (int i = 0; i < posted.shares().size(); i++) {
                Row row = shares.getRow(3 + i);
                FinalShare share = posted.shares().get(i);
                assertThat(cents(row.getCell(12)))
                        .as("what was signed, by formulas")
                        .isEqualTo(share.signed().minor());
                assertThat(cents(row.getCell(13))).isEqualTo(share.posted().minor());
                assertThat(row.getCell(14).getBooleanCellValue()).isTrue();
            }
            assertThat(everythingAgrees(book)).isTrue();
            assertThat(book.getSheet("Plan").getRow(2).getCell(13).getStringCellValue())
                    .isEqualTo("Planned, not yet posted");
            Sheet accounts = book.getSheet("Accounts");
            Row sum = accounts.getRow(accounts.getLastRowNum());
            assertThat(sum.getCell(5).getStringCellValue()).isEqualTo("EUR");
            assertThat(sum.getCell(6).getNumericCellValue()).isZero();
            assertThat(sum.getCell(7).getBooleanCellValue()).isTrue();
            for (int i = 0; i < all.size(); i++) {
                Row row = accounts.getRow(3 + i);
                assertThat(cents(row.getCell(6))).isEqualTo(all.get(i).amount().minor());
                assertThat(row.getCell(9).getStringCellValue())
                        .isEqualTo(all.get(i).reason(Locale.ENGLISH));
            }
            Sheet sheet = book.getSheet("Final posting");
            for (int i = 0; i < posted.shares().size(); i++) {
                Row row = sheet.getRow(3 + i);
                FinalShare share = posted.shares().get(i);
                assertThat(cents(row.getCell(8))).isEqualTo(share.posted().minor());
                BigDecimal carriedOn = share.carryAfter().bigDecimalValue(5, RoundingMode.HALF_EVEN);
                assertThat(BigDecimal.valueOf(row.getCell(9).getNumericCellValue())
                                .subtract(carriedOn)
                                .abs())
                        .isLessThan(new BigDecimal("0.00002"));
                assertThat(row.getCell(10).getBooleanCellValue()).isTrue();
                assertThat(row.getCell(12).getStringCellValue())
                        .isEqualTo(share.exact().toString());
            }
            // A cent that somebody adds to a posting is seen.
            accounts.getRow(3).getCell(6).setCellValue(48_026.21);
            sheet.getRow(3)
                    .getCell(8)
                    .setCellValue(posted.shares().get(0).posted().decimal().doubleValue() - 0.01);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertThat(sum.getCell(7).getBooleanCellValue()).isFalse();
            assertThat(sheet.getRow(3).getCell(9).getNumericCellValue())
                    .isGreaterThan(posted.shares().get(0).carryAfter().doubleValue() + 0.99);
        }
    }

    private static Workbook recalculated(byte[] written) throws IOException {
        Workbook book = new XSSFWorkbook(new ByteArrayInputStream(written));
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        return book;
    }

    private static Workbook recalculated(CostShares shares) throws IOException {
        return recalculated(written(shares));
    }

    private static byte[] written(CostShares shares) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatementXlsx.write(accounts(shares, List.of(), null), Locale.ENGLISH, out);
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

    private static long cents(Sheet sheet, int row) {
        return cents(sheet.getRow(row).getCell(12));
    }

    private static long cents(Cell cell) {
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static Participant returnees(Party party, int returnees) {
        return Participant.committed(party, new Seats(returnees, 0, 0, 0, 0, 0));
    }
}
