package org.jointflights.domain.approval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a signed text says, read from that very text and from nowhere else.
 *
 * @param reference of the flight, or nothing if the text names none
 * @param payers the states, and whoever else pays or shares a cost
 * @param shares what each bears of all cost items together, in euro
 * @param decisions each in its canonical spelling
 */
record SignedFacts(
        @Nullable Object reference,
        String bindingHash,
        Map<Party, Seats> seats,
        Money total,
        Set<Party> payers,
        Map<Party, Money> shares,
        List<String> decisions) {

    /** Throws {@link IllegalArgumentException} unless the text is the canonical JSON of a plan. */
    static SignedFacts of(String content) {
        try {
            Map<String, Object> facts = map(CanonicalJson.read(content));
            Map<Party, Seats> seats = seats(facts);
            return new SignedFacts(
                    facts.get("reference"),
                    bindingHash(facts),
                    seats,
                    total(facts),
                    payers(facts, seats.keySet()),
                    shares(facts),
                    list(facts, "decisions").stream().map(CanonicalJson::write).toList());
        } catch (ArithmeticException | BadInput impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** Whether exactly this was decided, whoever has signed it. */
    boolean holds(FinancialDecision decision) {
        return decisions.contains(CanonicalJson.write(PlanContent.facts(decision)));
    }

    private static String bindingHash(Map<String, Object> facts) {
        Map<String, Object> binding = new TreeMap<>(facts);
        binding.keySet().removeAll(PlanContent.NOT_BINDING);
        return CanonicalJson.hash(CanonicalJson.write(binding));
    }

    private static Map<Party, Seats> seats(Map<String, Object> facts) {
        Map<Party, Seats> seats = new TreeMap<>();
        Object parts = facts.get("parts");
        if (parts != null) {
            map(parts).forEach((party, part) -> seats.put(new Party(party), seats(part)));
        }
        return seats;
    }

    private static Seats seats(Object part) {
        Map<String, Object> heads = map(part);
        return new Seats(
                whole(heads, "returnees").intValueExact(),
                whole(heads, "escorts").intValueExact(),
                whole(heads, "medical").intValueExact(),
                whole(heads, "interpreters").intValueExact(),
                whole(heads, "monitors").intValueExact(),
                whole(heads, "others").intValueExact());
    }

    /** Costs are signed in euro. */
    private static Money total(Map<String, Object> facts) {
        Money total = Money.zero(Money.EUR);
        for (Object cost : list(facts, "costs")) {
            Map<String, Object> item = map(cost);
            if (!Money.EUR.getCurrencyCode().equals(item.get("currency"))) {
                throw new IllegalArgumentException("a cost that is not in euro: " + item);
            }
            BigDecimal amount = new BigDecimal(String.valueOf(item.get("amount")));
            total = total.plus(Money.euro(
                    amount.movePointRight(Money.EUR.getDefaultFractionDigits()).longValueExact()));
        }
        return total;
    }

    private static Set<Party> payers(Map<String, Object> facts, Set<Party> states) {
        Set<Party> payers = new TreeSet<>(states);
        list(facts, "costs").forEach(cost -> payers.add(party(cost, "payer")));
        list(facts, "shares").forEach(share -> payers.add(party(share, "party")));
        return payers;
    }

    private static Map<Party, Money> shares(Map<String, Object> facts) {
        Map<Party, Money> shares = new TreeMap<>();
        for (Object share : list(facts, "shares")) {
            Map<String, Object> amount = map(map(share).get("amount"));
            if (!Money.EUR.getCurrencyCode().equals(amount.get("currency"))) {
                throw new IllegalArgumentException("a share that is not in euro: " + share);
            }
            shares.merge(
                    party(share, "party"), Money.euro(whole(amount, "minor").longValueExact()), Money::plus);
        }
        return shares;
    }

    private static Party party(Object value, String key) {
        return new Party(String.valueOf(map(value).get(key)));
    }

    private static List<?> list(Map<String, Object> facts, String key) {
        return facts.get(key) instanceof List<?> list ? list : List.of();
    }

    private static Map<String, Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> known) {
            Map<String, Object> map = new TreeMap<>();
            known.forEach((key, content) -> map.put((String) key, content));
            return map;
        }
        throw new IllegalArgumentException("not an object: " + value);
    }

    private static BigInteger whole(Map<String, Object> facts, String key) {
        if (facts.get(key) instanceof BigInteger number) {
            return number;
        }
        throw new IllegalArgumentException("no whole number: " + key);
    }
}
