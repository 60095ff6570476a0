package org.jointflights.web.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.jointflights.domain.settlement.FinalShare;
import org.jointflights.domain.settlement.PostedShare;
import org.jspecify.annotations.Nullable;

/**
 * One party's share of one item as the spreadsheet shows it: what its formulas begin with, and beside it what is stored.
 *
 * @param item the item's id
 * @param label its number and what it is for
 * @param amount of the item, which the item's shares add up to
 * @param carried by how much the final posting differs from the share that the formulas find
 * @param stored as it is kept in the database; nothing if it is not
 */
record StatementRow(
        long item,
        String label,
        Money amount,
        Party party,
        BigInteger weight,
        Money carried,
        @Nullable Money stored,
        String exact,
        String reason) {

    /** As posted; weights and fractions are those of the postings too, so that nothing rests on a later split. */
    static List<StatementRow> posted(FlightAccounts accounts, Locale language) {
        Map<Long, String> names = accounts.claims().stream().collect(Collectors.toMap(Claim::id, Claim::label));
        Map<String, Money> carried = new HashMap<>();
        if (accounts.posted() != null) {
            for (FinalShare share : accounts.posted().shares()) {
                carried.put(share.claim() + " " + share.party(), share.difference());
            }
        }
        List<StatementRow> rows = new ArrayList<>();
        accounts.ledger().shares().stream().collect(Collectors.groupingBy(PostedShare::claim)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(claim -> {
                    List<PostedShare> shares = claim.getValue();
                    List<BigInteger> weights = weights(shares);
                    for (int i = 0; i < shares.size(); i++) {
                        PostedShare share = shares.get(i);
                        rows.add(new StatementRow(
                                share.claim(),
                                names.getOrDefault(share.claim(), Long.toString(share.claim())),
                                share.shared(),
                                share.party(),
                                weights.get(i),
                                carried.getOrDefault(
                                        share.claim() + " " + share.party(),
                                        Money.zero(share.shared().currency())),
                                share.posted(),
                                share.exact().toString(),
                                share.reason(language)));
                    }
                });
        return rows;
    }

    /** As planned; what the engine finds anew is only what the formulas begin with. */
    static List<StatementRow> planned(Split split, Locale language) {
        Map<String, Share> stored = split.shares().stream()
                .collect(Collectors.toMap(share -> share.item() + " " + share.party(), share -> share));
        List<StatementRow> rows = new ArrayList<>();
        CostSharing.share(split.input()).postings().stream()
                .collect(Collectors.groupingBy(posting -> posting.item().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(item -> {
                    boolean bent = !item.get(0).item().limits().isEmpty();
                    List<BigInteger> weights = smallest(
                            bent
                                    ? numerators(
                                            item.stream().map(ItemShare::exact).toList())
                                    : item.stream().map(ItemShare::weight).toList());
                    for (int i = 0; i < item.size(); i++) {
                        ItemShare posting = item.get(i);
                        Share share = stored.remove(posting.item().id() + " " + posting.party());
                        rows.add(new StatementRow(
                                posting.item().id(),
                                posting.item().label(),
                                posting.item().amount(),
                                posting.party(),
                                weights.get(i),
                                Money.zero(posting.item().amount().currency()),
                                share == null ? null : share.amount(),
                                (share == null ? posting.exact() : share.exact()).toString(),
                                share == null ? posting.sentence(language) : share.reason(language)));
                    }
                });
        // A share that is stored though its item is not shared with that party is shown beside nothing.
        stored.values()
                .forEach(share -> rows.add(new StatementRow(
                        share.item(),
                        split.itemOf(share).label(),
                        Money.zero(share.amount().currency()),
                        share.party(),
                        BigInteger.ONE,
                        Money.zero(share.amount().currency()),
                        share.amount(),
                        share.exact().toString(),
                        share.reason(language))));
        return rows;
    }

    /** Smallest units in one unit of its currency. */
    long unit() {
        return BigInteger.TEN.pow(amount.currency().getDefaultFractionDigits()).longValueExact();
    }

    /** Where floors and caps bent the shares, the shares themselves are the weights. */
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
