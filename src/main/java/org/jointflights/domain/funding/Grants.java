package org.jointflights.domain.funding;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.funding.GrantedItem.Bound;
import org.jointflights.domain.money.Money;

/**
 * What the funds pay, item by item. A grant attaches to who paid and what for: first the rate and the cap of the
 * category, then the ceiling, then rounding to the cent. What it leaves of a common item is shared by the item's key; what
 * it leaves of a direct item stays with its party.
 */
public record Grants(List<GrantedItem> items) {

    public Grants {
        items = List.copyOf(items);
    }

    /**
     * Applies the rules to the items, in the items' order. A rule covers what its beneficiary paid. Throws {@link BadInput} where
     * two rules cover one item, or amounts are in another currency.
     */
    public static Grants of(List<CostItem> items, List<GrantRule> rules) {
        GrantedItem[] granted = new GrantedItem[items.size()];
        for (GrantRule rule : rules) {
            List<Integer> covered = IntStream.range(0, granted.length)
                    .filter(i -> items.get(i).payer().equals(rule.beneficiary()))
                    .boxed()
                    .toList();
            for (int i : covered) {
                requireSameCurrency(rule, items.get(i));
                GrantedItem other = granted[i];
                if (other != null) {
                    GrantRule first = other.rule();
                    throw BadInput.of(
                            "fund",
                            rule.fund(),
                            "funding.twoFunds",
                            items.get(i).label(),
                            first == null ? "" : first.fund());
                }
            }
            List<GrantedItem> paid = pay(rule, covered.stream().map(items::get).toList());
            for (int k = 0; k < paid.size(); k++) {
                granted[covered.get(k)] = paid.get(k);
            }
        }
        List<GrantedItem> all = new ArrayList<>();
        for (int i = 0; i < granted.length; i++) {
            CostItem item = items.get(i);
            GrantedItem one = granted[i];
            all.add(
                    one != null
                            ? one
                            : new GrantedItem(
                                    item,
                                    null,
                                    Money.zero(item.amount().currency()),
                                    BigFraction.ZERO,
                                    Bound.NOT_COVERED));
        }
        return new Grants(all);
    }

    private static List<GrantedItem> pay(GrantRule rule, List<CostItem> items) {
        BigFraction[] claims = new BigFraction[items.size()];
        Bound[] bounds = new Bound[items.size()];
        Map<CostCategory, List<Integer>> byCategory = IntStream.range(0, claims.length)
                .boxed()
                .collect(Collectors.groupingBy(i -> items.get(i).category(), TreeMap::new, Collectors.toList()));
        byCategory.forEach((category, places) -> {
            BigFraction sum = BigFraction.ZERO;
            for (int i : places) {
                claims[i] = rule.rateOf(category).multiply(items.get(i).amount().minor());
                bounds[i] = Bound.RATE;
                sum = sum.add(claims[i]);
            }
            Money cap = rule.categoryCaps().get(category);
            if (cap != null && sum.compareTo(BigFraction.of(cap.minor())) > 0) {
                for (int i : places) {
                    claims[i] = claims[i].multiply(cap.minor()).divide(sum);
                    bounds[i] = Bound.CATEGORY_CAP;
                }
            }
        });
        return round(rule, items, underCeiling(rule, items, claims, bounds), bounds);
    }

    /** Where the ceiling is too low, every item is paid the same part of what it would be. */
    private static BigFraction[] underCeiling(
            GrantRule rule, List<CostItem> items, BigFraction[] claims, Bound[] bounds) {
        BigFraction claimed = BigFraction.ZERO;
        BigFraction eligible = BigFraction.ZERO;
        for (int i = 0; i < claims.length; i++) {
            claimed = claimed.add(claims[i]);
            eligible = eligible.add(BigFraction.of(items.get(i).amount().minor()));
        }
        BigFraction ceiling = BigFraction.of(rule.ceiling().minor());
        BigFraction most = eligible.compareTo(ceiling) < 0 ? eligible : ceiling;
        BigFraction available = most.signum() < 0 ? BigFraction.ZERO : most;
        if (claimed.compareTo(available) <= 0) {
            return claims;
        }
        BigFraction[] reduced = new BigFraction[claims.length];
        for (int i = 0; i < claims.length; i++) {
            bounds[i] = Bound.CEILING;
            reduced[i] = claims[i].multiply(available).divide(claimed);
        }
        return reduced;
    }

    /**
     * The whole is rounded half up and its cents go to the items by largest remainder, ties to the larger amount, then the
     * earlier. The items of a category with a cap are first one: alone, each could be rounded up past it.
     */
    private static List<GrantedItem> round(GrantRule rule, List<CostItem> items, BigFraction[] exact, Bound[] bounds) {
        Map<Object, List<Integer>> parts = IntStream.range(0, exact.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> rule.categoryCaps().containsKey(items.get(i).category())
                                ? items.get(i).category()
                                : i,
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<List<Integer>> places = List.copyOf(parts.values());
        BigFraction[] sums = places.stream().map(part -> sum(part, exact)).toArray(BigFraction[]::new);
        long[] amounts = places.stream()
                .mapToLong(part -> part.stream()
                        .mapToLong(i -> items.get(i).amount().minor())
                        .sum())
                .toArray();
        BigInteger whole = floor(
                Arrays.stream(sums).reduce(BigFraction.ZERO, BigFraction::add).add(BigFraction.of(1, 2)));
        BigInteger[] ofParts = handOut(whole, sums, amounts);
        BigInteger[] cents = new BigInteger[exact.length];
        for (int part = 0; part < ofParts.length; part++) {
            List<Integer> of = places.get(part);
            BigInteger[] each = handOut(
                    ofParts[part],
                    of.stream().map(i -> exact[i]).toArray(BigFraction[]::new),
                    of.stream().mapToLong(i -> items.get(i).amount().minor()).toArray());
            for (int k = 0; k < each.length; k++) {
                cents[of.get(k)] = each[k];
            }
        }
        return IntStream.range(0, exact.length)
                .mapToObj(i -> new GrantedItem(
                        items.get(i),
                        rule,
                        new Money(
                                cents[i].longValueExact(), items.get(i).amount().currency()),
                        exact[i],
                        bounds[i]))
                .toList();
    }

    private static BigFraction sum(List<Integer> places, BigFraction[] exact) {
        return places.stream().map(i -> exact[i]).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** Whole cents near the exact ones, {@code whole} in all: it differs from their sum by less than one. */
    private static BigInteger[] handOut(BigInteger whole, BigFraction[] exact, long[] amounts) {
        BigInteger[] cents = Arrays.stream(exact).map(Grants::floor).toArray(BigInteger[]::new);
        int missing = whole.subtract(Arrays.stream(cents).reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.<Integer, BigFraction>comparing(i -> exact[i].subtract(cents[i]))
                        .thenComparing(i -> amounts[i])
                        .reversed())
                .limit(missing)
                .toList()
                .forEach(i -> cents[i] = cents[i].add(BigInteger.ONE));
        return cents;
    }

    private static void requireSameCurrency(GrantRule rule, CostItem item) {
        if (!item.amount().currency().equals(rule.ceiling().currency())) {
            throw BadInput.of(
                    "ceiling",
                    rule.ceiling(),
                    "money.currency.other",
                    item.amount().currency());
        }
    }

    private static BigInteger floor(BigFraction fraction) {
        BigInteger[] parts = fraction.getNumerator().divideAndRemainder(fraction.getDenominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
