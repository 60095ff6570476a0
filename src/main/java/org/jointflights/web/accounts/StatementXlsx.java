package org.jointflights.web.accounts;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.accounts.FinalPosting;
import org.jointflights.domain.accounts.FinalShare;
import org.jointflights.domain.accounts.Ledger;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.Posting;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a flight as a spreadsheet that works itself out: every share follows by formulas from its item's
 * amount and the weights, is rounded by largest remainder in the sheet, and is compared with what was posted here.
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

    /** Writes the workbook; an empty ledger leaves its sheet out, and so does what is not finally posted. */
    static void write(
            String reference,
            CostShares shares,
            Ledger ledger,
            @Nullable FinalPosting posted,
            @Nullable PlanVersion plan,
            Locale language,
            OutputStream out)
            throws IOException {
        try (Workbook book = new Workbook(out, "JointFlights", "1.0")) {
            StatementXlsx statement = new StatementXlsx(language, book);
            List<Posting> postings = shares.postings();
            statement.shares(reference, postings);
            statement.totals(shares, postings.size());
            if (!ledger.postings().isEmpty()) {
                statement.accounts(ledger);
            }
            if (posted != null && !posted.shares().isEmpty()) {
                statement.finalPosting(posted);
            }
            if (plan != null) {
                statement.signedPlan(plan);
            }
        }
    }

    private void shares(String reference, List<Posting> postings) {
        Worksheet sheet = book.newWorksheet(text("sheet.shares"));
        title(sheet, Sentence.of("statement.title", reference).in(language));
        sheet.value(1, 0, text("explanation"));
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
                "here",
                "check",
                "representable",
                "fraction",
                "reason");
        int last = FIRST + postings.size() - 1;
        String items = range("A", last);
        List<BigInteger> weights = weights(postings);
        int number = 0;
        String before = "";
        for (int i = 0; i < postings.size(); i++) {
            Posting posting = postings.get(i);
            if (!posting.item().id().equals(before)) {
                number++;
                before = posting.item().id();
            }
            int r = FIRST + i;
            int row = r - 1;
            sheet.value(row, 0, number);
            sheet.value(row, 1, posting.item().id());
            sheet.value(row, 2, posting.item().amount().decimal());
            sheet.value(row, 3, posting.party().code());
            sheet.value(row, 4, weights.get(i));
            formula(sheet, row, 5, "SUMIF(%s,A%d,%s)", items, r, range("E", last));
            formula(sheet, row, 6, "C%d*E%d/F%d", r, r, r);
            formula(sheet, row, 7, "ROUND(ABS(C%d)*%d,0)", r, unit(posting));
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
            formula(sheet, row, 12, "SIGN(C%d)*(I%d+IF(K%d<=L%d,1,0))/%d", r, r, r, r, unit(posting));
            sheet.value(row, 13, posting.posted().decimal());
            formula(sheet, row, 14, "ROUND(M%d-N%d,6)=0", r, r);
            formula(sheet, row, 15, "AND(F%d<%s,H%d*ABS(E%d)<%s)", r, EXACT, r, r, EXACT);
            sheet.value(row, 16, posting.exact().toString());
            sheet.value(row, 17, posting.sentence(language));
        }
        if (last >= FIRST) {
            amounts(sheet, last, 2, 6, 12, 13);
        }
        widths(sheet, 6, 32, 14, 8, 10, 10, 16, 14, 14, 14, 7, 9, 14, 14, 9, 12, 22, 100);
        sheet.freezePane(4, FIRST - 1);
    }

    private void totals(CostShares shares, int postings) {
        Worksheet sheet = book.newWorksheet(text("sheet.totals"));
        int last = FIRST + Math.max(postings, 1) - 1;
        String of = "'" + text("sheet.shares") + "'!";
        title(sheet, text("sheet.totals"));
        head(sheet, "party", "posted", "here", "check");
        int row = FIRST - 1;
        for (Party party : shares.totals().keySet()) {
            sheet.value(row, 0, party.code());
            formula(sheet, row, 1, "SUMIF(%s,A%d,%s)", of + range("D", last), row + 1, of + range("M", last));
            sheet.value(row, 2, shares.of(party).decimal());
            formula(sheet, row, 3, "ROUND(B%d-C%d,6)=0", row + 1, row + 1);
            row++;
        }
        sheet.value(row, 0, text("column.total"));
        formula(sheet, row, 1, "SUM(B%d:B%d)", FIRST, row);
        sheet.value(row, 2, shares.total().decimal());
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
        List<CostItem> items = shares.input().items();
        for (int i = 0; i < items.size(); i++) {
            row++;
            sheet.value(row, 0, i + 1);
            sheet.value(row, 1, items.get(i).id());
            sheet.value(row, 2, items.get(i).amount().decimal());
            formula(sheet, row, 3, "SUMIF(%s,A%d,%s)", of + range("A", last), row + 1, of + range("M", last));
            formula(sheet, row, 4, "ROUND(C%d-D%d,6)=0", row + 1, row + 1);
        }
        int lastItem = row + 1;
        row += 2;
        sheet.value(row, 0, text("all"));
        sheet.style(row, 0).bold().set();
        String everyItem = items.isEmpty() ? "TRUE" : "AND(E" + firstItem + ":E" + lastItem + ")";
        String everyShare = postings == 0 ? "TRUE" : "AND(" + of + range("O", last) + ")";
        formula(sheet, row, 1, "AND(AND(D%d:D%d),%s,%s)", FIRST, parties, everyItem, everyShare);
        sheet.style(row, 1).bold().set();
        widths(sheet, 22, 30, 16, 16, 10);
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
        for (org.jointflights.domain.accounts.Posting posting : ledger.postings()) {
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
            sheet.value(row, 9, language.getLanguage().equals("fr") ? posting.reasonFrench() : posting.reasonEnglish());
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
        Worksheet sheet = book.newWorksheet(Sentence.of("carry.heading").in(language));
        title(sheet, Sentence.of("carry.heading").in(language));
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
            sheet.value(FIRST - 2, i, Sentence.of("carry.column." + heads[i]).in(language));
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
            sheet.value(row, 1, share.item());
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

    /** What was signed, by its hash: the file that it was taken of can be downloaded under that name. */
    private void signedPlan(PlanVersion plan) {
        Worksheet sheet = book.newWorksheet(text("sheet.signed"));
        title(sheet, text("sheet.signed"));
        String[][] rows = {
            {"signed.version", Integer.toString(plan.number())},
            {"signed.hash", plan.hash()},
            {"signed.file", "/signed/" + plan.hash() + ".json"},
            {"signed.frozen", plan.frozen().toString()},
            {
                "signed.committed",
                plan.committed() == null ? "–" : plan.committed().toString()
            }
        };
        for (int i = 0; i < rows.length; i++) {
            sheet.value(FIRST - 2 + i, 0, text(rows[i][0]));
            sheet.style(FIRST - 2 + i, 0).bold().set();
            sheet.value(FIRST - 2 + i, 1, rows[i][1]);
        }
        widths(sheet, 32, 76);
    }

    /**
     * The weights behind each share, without common divisors within an item. Where floors and caps bent the shares, the
     * shares themselves are the weights.
     */
    private static List<BigInteger> weights(List<Posting> postings) {
        List<BigInteger> all = new ArrayList<>();
        int from = 0;
        while (from < postings.size()) {
            int to = from;
            while (to < postings.size()
                    && postings.get(to).item().equals(postings.get(from).item())) {
                to++;
            }
            List<Posting> item = postings.subList(from, to);
            boolean bent = !item.get(0).item().limits().isEmpty();
            List<BigInteger> weights =
                    bent ? exact(item) : item.stream().map(Posting::weight).toList();
            BigInteger divisor = weights.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
            for (BigInteger weight : weights) {
                all.add(divisor.signum() == 0 ? weight : weight.divide(divisor));
            }
            from = to;
        }
        return all;
    }

    private static List<BigInteger> exact(List<Posting> item) {
        BigInteger common = BigInteger.ONE;
        for (Posting posting : item) {
            BigInteger denominator = posting.exact().getDenominator();
            common = common.divide(common.gcd(denominator)).multiply(denominator);
        }
        BigFraction by = BigFraction.of(common);
        return item.stream()
                .map(posting -> posting.exact().multiply(by).getNumerator())
                .toList();
    }

    private static long unit(Posting posting) {
        return unit(posting.item().amount().currency());
    }

    private static long unit(Currency currency) {
        return BigInteger.TEN.pow(currency.getDefaultFractionDigits()).longValueExact();
    }

    private String text(String key) {
        return Sentence.of("statement." + key).in(language);
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

    private static void formula(Worksheet sheet, int row, int column, String formula, Object... parts) {
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
