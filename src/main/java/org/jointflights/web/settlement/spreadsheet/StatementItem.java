package org.jointflights.web.settlement.spreadsheet;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.Split;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.ItemShare;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.PostedShare;
import org.jointflights.domain.settlement.Posting;
import org.jspecify.annotations.Nullable;

/**
 * One item with the shares in it, as the spreadsheet shows them: what its formulas begin with, and beside it what is stored.
 *
 * @param id of the item, or of the claim once something is posted
 * @param amount of the item; what a claim paid
 * @param granted what funds pay of it as it stands in the accounts
 */
record StatementItem(long id, String label, Money amount, Money granted, List<Line> lines) {

    /**
     * One party's share.
     *
     * @param weight what the formulas begin with where the weights are not worked out in the workbook
     * @param storedWeight as it stands in the accounts; nothing in a plan, which stores shares only
     * @param stored as it is kept in the database; nothing if it is not
     */
    record Line(
            Party party,
            BigInteger weight,
            @Nullable BigInteger storedWeight,
            @Nullable Money stored,
            String exact,
            String reason) {}

    StatementItem {
        lines = List.copyOf(lines);
    }

    /** As posted; weights and fractions are those of the postings too, so that nothing rests on a later split. */
    static List<StatementItem> posted(FlightAccounts accounts, Locale language) {
        Map<Long, Claim> claims = accounts.claims().stream().collect(Collectors.toMap(Claim::id, claim -> claim));
        Map<Long, Money> paid = new HashMap<>();
        accounts.ledger().standing().forEach(posting -> {
            Long claim = posting.claim();
            if (claim != null && posting.kind() == Posting.Kind.PAID) {
                paid.merge(claim, posting.amount(), Money::plus);
            }
        });
        List<StatementItem> items = new ArrayList<>();
        accounts.ledger().shares().stream().collect(Collectors.groupingBy(PostedShare::claim)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(claim -> {
                    List<PostedShare> shares = claim.getValue();
                    List<BigInteger> weights = weights(shares);
                    List<Line> lines = new ArrayList<>();
                    for (int i = 0; i < shares.size(); i++) {
                        PostedShare share = shares.get(i);
                        lines.add(new Line(
                                share.party(),
                                weights.get(i),
                                weights.get(i),
                                share.posted(),
                                share.exact().toString(),
                                share.reason(language)));
                    }
                    Money shared = shares.get(0).shared();
                    Money amount = paid.getOrDefault(claim.getKey(), shared);
                    Claim known = claims.get(claim.getKey());
                    items.add(new StatementItem(
                            claim.getKey(),
                            known == null ? Long.toString(claim.getKey()) : known.label(),
                            amount,
                            amount.minus(shared),
                            lines));
                });
        return items;
    }

    /** As planned; what the engine finds anew is only what the formulas begin with. */
    static List<StatementItem> planned(Split split, Locale language) {
        Map<String, Share> stored = split.shares().stream()
                .collect(Collectors.toMap(share -> share.item() + " " + share.party(), share -> share));
        Map<Long, StatementItem> items = new LinkedHashMap<>();
        CostSharing.share(split.input()).postings().stream()
                .collect(Collectors.groupingBy(posting -> posting.item().id(), LinkedHashMap::new, Collectors.toList()))
                .forEach((id, shares) -> items.put(id, planned(shares, stored, language)));
        // A share that is stored though its item is not shared with that party is shown beside nothing.
        stored.values().forEach(share -> {
            StatementItem item =
                    Objects.requireNonNull(items.get(split.itemOf(share).id()));
            List<Line> lines = new ArrayList<>(item.lines);
            lines.add(new Line(
                    share.party(),
                    BigInteger.ZERO,
                    null,
                    share.amount(),
                    share.exact().toString(),
                    share.reason(language)));
            items.put(item.id, new StatementItem(item.id, item.label, item.amount, item.granted, lines));
        });
        return List.copyOf(items.values());
    }

    private static StatementItem planned(List<ItemShare> shares, Map<String, Share> stored, Locale language) {
        List<BigInteger> weights =
                smallest(shares.stream().map(ItemShare::weight).toList());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            ItemShare found = shares.get(i);
            Share share = stored.remove(found.item().id() + " " + found.party());
            lines.add(new Line(
                    found.party(),
                    weights.get(i),
                    null,
                    share == null ? null : share.amount(),
                    (share == null ? found.exact() : share.exact()).toString(),
                    share == null ? found.sentence(language) : share.reason(language)));
        }
        Money amount = shares.get(0).item().amount();
        return new StatementItem(
                shares.get(0).item().id(), shares.get(0).item().label(), amount, Money.zero(amount.currency()), lines);
    }

    /** Smallest units in one unit of its currency. */
    long unit() {
        return BigInteger.TEN.pow(amount.currency().getDefaultFractionDigits()).longValueExact();
    }

    /** What is shared: the amount without what funds pay. */
    Money shared() {
        return amount.minus(granted);
    }

    /**
     * Where floors and caps bent the shares, the shares themselves are the weights: so they are posted, and so they are taken where
     * an earlier version posted those of the key.
     */
    private static List<BigInteger> weights(List<PostedShare> shares) {
        boolean bent = shares.stream()
                .anyMatch(
                        share -> !share.part().multiply(share.shared().minor()).equals(share.exact()));
        return smallest(
                bent
                        ? numerators(shares.stream().map(PostedShare::exact).toList())
                        : shares.stream().map(PostedShare::weight).toList());
    }

    /** Without a common divisor. */
    private static List<BigInteger> smallest(List<BigInteger> weights) {
        BigInteger divisor = weights.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        return divisor.signum() == 0
                ? weights
                : weights.stream().map(weight -> weight.divide(divisor)).toList();
    }

    /** Over their common denominator. */
    private static List<BigInteger> numerators(List<BigFraction> exact) {
        BigInteger common = BigInteger.ONE;
        for (BigFraction fraction : exact) {
            BigInteger denominator = fraction.getDenominator();
            common = common.divide(common.gcd(denominator)).multiply(denominator);
        }
        BigFraction by = BigFraction.of(common);
        return exact.stream()
                .map(fraction -> fraction.multiply(by).getNumerator())
                .toList();
    }
}
