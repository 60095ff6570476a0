package org.jointflights.web.settlement.spreadsheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalCost;
import org.jointflights.domain.settlement.Ledger;

/**
 * What a fund pays under a decision that pays less of single categories: rate and cap of the category first, then the one
 * ceiling; the cents go to the categories with a cap as wholes, then within them. Rests are compared to six decimals.
 */
final class CategoryGrantsSheet {

    private static final BigFraction HALF = BigFraction.of(1, 2);
    private static final int HUNDRED = 100;
    private static final int DECIMALS = 6;

    private final SheetWriter sheet;
    private final Ledger ledger;
    private final Map<Long, GrantsSheet.Grant> grants = new LinkedHashMap<>();
    private int last = SheetWriter.FIRST - 1;
    private boolean allAgree = true;

    private CategoryGrantsSheet(SheetWriter sheet, Ledger ledger) {
        this.sheet = sheet;
        this.ledger = ledger;
    }

    /** One decision with the costs that it pays. */
    record Paid(GrantRule rule, List<FinalCost> costs) {

        Paid {
            costs = List.copyOf(costs);
        }
    }

    /** Writes the sheet. */
    static CategoryGrantsSheet write(SheetWriter sheet, List<Paid> paid, Ledger ledger) {
        CategoryGrantsSheet grants = new CategoryGrantsSheet(sheet, ledger);
        sheet.title(sheet.words("sheet.categoryGrants"), sheet.words("categoryGrants.explanation"));
        sheet.heads(
                SheetWriter.FIRST - 1,
                "claim",
                "item",
                "grants.beneficiary",
                "fund",
                "grants.category",
                "grants.eligible",
                "grants.numerator",
                "grants.denominator",
                "grants.cap",
                "grants.ceiling",
                "cents",
                "grants.byRate",
                "grants.byCap",
                "grants.exact",
                "grants.part",
                "grants.first",
                "grants.partExact",
                "grants.partWhole",
                "grants.partRest",
                "grants.partEligible",
                "grants.partRank",
                "missing",
                "grants.partCents",
                "whole",
                "rest",
                "rank",
                "missing",
                "grants.paid",
                "here.posted",
                "check");
        paid.forEach(grants::add);
        sheet.widths(
                8, 32, 12, 14, 14, 14, 8, 8, 14, 16, 14, 14, 14, 14, 14, 7, 14, 14, 10, 14, 7, 9, 14, 14, 10, 7, 9, 14,
                14, 9);
        sheet.freeze(3);
        sheet.redWhere("AB" + SheetWriter.FIRST + ":AD" + grants.last, "NOT($AD" + SheetWriter.FIRST + ")");
        return grants;
    }

    Map<Long, GrantsSheet.Grant> grants() {
        return grants;
    }

    boolean allAgree() {
        return allAgree;
    }

    /** All checks of the sheet as one condition. */
    String agree() {
        return sheet.allTrue("AD", last);
    }

    /** What the columns hold, exactly. */
    private record Figures(
            List<BigFraction> byRate,
            List<BigFraction> byCap,
            List<BigFraction> exact,
            List<String> parts,
            List<String> order,
            HandOut ofParts,
            List<BigFraction> partExact,
            List<Long> partEligible) {}

    private static Figures figures(Paid paid) {
        GrantRule rule = paid.rule;
        Map<CostCategory, BigFraction> promised = new LinkedHashMap<>();
        List<BigFraction> byRate = new ArrayList<>();
        for (FinalCost cost : paid.costs) {
            CostCategory category = cost.item().category();
            BigFraction share = rule.rateOf(category).multiply(cost.eligible().minor());
            byRate.add(share);
            promised.merge(category, share, BigFraction::add);
        }
        List<BigFraction> byCap = new ArrayList<>();
        for (int i = 0; i < byRate.size(); i++) {
            CostCategory category = paid.costs.get(i).item().category();
            Money cap = rule.categoryCaps().get(category);
            BigFraction sum = promised.getOrDefault(category, BigFraction.ZERO);
            if (cap == null || sum.compareTo(BigFraction.of(cap.minor())) <= 0) {
                byCap.add(byRate.get(i));
            } else {
                byCap.add(byRate.get(i).multiply(cap.minor()).divide(sum));
            }
        }
        long eligible =
                paid.costs.stream().mapToLong(cost -> cost.eligible().minor()).sum();
        BigFraction most = BigFraction.of(Math.min(rule.ceiling().minor(), eligible));
        BigFraction claimed = sum(byCap);
        List<BigFraction> exact = claimed.compareTo(most) <= 0
                ? byCap
                : byCap.stream().map(one -> one.multiply(most).divide(claimed)).toList();
        List<String> parts = paid.costs.stream()
                .map(cost -> rule.categoryCaps().containsKey(cost.item().category())
                        ? cost.item().category().name()
                        : Long.toString(cost.claim()))
                .toList();
        List<String> order = parts.stream().distinct().toList();
        List<BigFraction> partExact =
                order.stream().map(part -> sum(of(part, parts, exact))).toList();
        List<Long> partEligible = order.stream()
                .map(part -> of(part, parts, paid.costs).stream()
                        .mapToLong(cost -> cost.eligible().minor())
                        .sum())
                .toList();
        BigFraction whole = HandOut.of(BigFraction.ZERO, List.of(sum(exact).add(HALF)), List.of(1))
                .wholes()
                .get(0);
        return new Figures(
                byRate,
                byCap,
                exact,
                parts,
                order,
                HandOut.of(whole, partExact, partEligible),
                partExact,
                partEligible);
    }

    private static <T> List<T> of(String part, List<String> parts, List<T> all) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (parts.get(i).equals(part)) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    private static BigFraction sum(List<BigFraction> fractions) {
        return fractions.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }

    private void add(Paid paid) {
        Figures figures = figures(paid);
        Map<Long, Integer> placeInPart = new LinkedHashMap<>();
        Map<String, HandOut> inParts = new LinkedHashMap<>();
        for (String part : figures.order) {
            List<FinalCost> costs = of(part, figures.parts, paid.costs);
            for (int i = 0; i < costs.size(); i++) {
                placeInPart.put(costs.get(i).claim(), i);
            }
            inParts.put(
                    part,
                    HandOut.of(
                            figures.ofParts.of(figures.order.indexOf(part)),
                            of(part, figures.parts, figures.exact),
                            costs.stream().map(cost -> cost.eligible().minor()).toList()));
        }
        int first = last + 1;
        last += paid.costs.size();
        for (int i = 0; i < paid.costs.size(); i++) {
            FinalCost cost = paid.costs.get(i);
            String part = figures.parts.get(i);
            entered(first + i, paid.rule, cost);
            shared(first + i, first, figures, i);
            ofPart(first + i, first, figures, figures.order.indexOf(part), figures.parts.indexOf(part) == i);
            HandOut inPart = Objects.requireNonNull(inParts.get(part));
            result(first + i, first, paid.rule, cost, inPart, placeInPart.getOrDefault(cost.claim(), 0));
        }
    }

    private void entered(int row, GrantRule rule, FinalCost cost) {
        CostCategory category = cost.item().category();
        sheet.number(row, "A", cost.claim());
        sheet.text(row, "B", cost.item().label());
        sheet.text(row, "C", rule.beneficiary().code());
        sheet.text(row, "D", Sentence.of("settlement.fund." + rule.fund()).in(sheet.language()));
        sheet.text(row, "E", category.name());
        sheet.money(row, "F", cost.eligible());
        sheet.number(row, "G", rule.rateOf(category).getNumerator());
        sheet.number(row, "H", rule.rateOf(category).getDenominator());
        Money cap = rule.categoryCaps().get(category);
        if (cap != null) {
            sheet.money(row, "I", cap);
        }
        sheet.money(row, "J", rule.ceiling());
        sheet.formula(row, "K", cost.eligible().minor(), "ROUND(F%d*100,0)", row);
    }

    private void shared(int row, int first, Figures figures, int i) {
        sheet.formula(row, "L", figures.byRate.get(i), "K%1$d*G%1$d/H%1$d", row);
        sheet.formula(
                row,
                "M",
                figures.byCap.get(i),
                "IF(I%1$d=\"\",L%1$d,L%1$d*MIN(1,I%1$d*100/SUMIF(E$%2$d:E$%3$d,E%1$d,L$%2$d:L$%3$d)))",
                row,
                first,
                last);
        sheet.formula(
                row,
                "N",
                figures.exact.get(i),
                "M%1$d*MIN(1,MIN(ROUND(J%1$d*100,0),SUM(K$%2$d:K$%3$d))/MAX(SUM(M$%2$d:M$%3$d),0.000001))",
                row,
                first,
                last);
        String part = figures.parts.get(i);
        Object shown = Character.isDigit(part.charAt(0)) ? (Object) Long.valueOf(part) : part;
        sheet.formula(row, "O", shown, "IF(I%1$d=\"\",A%1$d,E%1$d)", row);
    }

    private void ofPart(int row, int first, Figures figures, int part, boolean begins) {
        HandOut parts = figures.ofParts;
        sheet.formula(row, "P", begins ? 1 : 0, "IF(COUNTIF(O$%1$d:O%2$d,O%2$d)=1,1,0)", first, row);
        sheet.formula(
                row, "Q", figures.partExact.get(part), "SUMIF(O$%1$d:O$%2$d,O%3$d,N$%1$d:N$%2$d)", first, last, row);
        sheet.formula(row, "R", parts.wholes().get(part), "INT(ROUND(Q%d,6))", row);
        sheet.formula(row, "S", rounded(parts.rests().get(part)), "ROUND(Q%1$d-R%1$d,6)", row);
        sheet.formula(
                row, "T", figures.partEligible.get(part), "SUMIF(O$%1$d:O$%2$d,O%3$d,K$%1$d:K$%2$d)", first, last, row);
        if (begins) {
            sheet.formula(
                    row,
                    "U",
                    parts.ranks().get(part),
                    "1+COUNTIFS(P$%1$d:P$%2$d,1,S$%1$d:S$%2$d,\">\"&S%3$d)"
                            + "+COUNTIFS(P$%1$d:P$%2$d,1,S$%1$d:S$%2$d,S%3$d,T$%1$d:T$%2$d,\">\"&T%3$d)"
                            + "+COUNTIFS(P$%1$d:P%3$d,1,S$%1$d:S%3$d,S%3$d,T$%1$d:T%3$d,T%3$d)-1",
                    first,
                    last,
                    row);
        } else {
            sheet.formula(
                    row,
                    "U",
                    parts.ranks().get(part),
                    "INDEX(U$%1$d:U%2$d,MATCH(O%3$d,O$%1$d:O%2$d,0))",
                    first,
                    row - 1,
                    row);
        }
        sheet.formula(
                row,
                "V",
                parts.missing(),
                "INT(ROUND(SUM(N$%1$d:N$%2$d),6)+0.5)-SUMIF(P$%1$d:P$%2$d,1,R$%1$d:R$%2$d)",
                first,
                last);
        sheet.formula(row, "W", parts.of(part), "R%1$d+IF(U%1$d<=V%1$d,1,0)", row);
    }

    private static BigDecimal rounded(BigFraction rest) {
        return rest.bigDecimalValue(DECIMALS, RoundingMode.HALF_UP);
    }

    private void result(int row, int first, GrantRule rule, FinalCost cost, HandOut inPart, int place) {
        sheet.formula(row, "X", inPart.wholes().get(place), "INT(ROUND(N%d,6))", row);
        sheet.formula(row, "Y", rounded(inPart.rests().get(place)), "ROUND(N%1$d-X%1$d,6)", row);
        sheet.formula(
                row,
                "Z",
                inPart.ranks().get(place),
                "1+COUNTIFS(O$%1$d:O$%2$d,O%3$d,Y$%1$d:Y$%2$d,\">\"&Y%3$d)"
                        + "+COUNTIFS(O$%1$d:O$%2$d,O%3$d,Y$%1$d:Y$%2$d,Y%3$d,K$%1$d:K$%2$d,\">\"&K%3$d)"
                        + "+COUNTIFS(O$%1$d:O%3$d,O%3$d,Y$%1$d:Y%3$d,Y%3$d,K$%1$d:K%3$d,K%3$d)-1",
                first,
                last,
                row);
        sheet.formula(row, "AA", inPart.missing(), "W%3$d-SUMIF(O$%1$d:O$%2$d,O%3$d,X$%1$d:X$%2$d)", first, last, row);
        Money found = Money.euro(inPart.of(place).longValue());
        sheet.formula(row, "AB", found, "(X%1$d+IF(Z%1$d<=AA%1$d,1,0))/%2$d", row, HUNDRED);
        Money posted = GrantsSheet.posted(ledger, cost, rule.fund());
        sheet.money(row, "AC", posted);
        sheet.formula(row, "AD", found.equals(posted), "ROUND(AB%1$d-AC%1$d,6)=0", row);
        allAgree &= found.equals(posted);
        grants.put(cost.claim(), new GrantsSheet.Grant(sheet.prefix() + "AB" + row, found));
    }
}
