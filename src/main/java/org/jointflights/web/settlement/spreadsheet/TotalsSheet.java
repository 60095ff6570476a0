package org.jointflights.web.settlement.spreadsheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Planned and posted side by side, for every party: each as the workbook works it out and as it is stored, the plan with the
 * split, the rest in the accounts.
 */
final class TotalsSheet {

    /** What the totals are taken from. */
    record Sources(
            @Nullable SharesSheet planned,
            @Nullable SharesSheet posted,
            Map<Party, Money> storedPlan,
            Map<Party, Money> ledger,
            Map<String, Boolean> otherChecks) {}

    private final SheetWriter sheet;
    private final Sources sources;
    private boolean allAgree = true;

    private TotalsSheet(SheetWriter sheet, Sources sources) {
        this.sheet = sheet;
        this.sources = sources;
    }

    /** Writes the sheet; the last line says whether everything agrees, with what there is to compare. */
    static void write(SheetWriter sheet, String plannedStage, Sources sources) {
        TotalsSheet totals = new TotalsSheet(sheet, sources);
        String scope = sources.posted == null ? "totals." + plannedStage : "totals.posted";
        sheet.title(sheet.words("sheet.totals"), sheet.words(scope));
        sheet.heads(
                SheetWriter.FIRST - 1,
                "party",
                "worked.planned",
                "here." + plannedStage,
                "worked.posted",
                "here.posted",
                "check");
        int next = totals.parties();
        next = totals.items(next + 1, sources.planned, "totals.items." + plannedStage);
        next = totals.items(next, sources.posted, "totals.items.posted");
        totals.all(next, scope);
        sheet.widths(26, 32, 18, 20, 18, 10);
    }

    private int parties() {
        SortedSet<Party> parties = new TreeSet<>();
        parties.addAll(sources.storedPlan.keySet());
        parties.addAll(sources.ledger.keySet());
        SortedMap<String, Money> sums = new TreeMap<>();
        int row = SheetWriter.FIRST;
        int first = row;
        for (Party party : parties) {
            sheet.text(row, "A", party.code());
            Money planned = cells(row, "B", "C", sources.planned, party, sources.storedPlan);
            Money posted = cells(row, "D", "E", sources.posted, party, sources.ledger);
            sums.merge("B", planned, Money::plus);
            sums.merge("D", posted, Money::plus);
            sums.merge("C", stored(sources.planned, party, sources.storedPlan), Money::plus);
            sums.merge("E", stored(sources.posted, party, sources.ledger), Money::plus);
            check(row, planned, posted, party);
            row++;
        }
        sheet.bold(row, "A", sheet.words("column.total"));
        for (Map.Entry<String, Money> sum : sums.entrySet()) {
            boolean there = (sum.getKey().compareTo("D") < 0 ? sources.planned : sources.posted) != null;
            if (there) {
                sheet.formula(
                        row, sum.getKey(), sum.getValue(), "SUM(%1$s%2$d:%1$s%3$d)", sum.getKey(), first, row - 1);
            }
        }
        return row;
    }

    private static Money stored(@Nullable SharesSheet shares, Party party, Map<Party, Money> stored) {
        return shares == null ? Money.euro(0) : stored.getOrDefault(party, Money.euro(0));
    }

    /** Worked out and stored; nothing where there is nothing of the kind yet. */
    private Money cells(
            int row,
            String worked,
            String stored,
            @Nullable SharesSheet shares,
            Party party,
            Map<Party, Money> onRecord) {
        if (shares == null) {
            return Money.euro(0);
        }
        Money found = shares.workedOut(party);
        sheet.formula(row, worked, found, "SUMIF(%s,A%d,%s)", shares.range("F"), row, shares.range("Q"));
        sheet.money(row, stored, onRecord.getOrDefault(party, Money.euro(0)));
        return found;
    }

    private void check(int row, Money planned, Money posted, Party party) {
        boolean plan = planned.equals(stored(sources.planned, party, sources.storedPlan));
        boolean accounts = posted.equals(stored(sources.posted, party, sources.ledger));
        allAgree &= plan && accounts;
        sheet.formula(row, "F", plan && accounts, "AND(ROUND(B%1$d-C%1$d,6)=0,ROUND(D%1$d-E%1$d,6)=0)", row);
    }

    /** Every item is paid to the cent: its shares, worked out, are what is shared of it. */
    private int items(int from, @Nullable SharesSheet shares, String title) {
        if (shares == null) {
            return from;
        }
        int row = from + 1;
        sheet.bold(row, "A", sheet.words(title));
        row++;
        sheet.heads(row, "number", "item", "shared", "worked", "total.check", "check");
        int number = 0;
        for (StatementItem item : shares.items()) {
            row++;
            number++;
            Money found = shares.workedOut(item);
            sheet.number(row, "A", number);
            sheet.text(row, "B", item.label());
            sheet.formula(row, "C", shares.sharedOf(item), "%s", shares.sharedCell(item));
            sheet.formula(row, "D", found, "SUMIF(%s,A%d,%s)", shares.range("A"), row, shares.range("Q"));
            Money onRecord = item.lines().stream()
                    .map(line -> line.stored() == null ? Money.zero(found.currency()) : line.stored())
                    .reduce(Money.zero(found.currency()), Money::plus);
            sheet.money(row, "E", onRecord);
            boolean agrees = found.equals(shares.sharedOf(item)) && onRecord.equals(found);
            allAgree &= agrees;
            sheet.formula(row, "F", agrees, "AND(ROUND(C%1$d-D%1$d,6)=0,ROUND(D%1$d-E%1$d,6)=0)", row);
        }
        return row + 1;
    }

    private void all(int from, String scope) {
        int row = from + 1;
        List<String> conditions = new ArrayList<>();
        conditions.add("AND(" + "F" + SheetWriter.FIRST + ":F" + (row - 2) + ")");
        boolean agree = allAgree;
        for (SharesSheet shares : Arrays.asList(sources.planned, sources.posted)) {
            if (shares != null) {
                conditions.add(shares.agree());
                agree &= shares.allAgree();
            }
        }
        for (Map.Entry<String, Boolean> check : sources.otherChecks.entrySet()) {
            conditions.add(check.getKey());
            agree &= check.getValue();
        }
        sheet.bold(row, "A", sheet.words("all"));
        sheet.formula(row, "B", agree, "AND(%s)", String.join(",", conditions));
        sheet.emphasize(row, "B");
        sheet.text(row, "C", sheet.words(scope));
    }

    /** What stands in the accounts as borne by each party: its shares, with what the final posting added. */
    static Map<Party, Money> ledger(List<StatementItem> posted) {
        SortedMap<Party, Money> ledger = new TreeMap<>();
        posted.forEach(item -> item.lines().forEach(line -> {
            Money stored = line.stored();
            if (stored != null) {
                ledger.merge(line.party(), stored, Money::plus);
            }
        }));
        return ledger;
    }
}
