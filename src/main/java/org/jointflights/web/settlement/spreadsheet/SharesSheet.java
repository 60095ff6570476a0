package org.jointflights.web.settlement.spreadsheet;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The shares of every item: worked out from amount and weights, rounded by largest remainder in the sheet, and compared with
 * what is stored, as planned or as posted.
 */
final class SharesSheet {

    /** What the amounts and weights of a sheet are taken from. */
    record Sources(
            RatesSheet rates, String rateKey, @Nullable WeightsSheet weights, GrantsSheet grants) {}

    /** An item as the sheet works it out; the hand-out is nothing where all weights are zero. */
    private record Worked(
            StatementItem item,
            int first,
            Money granted,
            List<WeightsSheet.@Nullable Weight> sources,
            List<BigInteger> weights,
            BigInteger sum,
            @Nullable HandOut out) {

        int last() {
            return first + weights.size() - 1;
        }

        Money shared() {
            return item.amount().minus(granted);
        }

        BigInteger cents() {
            return BigInteger.valueOf(shared().minor()).abs();
        }

        /** In smallest units, before rounding. */
        @Nullable
        BigFraction exact(int place) {
            return sum.signum() == 0
                    ? null
                    : BigFraction.of(BigInteger.valueOf(shared().minor()).multiply(weights.get(place)), sum);
        }

        @Nullable
        Money share(int place) {
            return out == null
                    ? null
                    : new Money(Long.signum(shared().minor()) * out.of(place).longValue(), shared().currency());
        }
    }

    /** One party's share as other sheets go on from it. */
    record Share(
            int row,
            int sign,
            long unit,
            BigInteger weight,
            @Nullable BigFraction exact,
            @Nullable Money share) {}

    private final SheetWriter sheet;
    private final String stage;
    private final Sources sources;
    private final List<Worked> items = new ArrayList<>();
    private final Map<String, Share> shares = new LinkedHashMap<>();
    private final Map<String, Money> totals = new HashMap<>();
    private final Map<String, Money> ofItems = new HashMap<>();
    private final int last;
    private boolean allAgree = true;

    /** Works everything out, so that the final posting can go on from it before anything is written. */
    SharesSheet(SheetWriter sheet, String stage, List<StatementItem> items, Sources sources) {
        this.sheet = sheet;
        this.stage = stage;
        this.sources = sources;
        int row = SheetWriter.FIRST;
        for (StatementItem item : items) {
            Worked worked = workOut(item, row);
            this.items.add(worked);
            for (int i = 0; i < item.lines().size(); i++) {
                shares.put(
                        key(item.id(), item.lines().get(i).party()),
                        new Share(
                                row + i,
                                Long.signum(worked.shared().minor()),
                                item.unit(),
                                worked.weights.get(i),
                                worked.exact(i),
                                worked.share(i)));
            }
            row += item.lines().size();
        }
        this.last = row - 1;
    }

    private Worked workOut(StatementItem item, int first) {
        GrantsSheet.Grant grant = sources.grants.of(item.id());
        List<BigInteger> weights = new ArrayList<>();
        List<WeightsSheet.@Nullable Weight> derived = new ArrayList<>();
        for (StatementItem.Line line : item.lines()) {
            WeightsSheet.Weight weight = sources.weights == null ? null : sources.weights.of(item.id(), line.party());
            derived.add(weight);
            weights.add(weight == null ? line.weight() : weight.value());
        }
        BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        Money granted = grant == null ? item.granted() : grant.value();
        BigInteger cents =
                BigInteger.valueOf(item.amount().minus(granted).minor()).abs();
        HandOut out = sum.signum() == 0
                ? null
                : HandOut.of(
                        BigFraction.of(cents),
                        weights.stream()
                                .map(weight -> BigFraction.of(cents.multiply(weight), sum))
                                .toList(),
                        weights);
        return new Worked(item, first, granted, derived, weights, sum, out);
    }

    /** A party's share of an item; nothing where it has none. */
    @Nullable
    Share of(long item, Party party) {
        return shares.get(key(item, party));
    }

    /** A cell of that row, as other sheets write it. */
    String cell(String column, Share share) {
        return sheet.prefix() + column + share.row;
    }

    /** Writes the sheet; what the final posting carried is taken from there. */
    void write(String title, @Nullable FinalPostingSheet carried) {
        sheet.title(title, sheet.words("explanation." + stage));
        sheet.heads(
                SheetWriter.FIRST - 1,
                "number",
                "item",
                "amount",
                "granted",
                "shared",
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
                "carried",
                "worked",
                "here." + stage,
                "check",
                "representable",
                "weightStored",
                "fraction",
                "reason");
        for (int i = 0; i < items.size(); i++) {
            item(i + 1, items.get(i), carried);
        }
        if (last >= SheetWriter.FIRST) {
            // What differs is seen without scrolling: above the column of checks, and in red where it is.
            sheet.formula(
                    1,
                    "S",
                    sheet.words(allAgree ? "agrees" : "differs"),
                    "IF(AND(%s),\"%s\",\"%s\")",
                    SheetWriter.range("S", SheetWriter.FIRST, last),
                    sheet.words("agrees"),
                    sheet.words("differs"));
            sheet.emphasize(1, "S");
            sheet.redWhere("Q" + SheetWriter.FIRST + ":S" + last, "NOT($S" + SheetWriter.FIRST + ")");
        }
        if ("posted".equals(stage)) {
            sheet.widths(6, 32, 14, 14, 14, 8, 10, 10, 16, 14, 14, 14, 7, 9, 14, 14, 14, 16, 9, 12, 12, 22, 100);
        } else {
            sheet.widths(6, 32, 14, 1, 14, 8, 10, 10, 16, 14, 14, 14, 7, 9, 14, 1, 14, 16, 9, 12, 1, 22, 100);
            sheet.hide("D", "P", "U");
        }
        sheet.freeze(6);
    }

    private void item(int number, Worked worked, @Nullable FinalPostingSheet carried) {
        StatementItem item = worked.item;
        GrantsSheet.Grant grant = sources.grants.of(item.id());
        String rate = sources.rates.cellOf(sources.rateKey + item.id());
        Money sumOfItem = Money.zero(item.amount().currency());
        for (int i = 0; i < item.lines().size(); i++) {
            int row = worked.first + i;
            StatementItem.Line line = item.lines().get(i);
            sheet.number(row, "A", number);
            sheet.text(row, "B", item.label());
            if (rate == null) {
                sheet.money(row, "C", item.amount());
            } else {
                sheet.formula(row, "C", item.amount(), "%s", rate);
            }
            if (grant == null) {
                sheet.money(row, "D", item.granted());
            } else {
                sheet.formula(row, "D", grant.value(), "%s", grant.cell());
            }
            sheet.formula(row, "E", worked.shared(), "C%1$d-D%1$d", row);
            sheet.text(row, "F", line.party().code());
            WeightsSheet.Weight weight = worked.sources.get(i);
            if (weight == null) {
                sheet.number(row, "G", worked.weights.get(i));
            } else {
                sheet.formula(row, "G", weight.value(), "%s", weight.cell());
            }
            rounded(worked, i);
            Money share = worked.share(i);
            Money now = share == null ? null : share.plus(carry(row, item, line.party(), share, carried));
            sheet.formula(row, "Q", now, "O%1$d+P%1$d", row);
            allAgree &= stored(row, line, now, worked.weights.get(i));
            sheet.text(row, "V", line.exact());
            sheet.text(row, "W", line.reason());
            if (now != null) {
                totals.merge(line.party().code(), now, Money::plus);
                sumOfItem = sumOfItem.plus(now);
            }
        }
        ofItems.put(Long.toString(item.id()), sumOfItem);
    }

    /** From the weight to whole cents. */
    private void rounded(Worked worked, int place) {
        int row = worked.first + place;
        int first = worked.first;
        int end = worked.last();
        long unit = worked.item.unit();
        HandOut out = worked.out;
        BigInteger weight = worked.weights.get(place);
        BigFraction exact = worked.exact(place);
        sheet.formula(row, "H", worked.sum, "SUM(G$%d:G$%d)", first, end);
        sheet.formula(row, "I", exact == null ? null : exact.divide(BigFraction.of(unit)), "E%1$d*G%1$d/H%1$d", row);
        sheet.formula(row, "J", worked.cents(), "ROUND(ABS(E%d)*%d,0)", row, unit);
        // The whole part and, over the same denominator for the whole item, what is left of it: integers, no error.
        sheet.formula(row, "K", out == null ? null : out.wholes().get(place), "INT(J%1$d*G%1$d/H%1$d)", row);
        BigFraction rest = out == null ? null : out.rests().get(place).multiply(worked.sum);
        sheet.formula(row, "L", rest, "J%1$d*G%1$d-K%1$d*H%1$d", row);
        sheet.formula(
                row, "M", out == null ? null : out.ranks().get(place), "%s", HandOut.rank("L", "G", row, first, end));
        sheet.formula(row, "N", out == null ? null : out.missing(), "J%d-SUM(K$%d:K$%d)", row, first, end);
        sheet.formula(row, "O", worked.share(place), "SIGN(E%1$d)*(K%1$d+IF(M%1$d<=N%1$d,1,0))/%2$d", row, unit);
        boolean exactHere = worked.sum.compareTo(SheetWriter.COMPARED) < 0
                && worked.cents().multiply(weight.abs()).compareTo(SheetWriter.EXACT) < 0;
        sheet.formula(
                row,
                "T",
                exactHere,
                "AND(H%1$d<%2$s,J%1$d*ABS(G%1$d)<%3$s)",
                row,
                SheetWriter.COMPARED,
                SheetWriter.EXACT);
    }

    /** What the final posting adds to the share that was signed. */
    private Money carry(int row, StatementItem item, Party party, Money share, @Nullable FinalPostingSheet carried) {
        FinalPostingSheet.Posted cell = carried == null ? null : carried.of(item.id(), party);
        Money more = cell == null ? Money.zero(share.currency()) : cell.value().minus(share);
        if (cell == null) {
            sheet.money(row, "P", more);
        } else {
            sheet.formula(row, "P", more, "%s", cell.carriedCell());
        }
        return more;
    }

    /** What is stored, and whether it is what was worked out. */
    private boolean stored(int row, StatementItem.Line line, @Nullable Money now, BigInteger weight) {
        BigInteger storedWeight = line.storedWeight();
        Money stored = line.stored();
        if (storedWeight != null) {
            sheet.number(row, "U", storedWeight);
        }
        if (stored == null) {
            sheet.text(row, "R", sheet.words("notStored"));
            sheet.formula(row, "S", false, "FALSE");
            return false;
        }
        sheet.money(row, "R", stored);
        boolean sameWeight = storedWeight == null || storedWeight.equals(weight);
        boolean agrees = stored.equals(now) && sameWeight;
        Boolean shown = now == null ? null : agrees;
        if (storedWeight == null) {
            sheet.formula(row, "S", shown, "ROUND(Q%1$d-R%1$d,6)=0", row);
        } else {
            sheet.formula(row, "S", shown, "AND(ROUND(Q%1$d-R%1$d,6)=0,G%1$d=U%1$d)", row);
        }
        return agrees;
    }

    private static String key(long item, Party party) {
        return item + " " + party;
    }

    boolean allAgree() {
        return allAgree;
    }

    /** All checks of the sheet as one condition. */
    String agree() {
        return sheet.allTrue("S", last);
    }

    List<StatementItem> items() {
        return items.stream().map(Worked::item).toList();
    }

    /** A column of all rows, as other sheets write it. */
    String range(String column) {
        return sheet.prefix() + SheetWriter.range(column, SheetWriter.FIRST, Math.max(last, SheetWriter.FIRST));
    }

    /** What the sheet works out for a party over all items, carry included, once it is written. */
    Money workedOut(Party party) {
        return totals.getOrDefault(party.code(), Money.euro(0));
    }

    /** Where that stands. */
    String sharedCell(StatementItem item) {
        return items.stream()
                .filter(worked -> worked.item.equals(item))
                .findFirst()
                .map(worked -> sheet.prefix() + "E" + worked.first)
                .orElseThrow();
    }

    /** What the sheet works out as shared of an item. */
    Money sharedOf(StatementItem item) {
        return items.stream()
                .filter(worked -> worked.item.equals(item))
                .findFirst()
                .map(Worked::shared)
                .orElseThrow();
    }

    /** The same for an item over all parties. */
    Money workedOut(StatementItem item) {
        return ofItems.getOrDefault(
                Long.toString(item.id()), Money.zero(item.amount().currency()));
    }
}
