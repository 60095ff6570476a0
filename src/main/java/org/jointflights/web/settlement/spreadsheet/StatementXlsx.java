package org.jointflights.web.settlement.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jointflights.application.costs.Split;
import org.jointflights.application.recovery.ReadRecoveries;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.application.settlement.Workings;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a flight as a spreadsheet that works itself out: from rates, seats and kilometres over grants and weights
 * to every share, rounded by largest remainder in the sheet, and beside each figure what is stored: the plan with its split,
 * the rest in the accounts.
 */
public final class StatementXlsx {

    private static final String CLAIM = "claim ";
    private static final String ITEM = "item ";

    private final Locale language;
    private final XSSFWorkbook book;
    private final SheetStyles styles;
    private final FlightAccounts accounts;
    private final Workings workings;
    private final List<ReadRecoveries.Looked> recoveries;
    private RatesSheet rates = new RatesSheet();
    private GrantsSheet grants = new GrantsSheet();

    private StatementXlsx(
            FlightAccounts accounts,
            Workings workings,
            List<ReadRecoveries.Looked> recoveries,
            Locale language,
            XSSFWorkbook book) {
        this.accounts = accounts;
        this.workings = workings;
        this.recoveries = recoveries;
        this.language = language;
        this.book = book;
        this.styles = new SheetStyles(book);
    }

    /**
     * Writes the workbook. Planned, proposed and posted figures have sheets of their own; sheets of what there is not yet are
     * left out.
     *
     * @param recoveries the orders that were issued
     */
    public static void write(
            FlightAccounts accounts,
            Workings workings,
            List<ReadRecoveries.Looked> recoveries,
            Locale language,
            OutputStream out)
            throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.getProperties().getCoreProperties().setCreator("JointFlights");
            new StatementXlsx(accounts, workings, recoveries, language, book).write();
            // Whoever opens it to work with it has everything worked out anew; the values in it are for those who
            // cannot.
            book.setForceFormulaRecalculation(true);
            book.write(out);
        }
    }

    private void write() {
        Split split = accounts.split();
        List<StatementItem> posted = StatementItem.posted(accounts, language);
        SheetWriter totals = sheet("sheet.totals");
        List<RatesSheet.Converted> converted = converted(split);
        if (!converted.isEmpty()) {
            rates = RatesSheet.write(sheet("sheet.rates"), converted);
        }
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put(rates.agree(), true);
        SharesSheet planned = split == null
                ? null
                : planned(stage(split), "planned".equals(stage(split)) ? "plan" : "proposal", split);
        SharesSheet settled =
                posted.isEmpty() && accounts.ledger().postings().isEmpty() ? null : posted(posted, checks);
        Split proposal = accounts.proposal();
        if (settled == null && proposal != null) {
            planned(stage(proposal), "proposal", proposal);
        }
        if (settled != null) {
            accounts(accounts.ledger(), checks);
        }
        if (!recoveries.isEmpty()) {
            RecoveriesSheet.write(sheet("sheet.recoveries"), recoveries, checks);
        }
        signed();
        Map<Party, Money> borne = new TreeMap<>();
        accounts.lines().stream()
                .filter(line -> !line.borne().isZero())
                .forEach(line -> borne.put(line.party(), line.borne()));
        TotalsSheet.write(
                totals,
                split == null ? "planned" : stage(split),
                new TotalsSheet.Sources(planned, settled, split == null ? Map.of() : split.totals(), borne, checks));
    }

    /** What the figures of a split are that is not posted. */
    private static String stage(Split split) {
        return split.stands() ? "planned" : "proposed";
    }

    private SharesSheet planned(String stage, String name, Split split) {
        List<StatementItem> items = StatementItem.planned(split, language);
        WeightsSheet weights = weights("sheet.weights." + name, split.input());
        SheetWriter sheet = sheet("sheet." + name);
        SharesSheet shares = new SharesSheet(
                sheet,
                stage,
                items,
                new SharesSheet.Sources(rates, ITEM + split.number() + " ", weights, new GrantsSheet()));
        shares.write(sheet.words("title", accounts.reference()), null);
        return shares;
    }

    private SharesSheet posted(List<StatementItem> posted, Map<String, Boolean> checks) {
        CostInput input = workings.input();
        WeightsSheet weights = input == null ? null : weights("sheet.weights.shares", input);
        if (input != null) {
            grants(checks);
        }
        SheetWriter sheet = sheet("sheet.shares");
        SharesSheet shares =
                new SharesSheet(sheet, "posted", posted, new SharesSheet.Sources(rates, CLAIM, weights, grants));
        FinalPosting last = accounts.posted();
        FinalPostingSheet carried = last == null || last.shares().isEmpty()
                ? null
                : new FinalPostingSheet(
                        named(Sentence.of("settlement.carry.heading").in(language)), shares, last);
        if (carried != null) {
            carried.write();
            checks.put(carried.agree(), carried.allAgree());
        }
        shares.write(sheet.words("title", accounts.reference()), carried);
        return shares;
    }

    /** Decisions with one rate, and those with terms for single categories, each on a sheet where there are such. */
    private void grants(Map<String, Boolean> checks) {
        List<CategoryGrantsSheet.Paid> plain = GrantsSheet.paying(workings.costs(), workings.rules(), false);
        if (!plain.isEmpty()) {
            grants = GrantsSheet.write(sheet("sheet.grants"), plain, accounts.ledger());
            checks.put(grants.agree(), grants.allAgree());
        }
        List<CategoryGrantsSheet.Paid> byCategory = GrantsSheet.paying(workings.costs(), workings.rules(), true);
        if (!byCategory.isEmpty()) {
            CategoryGrantsSheet others =
                    CategoryGrantsSheet.write(sheet("sheet.categoryGrants"), byCategory, accounts.ledger());
            grants.add(others);
            checks.put(others.agree(), others.allAgree());
        }
    }

    private WeightsSheet weights(String name, CostInput input) {
        SheetWriter sheet = sheet(name);
        return WeightsSheet.write(sheet, sheet.words(name), input);
    }

    /** Everything that came from another currency: items of the splits that are shown, and claims. */
    private List<RatesSheet.Converted> converted(@Nullable Split split) {
        List<RatesSheet.Converted> converted = new ArrayList<>();
        for (Split one : Arrays.asList(split, accounts.proposal())) {
            if (one != null) {
                one.input().items().forEach(item -> {
                    Conversion conversion = item.conversion();
                    if (conversion != null && !conversion.rates().isEmpty()) {
                        converted.add(new RatesSheet.Converted(
                                ITEM + one.number() + " " + item.id(), item.label(), conversion));
                    }
                });
            }
        }
        accounts.claims().forEach(claim -> {
            Conversion conversion = claim.conversion();
            if (claim.counts() && conversion != null && !conversion.rates().isEmpty()) {
                converted.add(new RatesSheet.Converted(CLAIM + claim.id(), claim.label(), conversion));
            }
        });
        return converted;
    }

    private SheetWriter sheet(String name) {
        return named(text(name));
    }

    private SheetWriter named(String name) {
        return new SheetWriter(styles, book.createSheet(name), language);
    }

    /** The postings as they are on record; reversals included, each with what it takes back. */
    private void accounts(Ledger ledger, Map<String, Boolean> checks) {
        SheetWriter sheet = sheet("sheet.accounts");
        sheet.title(sheet.words("sheet.accounts"), "");
        sheet.heads(
                SheetWriter.FIRST - 1,
                "posting",
                "claim",
                "party",
                "kind",
                "fund",
                "currency",
                "amount",
                "weightText",
                "fraction",
                "reason");
        int row = SheetWriter.FIRST;
        Map<Ledger.Pot, Money> sums = new LinkedHashMap<>();
        for (Posting posting : ledger.postings()) {
            String currency = posting.amount().currency().getCurrencyCode();
            sheet.number(row, "A", posting.number());
            Long claim = posting.claim();
            if (claim != null) {
                sheet.number(row, "B", claim);
            }
            sheet.text(row, "C", posting.party().code());
            sheet.text(row, "D", sheet.words("kind." + posting.kind()));
            sheet.text(row, "E", fund(posting.fund()));
            sheet.text(row, "F", currency);
            sheet.money(row, "G", posting.amount());
            sheet.text(row, "H", posting.weights());
            sheet.text(row, "I", posting.exact());
            sheet.text(row, "J", posting.reason(language));
            sums.merge(new Ledger.Pot(posting.fund(), posting.amount().currency()), posting.amount(), Money::plus);
            row++;
        }
        int last = row - 1;
        row++;
        for (Map.Entry<Ledger.Pot, Money> sum : sums.entrySet()) {
            sheet.bold(row, "D", sheet.words("column.total"));
            sheet.text(row, "E", fund(sum.getKey().fund()));
            sheet.text(row, "F", sum.getKey().currency().getCurrencyCode());
            sheet.formula(
                    row,
                    "G",
                    sum.getValue(),
                    "ROUND(SUMIFS(%1$s,%2$s,E%4$d,%3$s,F%4$d),6)",
                    SheetWriter.range("G", SheetWriter.FIRST, last),
                    SheetWriter.range("E", SheetWriter.FIRST, last),
                    SheetWriter.range("F", SheetWriter.FIRST, last),
                    row);
            sheet.formula(row, "H", sum.getValue().isZero(), "G%d=0", row);
            checks.put(sheet.prefix() + "H" + row, sum.getValue().isZero());
            row++;
        }
        sheet.widths(9, 8, 8, 12, 18, 10, 16, 14, 22, 100);
        sheet.freeze(0);
    }

    /** What is signed, by its hash: the file that it was taken of can be downloaded under that name. */
    private void signed() {
        Map<String, String> rows = new LinkedHashMap<>();
        PlanVersion plan = accounts.plan();
        if (plan != null) {
            rows.put("plan", Integer.toString(plan.number()));
            rows.put("plan.hash", plan.hash());
            rows.put("plan.file", "/signed/" + plan.hash() + ".json");
            rows.put("plan.frozen", plan.frozen().toString());
            rows.put(
                    "plan.committed",
                    plan.committed() == null ? "–" : plan.committed().toString());
        }
        Statement statement = accounts.statement();
        if (statement != null) {
            rows.put("accounts", Integer.toString(statement.version()));
            rows.put("accounts.hash", statement.signed().hash());
            rows.put("accounts.file", "/signed/" + statement.signed().hash() + ".json");
            rows.put(
                    "accounts.true",
                    accounts.faults().stream()
                            .findFirst()
                            .map(fault -> fault.sentence(language))
                            .orElse(text("agrees")));
        }
        if (rows.isEmpty()) {
            return;
        }
        SheetWriter sheet = sheet("sheet.signed");
        sheet.title(text("sheet.signed"), "");
        int row = SheetWriter.FIRST - 1;
        for (Map.Entry<String, String> line : rows.entrySet()) {
            sheet.bold(row, "A", text("signed." + line.getKey()));
            sheet.text(row, "B", line.getValue());
            row++;
        }
        sheet.widths(40, 76);
    }

    private String fund(Fund fund) {
        return Sentence.of("settlement.fund." + fund).in(language);
    }

    private String text(String key) {
        return Sentence.of("settlement.document." + key).in(language);
    }
}
