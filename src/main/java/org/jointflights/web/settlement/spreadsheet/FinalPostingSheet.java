package org.jointflights.web.settlement.spreadsheet;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.ss.util.CellReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.jspecify.annotations.Nullable;

/**
 * The shares that a carry came into or goes on from: what is due with it is rounded by largest remainder in the sheet, and
 * compared with what was posted.
 */
final class FinalPostingSheet {

    /** Decimals up to which fractions of a cent are compared; their binary rests lie far below. */
    private static final int DIGITS = 9;

    /** A cell of a spreadsheet takes 32,767. */
    private static final int MOST_CHARACTERS = 30_000;

    /** What the sheet works out as posted, and the cell of by how much that is more than was signed. */
    record Posted(String carriedCell, Money value) {}

    private record Line(FinalShare share, SharesSheet.Share signed, BigFraction due) {}

    private record Group(int first, List<Line> lines, HandOut out) {

        int last() {
            return first + lines.size() - 1;
        }
    }

    private final SheetWriter sheet;
    private final SharesSheet shares;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Posted> posted = new HashMap<>();
    private boolean allAgree = true;
    private int last = SheetWriter.FIRST - 1;

    /** Works out the posting from the shares of the other sheet; shares that stand there without a figure are left out. */
    FinalPostingSheet(SheetWriter sheet, SharesSheet shares, FinalPosting posting) {
        this.sheet = sheet;
        this.shares = shares;
        Map<Long, List<FinalShare>> byClaim = posting.shares().stream()
                .collect(Collectors.groupingBy(FinalShare::claim, LinkedHashMap::new, Collectors.toList()));
        byClaim.values().forEach(this::add);
    }

    private void add(List<FinalShare> ofClaim) {
        List<Line> lines = new ArrayList<>();
        for (FinalShare share : ofClaim) {
            SharesSheet.Share signed = shares.of(share.claim(), share.party());
            BigFraction exact = signed == null ? null : signed.exact();
            if (signed != null && exact != null) {
                lines.add(new Line(share, signed, exact.add(share.carryBefore())));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        List<BigFraction> due = lines.stream()
                .map(line -> line.due.multiply(line.signed.sign()))
                .toList();
        BigFraction whole = due.stream().reduce(BigFraction.ZERO, BigFraction::add);
        List<BigInteger> weights =
                lines.stream().map(line -> line.signed.weight()).toList();
        Group group = new Group(last + 1, lines, HandOut.of(whole, due, weights));
        groups.add(group);
        last += lines.size();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            posted.put(
                    line.share.claim() + " " + line.share.party(),
                    new Posted(
                            sheet.prefix() + "O" + (group.first + i),
                            new Money(
                                    line.signed.sign() * group.out.of(i).longValue(),
                                    line.share.posted().currency())));
        }
    }

    @Nullable
    Posted of(long claim, Party party) {
        return posted.get(claim + " " + party);
    }

    boolean allAgree() {
        return allAgree;
    }

    /** All checks of the sheet as one condition. */
    String agree() {
        return sheet.allTrue("R", last);
    }

    /** Writes the sheet. */
    void write() {
        sheet.title(Sentence.of("settlement.carry.heading").in(sheet.language()), sheet.words("carry.explanation"));
        String[] heads = {
            "claim",
            "item",
            "party",
            "set",
            "exact",
            "carriedIn",
            "due",
            "whole",
            "rest",
            "weight",
            "rank",
            "missing",
            "worked",
            "signed",
            "more",
            "posted",
            "carriedOn",
            "check",
            "reason",
            "exact",
            "carriedIn"
        };
        for (int i = 0; i < heads.length; i++) {
            sheet.heading(
                    SheetWriter.FIRST - 1,
                    CellReference.convertNumToColString(i),
                    Sentence.of("settlement.carry.column." + heads[i]).in(sheet.language()));
        }
        groups.forEach(this::write);
        if (last >= SheetWriter.FIRST) {
            sheet.redWhere("M" + SheetWriter.FIRST + ":R" + last, "NOT($R" + SheetWriter.FIRST + ")");
        }
        sheet.widths(8, 32, 8, 22, 18, 14, 18, 14, 14, 10, 7, 9, 14, 14, 10, 14, 14, 9, 100, 22, 22);
        sheet.freeze(3);
    }

    private void write(Group group) {
        for (int i = 0; i < group.lines.size(); i++) {
            int row = group.first + i;
            Line line = group.lines.get(i);
            FinalShare share = line.share;
            SharesSheet.Share signed = line.signed;
            String sign = "SIGN(" + shares.cell("E", signed) + ")";
            sheet.number(row, "A", share.claim());
            sheet.text(row, "B", share.label());
            sheet.text(row, "C", share.party().code());
            sheet.text(row, "D", share.set().stream().map(Party::code).collect(Collectors.joining(", ")));
            sheet.formula(row, "E", signed.exact(), "%s*%d", shares.cell("I", signed), signed.unit());
            sheet.number(row, "F", share.carryBefore());
            sheet.formula(row, "G", line.due, "E%1$d+F%1$d", row);
            sheet.formula(row, "H", group.out.wholes().get(i), "INT(ROUND(%s*G%d,%d))", sign, row, DIGITS);
            sheet.formula(row, "I", group.out.rests().get(i), "ROUND(%1$s*G%2$d-H%2$d,%3$d)", sign, row, DIGITS);
            sheet.formula(row, "J", signed.weight(), "%s", shares.cell("G", signed));
            sheet.formula(
                    row, "K", group.out.ranks().get(i), "%s", HandOut.rank("I", "J", row, group.first, group.last()));
            sheet.formula(
                    row,
                    "L",
                    group.out.missing(),
                    "ROUND(%1$s*SUM(G$%2$d:G$%3$d),0)-SUM(H$%2$d:H$%3$d)",
                    sign,
                    group.first,
                    group.last());
            Money found =
                    Objects.requireNonNull(of(share.claim(), share.party())).value();
            sheet.formula(row, "M", found, "%1$s*(H%2$d+IF(K%2$d<=L%2$d,1,0))/%3$d", sign, row, signed.unit());
            sheet.formula(row, "N", signed.share(), "%s", shares.cell("O", signed));
            Money more = signed.share() == null ? null : found.minus(signed.share());
            sheet.formula(row, "O", more, "M%1$d-N%1$d", row);
            sheet.money(row, "P", share.posted());
            BigFraction on = line.due.subtract(share.posted().minor());
            sheet.formula(row, "Q", on, "ROUND(G%1$d-P%1$d*%2$d,%3$d)", row, signed.unit(), DIGITS);
            boolean agrees = found.equals(share.posted()) && on.abs().compareTo(BigFraction.ONE) < 0;
            allAgree &= agrees;
            sheet.formula(row, "R", agrees, "AND(ROUND(M%1$d-P%1$d,6)=0,ABS(Q%1$d)<1)", row);
            sheet.text(row, "S", share.sentence(sheet.language()));
            sheet.text(row, "T", text(share.exact()));
            sheet.text(row, "U", text(share.carryBefore()));
        }
    }

    /** Exact as long as a cell takes it; a carry's denominator grows from flight to flight, and the data hold it in full. */
    private static String text(BigFraction fraction) {
        String exact = fraction.toString();
        return exact.length() <= MOST_CHARACTERS ? exact : FinalShare.fraction(fraction);
    }
}
