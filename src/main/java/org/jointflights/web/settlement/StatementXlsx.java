package org.jointflights.web.settlement;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jointflights.application.costs.Split;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;

/**
 * The statement of a flight as a spreadsheet that works itself out: every share follows by formulas from its item's
 * amount and the weights, is rounded by largest remainder in the sheet, and is compared with what is stored as posted.
 */
final class StatementXlsx {

    /** Rows counted from 1, as formulas do; above are title and headings. */
    private static final int FIRST = 4;

    /** Up to here a spreadsheet counts whole numbers exactly. */
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    /** Decimals of a fraction of a cent in the sheet; the exact fraction stands beside it. */
    private static final int DIGITS = 6;

    private final Locale language;
    private final Workbook book;

    private StatementXlsx(Locale language, Workbook book) {
        this.language = language;
        this.book = book;
    }

    /**
     * Writes the workbook. As long as nothing is posted its shares are the planned ones, and its headings say so; sheets of
     * what there is not yet are left out.
     */
    static void write(FlightAccounts accounts, Locale language, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "JointFlights", "1.0")) {
            StatementXlsx statement = new StatementXlsx(language, book);
            List<StatementRow> posted = StatementRow.posted(accounts, language);
            Split split = accounts.split();
            if (!posted.isEmpty()) {
                statement.shares("shares", accounts, "posted", posted);
                statement.totals("posted", posted);
            } else if (split != null) {
                List<StatementRow> planned = StatementRow.planned(split, language);
                statement.shares("shares", accounts, stage(split), planned);
                statement.totals(stage(split), planned);
            }
            if (!posted.isEmpty() && split != null) {
                statement.shares("plan", accounts, stage(split), StatementRow.planned(split, language));
            }
            Split proposal = accounts.proposal();
            if (posted.isEmpty() && proposal != null) {
                statement.shares("proposal", accounts, stage(proposal), StatementRow.planned(proposal, language));
            }
            if (!accounts.ledger().postings().isEmpty()) {
                statement.accounts(accounts.ledger());
            }
            FinalPosting last = accounts.posted();
            if (last != null && !last.shares().isEmpty()) {
                statement.finalPosting(last);
            }
            statement.signed(accounts);
        }
    }

    /** What the figures of a split are that is not posted. */
    private static String stage(Split split) {
        return split.stands() ? "planned" : "proposed";
    }

    private void shares(String name, FlightAccounts accounts, String stage, List<StatementRow> rows) {
        Worksheet sheet = book.newWorksheet(text("sheet." + name));
        title(
                sheet,
                Sentence.of("settlement.document.title", accounts.reference()).in(language));
        sheet.value(1, 0, text("explanation." + stage));
        head(
                sheet,
                "number",
                "item",
                "amount",
                "party",
                "weight",
                "weights",
                "exact",
                "cents",
                "whole",
                "rest",
                "rank",
                "missing",
                "posted",
                "here." + stage,
                "check",
                "representable",
                "fraction",
                "reason",
                "carried");
        int last = FIRST + rows.size() - 1;
        String items = range("A", last);
        int[] numbers = numbers(rows);
        for (int i = 0; i < rows.size(); i++) {
            StatementRow share = rows.get(i);
            int r = FIRST + i;
            int row = r - 1;
            sheet.value(row, 0, numbers[i]);
            sheet.value(row, 1, share.label());
            sheet.value(row, 2, share.amount().decimal());
            sheet.value(row, 3, share.party().code());
            sheet.value(row, 4, share.weight());
            formula(sheet, row, 5, "SUMIF(%s,A%d,%s)", items, r, range("E", last));
            formula(sheet, row, 6, "C%d*E%d/F%d", r, r, r);
            formula(sheet, row, 7, "ROUND(ABS(C%d)*%d,0)", r, share.unit());
            // The whole part and, over the same denominator for the whole item, what is left of it: integers, no error.
            formula(sheet, row, 8, "INT(H%d*E%d/F%d)", r, r, r);
            formula(sheet, row, 9, "H%d*E%d-I%d*F%d", r, r, r, r);
            formula(
                    sheet,
                    row,
                    10,
                    "1+COUNTIFS(%1$s,A%2$d,%3$s,\">\"&J%2$d)+COUNTIFS(%1$s,A%2$d,%3$s,J%2$d,%4$s,\">\"&E%2$d)"
                            + "+COUNTIFS(A$%5$d:A%2$d,A%2$d,J$%5$d:J%2$d,J%2$d,E$%5$d:E%2$d,E%2$d)-1",
                    items,
                    r,
                    range("J", last),
                    range("E", last),
                    FIRST);
            formula(sheet, row, 11, "H%d-SUMIF(%s,A%d,%s)", r, items, r, range("I", last));
            formula(sheet, row, 12, "SIGN(C%d)*(I%d+IF(K%d<=L%d,1,0))/%d", r, r, r, r, share.unit());
            if (share.stored() == null) {
                sheet.value(row, 13, text("notStored"));
                formula(sheet, row, 14, "FALSE");
            } else {
                sheet.value(row, 13, share.stored().decimal());
                formula(sheet, row, 14, "ROUND(M%d+S%d-N%d,6)=0", r, r, r);
            }
            formula(sheet, row, 15, "AND(F%d<%s,H%d*ABS(E%d)<%s)", r, EXACT, r, r, EXACT);
            sheet.value(row, 16, share.exact());
            sheet.value(row, 17, share.reason());
            sheet.value(row, 18, share.carried().decimal());
        }
        if (last >= FIRST) {
            amounts(sheet, last, 2, 6, 12, 13, 18);
            // What differs is seen without scrolling: above the column of checks, and in red where it is.
            formula(sheet, 0, 14, "IF(AND(%s),\"%s\",\"%s\")", range("O", last), text("agrees"), text("differs"));
            sheet.style(0, 14).bold().set();
            sheet.range(FIRST - 1, 12, last - 1, 14)
                    .style()
                    .fillColor("F4B6B6")
                    .set(new ConditionalFormattingExpressionRule("NOT($O" + FIRST + ")", false));
        }
        widths(sheet, 6, 32, 14, 8, 10, 10, 16, 14, 14, 14, 7, 9, 14, 16, 9, 12, 22, 100, 14);
        sheet.freezePane(4, FIRST - 1);
    }

    /** The items are numbered as they follow one another. */
    private static int[] numbers(List<StatementRow> rows) {
        int[] numbers = new int[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            boolean same = i > 0 && rows.get(i).item() == rows.get(i - 1).item();
            numbers[i] = i == 0 ? 1 : numbers[i - 1] + (same ? 0 : 1);
        }
        return numbers;
    }

    private void totals(String stage, List<StatementRow> rows) {
        Worksheet sheet = book.newWorksheet(text("sheet.totals"));
        int last = FIRST + Math.max(rows.size(), 1) - 1;
        String of = "'" + text("sheet.shares") + "'!";
        title(sheet, text("sheet.totals"));
        head(sheet, "party", "posted", "here." + stage, "check");
        SortedMap<Party, BigDecimal> stored = new TreeMap<>();
        rows.forEach(share -> stored.merge(
                share.party(),
                share.stored() == null ? BigDecimal.ZERO : share.stored().decimal(),
                BigDecimal::add));
        int row = FIRST - 1;
        for (Map.Entry<Party, BigDecimal> party : stored.entrySet()) {
            sheet.value(row, 0, party.getKey().code());
            sumOf(sheet, row, 1, of, "D", last);
            sheet.value(row, 2, party.getValue());
            formula(sheet, row, 3, "ROUND(B%d-C%d,6)=0", row + 1, row + 1);
            row++;
        }
        sheet.value(row, 0, text("column.total"));
        formula(sheet, row, 1, "SUM(B%d:B%d)", FIRST, row);
        sheet.value(row, 2, stored.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        formula(sheet, row, 3, "ROUND(B%d-C%d,6)=0", row + 1, row + 1);
        sheet.style(row, 0).bold().set();
        amounts(sheet, row + 1, 1, 2);
        int parties = row + 1;

        row += 2;
        String[] heads = {"number", "item", "amount", "posted", "check"};
        for (int i = 0; i < heads.length; i++) {
            sheet.value(row, i, text("column." + heads[i]));
            sheet.style(row, i).bold().set();
        }
        int firstItem = row + 2;
        int[] numbers = numbers(rows);
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0 && numbers[i] == numbers[i - 1]) {
                continue;
            }
            row++;
            sheet.value(row, 0, numbers[i]);
            sheet.value(row, 1, rows.get(i).label());
            sheet.value(row, 2, rows.get(i).amount().decimal());
            sumOf(sheet, row, 3, of, "A", last);
            formula(sheet, row, 4, "ROUND(C%d-D%d,6)=0", row + 1, row + 1);
        }
        int lastItem = row + 1;
        row += 2;
        sheet.value(row, 0, text("all"));
        sheet.style(row, 0).bold().set();
        String everyItem = rows.isEmpty() ? "TRUE" : "AND(E" + firstItem + ":E" + lastItem + ")";
        String everyShare = rows.isEmpty() ? "TRUE" : "AND(" + of + range("O", last) + ")";
        formula(sheet, row, 1, "AND(AND(D%d:D%d),%s,%s)", FIRST, parties, everyItem, everyShare);
        sheet.style(row, 1).bold().set();
        widths(sheet, 22, 30, 16, 18, 10);
    }

    /** The shares, with what the final posting carried, of the rows that have this row's first cell in that column. */
    private static void sumOf(Worksheet sheet, int row, int column, String of, String by, int last) {
        String rows = of + range(by, last);
        formula(
                sheet,
                row,
                column,
                "SUMIF(%1$s,A%2$d,%3$s)+SUMIF(%1$s,A%2$d,%4$s)",
                rows,
                row + 1,
                of + range("M", last),
                of + range("S", last));
    }

    /** The postings as they are on record; reversals included, each with what it takes back. */
    private void accounts(Ledger ledger) {
        Worksheet sheet = book.newWorksheet(text("sheet.accounts"));
        title(sheet, text("sheet.accounts"));
        head(
                sheet,
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
        int row = FIRST - 1;
        for (Posting posting : ledger.postings()) {
            sheet.value(row, 0, posting.number());
            if (posting.claim() != null) {
                sheet.value(row, 1, posting.claim());
            }
            sheet.value(row, 2, posting.party().code());
            sheet.value(row, 3, posting.kind().name());
            sheet.value(row, 4, posting.fund().name());
            sheet.value(row, 5, posting.amount().currency().getCurrencyCode());
            sheet.value(row, 6, posting.amount().decimal());
            sheet.value(row, 7, posting.weights());
            sheet.value(row, 8, posting.exact());
            sheet.value(row, 9, posting.reason(language));
            row++;
        }
        int last = row;
        row++;
        List<String> currencies = ledger.postings().stream()
                .map(posting -> posting.amount().currency().getCurrencyCode())
                .distinct()
                .sorted()
                .toList();
        for (String currency : currencies) {
            sheet.value(row, 4, text("column.total"));
            sheet.value(row, 5, currency);
            formula(sheet, row, 6, "ROUND(SUMIF(%s,F%d,%s),6)", range("F", last), row + 1, range("G", last));
            formula(sheet, row, 7, "G%d=0", row + 1);
            sheet.style(row, 4).bold().set();
            row++;
        }
        amounts(sheet, row, 6);
        widths(sheet, 9, 8, 8, 12, 14, 10, 16, 14, 22, 100);
        sheet.freezePane(0, FIRST - 1);
    }

    /** The shares that a carry came into or goes on from; what is due and carried on is worked out in the sheet. */
    private void finalPosting(FinalPosting posted) {
        Worksheet sheet =
                book.newWorksheet(Sentence.of("settlement.carry.heading").in(language));
        title(sheet, Sentence.of("settlement.carry.heading").in(language));
        String[] heads = {
            "claim",
            "item",
            "party",
            "set",
            "exact",
            "carriedIn",
            "due",
            "signed",
            "posted",
            "carriedOn",
            "check",
            "reason",
            "exact",
            "carriedIn"
        };
        for (int i = 0; i < heads.length; i++) {
            sheet.value(
                    FIRST - 2,
                    i,
                    Sentence.of("settlement.carry.column." + heads[i]).in(language));
        }
        sheet.range(FIRST - 2, 0, FIRST - 2, heads.length - 1)
                .style()
                .bold()
                .fillColor("DCE6F1")
                .wrapText(true)
                .set();
        int row = FIRST - 1;
        for (FinalShare share : posted.shares()) {
            int r = row + 1;
            sheet.value(row, 0, share.claim());
            sheet.value(row, 1, share.label());
            sheet.value(row, 2, share.party().code());
            sheet.value(row, 3, share.set().stream().map(Party::code).collect(Collectors.joining(", ")));
            sheet.value(row, 4, share.exact().bigDecimalValue(DIGITS, RoundingMode.HALF_EVEN));
            sheet.value(row, 5, share.carryBefore().bigDecimalValue(DIGITS, RoundingMode.HALF_EVEN));
            formula(sheet, row, 6, "E%d+F%d", r, r);
            sheet.value(row, 7, share.signed().decimal());
            sheet.value(row, 8, share.posted().decimal());
            formula(
                    sheet,
                    row,
                    9,
                    "ROUND(G%d-I%d*%d,6)",
                    r,
                    r,
                    unit(share.posted().currency()));
            formula(sheet, row, 10, "ABS(J%d)<1", r);
            sheet.value(row, 11, share.sentence(language));
            sheet.value(row, 12, share.exact().toString());
            sheet.value(row, 13, share.carryBefore().toString());
            row++;
        }
        amounts(sheet, row, 7, 8);
        widths(sheet, 8, 32, 8, 22, 18, 14, 18, 14, 14, 14, 9, 100, 22, 22);
        sheet.freezePane(3, FIRST - 1);
    }

    /** What is signed, by its hash: the file that it was taken of can be downloaded under that name. */
    private void signed(FlightAccounts accounts) {
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
        Worksheet sheet = book.newWorksheet(text("sheet.signed"));
        title(sheet, text("sheet.signed"));
        int row = FIRST - 2;
        for (Map.Entry<String, String> line : rows.entrySet()) {
            sheet.value(row, 0, text("signed." + line.getKey()));
            sheet.style(row, 0).bold().set();
            sheet.value(row, 1, line.getValue());
            row++;
        }
        widths(sheet, 40, 76);
    }

    private static long unit(Currency currency) {
        return BigInteger.TEN.pow(currency.getDefaultFractionDigits()).longValueExact();
    }

    private String text(String key) {
        return Sentence.of("settlement.document." + key).in(language);
    }

    private static void title(Worksheet sheet, String text) {
        sheet.value(0, 0, text);
        sheet.style(0, 0).bold().fontSize(14).set();
    }

    private void head(Worksheet sheet, String... columns) {
        for (int i = 0; i < columns.length; i++) {
            sheet.value(FIRST - 2, i, text("column." + columns[i]));
        }
        sheet.range(FIRST - 2, 0, FIRST - 2, columns.length - 1)
                .style()
                .bold()
                .fillColor("DCE6F1")
                .wrapText(true)
                .set();
    }

    @FormatMethod
    private static void formula(Worksheet sheet, int row, int column, @FormatString String formula, Object... parts) {
        // The library writes formulas as they are; in XML these three have to be escaped.
        String text = String.format(Locale.ROOT, formula, parts)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        sheet.formula(row, column, text);
    }

    private static void amounts(Worksheet sheet, int last, int... columns) {
        for (int column : columns) {
            sheet.range(FIRST - 1, column, last - 1, column)
                    .style()
                    .format("#,##0.00")
                    .set();
        }
    }

    private static void widths(Worksheet sheet, int... widths) {
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
    }

    private static String range(String column, int last) {
        return "$" + column + "$" + FIRST + ":$" + column + "$" + last;
    }
}
