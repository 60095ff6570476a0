package org.jointflights.web.settlement.spreadsheet;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalCost;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jspecify.annotations.Nullable;

/**
 * What funds pay of each certified cost, worked out from what is eligible, the rate and the ceiling of the signed decision, and
 * beside it what is posted.
 */
final class GrantsSheet {

    private static final BigFraction HALF = BigFraction.of(1, 2);

    /** The cell where what funds pay of a claim is worked out, and what is in it. */
    record Grant(String cell, Money value) {}

    private final Map<Long, Grant> grants = new HashMap<>();
    private boolean allAgree = true;
    private int last = SheetWriter.FIRST - 1;
    private String prefix = "";

    /** No fund pays anything. */
    GrantsSheet() {}

    /** What is paid by decisions with one rate for all costs, or by those with other terms for single categories. */
    static List<CategoryGrantsSheet.Paid> paying(List<FinalCost> costs, List<GrantRule> rules, boolean byCategory) {
        List<CategoryGrantsSheet.Paid> paying = new ArrayList<>();
        for (GrantRule rule : rules) {
            List<FinalCost> covered = costs.stream()
                    .filter(cost -> cost.claimant().equals(rule.beneficiary())
                            && !cost.eligible().isZero())
                    .toList();
            boolean terms =
                    !rule.categoryRates().isEmpty() || !rule.categoryCaps().isEmpty();
            if (rule.fund() != Fund.NATIONAL && terms == byCategory && !covered.isEmpty()) {
                paying.add(new CategoryGrantsSheet.Paid(rule, covered));
            }
        }
        return paying;
    }

    /** What is worked out on the other sheet is known here too. */
    void add(CategoryGrantsSheet others) {
        grants.putAll(others.grants());
    }

    /** Writes the sheet. */
    static GrantsSheet write(SheetWriter sheet, List<CategoryGrantsSheet.Paid> paying, Ledger ledger) {
        GrantsSheet grants = new GrantsSheet();
        grants.prefix = sheet.prefix();
        sheet.title(sheet.words("sheet.grants"), sheet.words("grants.explanation"));
        sheet.heads(
                SheetWriter.FIRST - 1,
                "claim",
                "item",
                "grants.beneficiary",
                "fund",
                "grants.eligible",
                "grants.numerator",
                "grants.denominator",
                "grants.ceiling",
                "cents",
                "grants.sum",
                "grants.of",
                "grants.in",
                "grants.exact",
                "whole",
                "rest",
                "rank",
                "missing",
                "grants.paid",
                "here.posted",
                "check",
                "representable");
        paying.forEach(paid -> grants.add(sheet, paid, ledger));
        sheet.widths(8, 32, 12, 14, 14, 10, 10, 16, 14, 16, 14, 14, 16, 14, 14, 7, 9, 14, 14, 9, 12);
        sheet.freeze(3);
        sheet.redWhere("R" + SheetWriter.FIRST + ":T" + grants.last, "NOT($T" + SheetWriter.FIRST + ")");
        return grants;
    }

    /** Where what funds pay of a claim is worked out; nothing where no decision pays it. */
    @Nullable
    Grant of(long claim) {
        return grants.get(claim);
    }

    /** All checks of the sheet as one condition. */
    String agree() {
        return last < SheetWriter.FIRST
                ? "TRUE"
                : "AND(" + prefix + SheetWriter.range("T", SheetWriter.FIRST, last) + ")";
    }

    boolean allAgree() {
        return allAgree;
    }

    private void add(SheetWriter sheet, CategoryGrantsSheet.Paid paid, Ledger ledger) {
        int first = last + 1;
        last += paid.costs().size();
        GrantRule rule = paid.rule();
        long ceiling = rule.ceiling().minor();
        long eligible =
                paid.costs().stream().mapToLong(cost -> cost.eligible().minor()).sum();
        boolean byRate = rule.rate().multiply(eligible).compareTo(BigFraction.of(ceiling)) <= 0;
        BigFraction part = byRate ? rule.rate() : BigFraction.of(ceiling, eligible);
        BigInteger of = byRate ? rule.rate().getNumerator() : BigInteger.valueOf(ceiling);
        BigInteger in = byRate ? rule.rate().getDenominator() : BigInteger.valueOf(eligible);
        List<BigFraction> exact = paid.costs().stream()
                .map(cost -> part.multiply(cost.eligible().minor()))
                .toList();
        List<Long> weights =
                paid.costs().stream().map(cost -> cost.eligible().minor()).toList();
        BigFraction whole = HandOut.of(
                        BigFraction.ZERO, List.of(part.multiply(eligible).add(HALF)), List.of(1))
                .wholes()
                .get(0);
        HandOut cents = HandOut.of(whole, exact, weights);
        for (int i = 0; i < paid.costs().size(); i++) {
            int row = first + i;
            FinalCost cost = paid.costs().get(i);
            sheet.number(row, "A", cost.claim());
            sheet.text(row, "B", cost.item().label());
            sheet.text(row, "C", rule.beneficiary().code());
            sheet.text(row, "D", Sentence.of("settlement.fund." + rule.fund()).in(sheet.language()));
            sheet.money(row, "E", cost.eligible());
            sheet.number(row, "F", rule.rate().getNumerator());
            sheet.number(row, "G", rule.rate().getDenominator());
            sheet.money(row, "H", rule.ceiling());
            sheet.formula(row, "I", cost.eligible().minor(), "ROUND(E%d*100,0)", row);
            sheet.formula(row, "J", eligible, "SUM(I$%d:I$%d)", first, last);
            sheet.formula(row, "K", of, "IF(J%1$d*F%1$d<=ROUND(H%1$d*100,0)*G%1$d,F%1$d,ROUND(H%1$d*100,0))", row);
            sheet.formula(row, "L", in, "IF(J%1$d*F%1$d<=ROUND(H%1$d*100,0)*G%1$d,G%1$d,J%1$d)", row);
            sheet.formula(row, "M", exact.get(i), "I%1$d*K%1$d/L%1$d", row);
            sheet.formula(row, "N", cents.wholes().get(i), "INT(I%1$d*K%1$d/L%1$d)", row);
            BigFraction rest = cents.rests().get(i).multiply(BigFraction.of(in));
            sheet.formula(row, "O", rest, "I%1$d*K%1$d-N%1$d*L%1$d", row);
            sheet.formula(row, "P", cents.ranks().get(i), "%s", HandOut.rank("O", "I", row, first, last));
            sheet.formula(
                    row,
                    "Q",
                    cents.missing(),
                    "INT((2*J%1$d*K%1$d+L%1$d)/(2*L%1$d))-SUM(N$%2$d:N$%3$d)",
                    row,
                    first,
                    last);
            Money found = Money.euro(cents.of(i).longValue());
            sheet.formula(row, "R", found, "(N%1$d+IF(P%1$d<=Q%1$d,1,0))/100", row);
            Money posted = posted(ledger, cost, rule.fund());
            sheet.money(row, "S", posted);
            sheet.formula(row, "T", found.equals(posted), "ROUND(R%1$d-S%1$d,6)=0", row);
            BigInteger largest = BigInteger.valueOf(eligible).multiply(of.max(BigInteger.TWO));
            boolean exactHere = largest.shiftLeft(1).compareTo(SheetWriter.EXACT) < 0;
            sheet.formula(row, "U", exactHere, "2*J%1$d*MAX(K%1$d,2)<%2$s", row, SheetWriter.EXACT);
            allAgree &= found.equals(posted);
            grants.put(cost.claim(), new Grant(sheet.prefix() + "R" + row, found));
        }
    }

    /** What stands in the accounts as that fund's payment to the claimant. */
    static Money posted(Ledger ledger, FinalCost cost, Fund fund) {
        return ledger.standing().stream()
                .filter(posting -> posting.kind() == Posting.Kind.GRANT
                        && posting.fund() == fund
                        && posting.party().equals(cost.claimant())
                        && Objects.equals(posting.claim(), cost.claim()))
                .map(Posting::amount)
                .reduce(Money.zero(Money.EUR), Money::plus);
    }
}
