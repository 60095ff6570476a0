package org.jointflights.domain.costs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One cost of the flight. A common item is shared by a key; a direct one belongs to a single party.
 *
 * @param id its number in the flight's budget, or in its settlement the number of the claim; the description is to be read
 *     by people only
 * @param amount what is shared, in the currency of the accounts; negative for a refund
 * @param payer who paid the supplier
 * @param customWeights for {@link Key#CUSTOM} one weight above zero for every sharer, otherwise empty
 * @param limits the least and most that single parties pay of it
 * @param conversion how the amount came from another currency, if it did
 */
public record CostItem(
        long id,
        String description,
        CostCategory category,
        Money amount,
        Party payer,
        Set<Party> sharers,
        Key key,
        Map<Party, Long> customWeights,
        Map<Party, Limit> limits,
        @Nullable Conversion conversion) {

    /**
     * Throws {@link BadInput} where it has no number or no description, nobody shares it, custom weights do not fit the sharers or are not above zero,
     * floors exceed the amount or caps do not reach it, or the conversion gives another amount.
     */
    public CostItem {
        sharers = Collections.unmodifiableSet(new TreeSet<>(sharers));
        customWeights = customWeights.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(customWeights));
        limits = limits.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(limits));
        if (id < 1) {
            throw BadInput.of("itemId", id, "common.wholeNumber", 1, Long.MAX_VALUE);
        }
        if (description.isBlank()) {
            throw BadInput.of("description", description, "costs.item.unnamed");
        }
        String label = label(id, description);
        if (sharers.isEmpty()) {
            throw BadInput.of("sharers", null, "costs.sharers.none", label);
        }
        requireWeights(label, sharers, key, customWeights);
        requireLimits(label, amount, sharers, limits);
        if (conversion != null && !conversion.after().equals(amount)) {
            throw BadInput.of("amount", amount, "costs.item.conversion", conversion.after());
        }
    }

    /** A cost shared by several parties. */
    public static CostItem common(
            long id,
            String description,
            CostCategory category,
            Money amount,
            Party payer,
            Set<Party> sharers,
            Key key) {
        return new CostItem(id, description, category, amount, payer, sharers, key, Map.of(), Map.of(), null);
    }

    /** A cost of one party alone, whoever paid it. */
    public static CostItem direct(
            long id, String description, CostCategory category, Money amount, Party payer, Party party) {
        return common(id, description, category, amount, payer, Set.of(party), Key.EQUAL);
    }

    /** The same item by another of the keys that need no weights of their own. */
    public CostItem by(Key other) {
        return new CostItem(id, description, category, amount, payer, sharers, other, Map.of(), limits, conversion);
    }

    public CostItem sharedBy(Set<Party> others) {
        Map<Party, Long> weights = new TreeMap<>(customWeights);
        weights.keySet().retainAll(others);
        Map<Party, Limit> kept = new TreeMap<>(limits);
        kept.keySet().retainAll(others);
        return new CostItem(id, description, category, amount, payer, others, key, weights, kept, conversion);
    }

    /** The same item by these weights, which are those of its sharers. */
    public CostItem by(Map<Party, Long> agreed) {
        return new CostItem(id, description, category, amount, payer, sharers, Key.CUSTOM, agreed, limits, conversion);
    }

    /** What is left of the item after a grant, or the item as converted; the conversion on record goes with it. */
    public CostItem of(Money left) {
        return new CostItem(id, description, category, left, payer, sharers, key, customWeights, limitsFor(left), null);
    }

    /** The item in the currency of the accounts. */
    public CostItem converted(Conversion from) {
        Map<Party, Limit> after = limitsFor(from.after());
        return new CostItem(id, description, category, from.after(), payer, sharers, key, customWeights, after, from);
    }

    /** With these limits of what it comes to. */
    public CostItem within(Map<Party, Limit> agreed) {
        return new CostItem(id, description, category, amount, payer, sharers, key, customWeights, agreed, conversion);
    }

    /** What its limits are where another amount is shared in the same way. */
    public Map<Party, Limit> limitsFor(Money other) {
        return Limit.inProportion(limits, amount, other);
    }

    /** Its number and what it is for, as it is shown. */
    public String label() {
        return label(id, description);
    }

    /** The same of an item that is not at hand. */
    public static String label(long id, String description) {
        return id + " " + description;
    }

    public boolean isDirect() {
        return sharers.size() == 1;
    }

    /** The sharers in the fixed order of all postings: by code. */
    public List<Party> sharersInOrder() {
        return List.copyOf(sharers);
    }

    private static void requireWeights(String label, Set<Party> sharers, Key key, Map<Party, Long> weights) {
        boolean fits = key == Key.CUSTOM ? weights.keySet().equals(sharers) : weights.isEmpty();
        if (!fits) {
            throw BadInput.of(
                    "customWeights", Party.codes(weights.keySet()), "costs.weights.fit", label, Party.codes(sharers));
        }
        weights.forEach((party, weight) -> {
            if (weight <= 0) {
                throw BadInput.of("customWeights", weight, "costs.weight.positive", party, label);
            }
        });
    }

    private static void requireLimits(String label, Money amount, Set<Party> sharers, Map<Party, Limit> limits) {
        if (limits.isEmpty()) {
            return;
        }
        if (amount.minor() < 0) {
            throw BadInput.of("amount", amount, "costs.limits.refund", label);
        }
        BigInteger floors = BigInteger.ZERO;
        BigInteger caps = BigInteger.ZERO;
        for (Party party : limits.keySet()) {
            if (!sharers.contains(party)) {
                throw BadInput.of("limits", party, "costs.limits.stranger", label, Party.codes(sharers));
            }
        }
        for (Party party : sharers) {
            Limit limit = limits.get(party);
            if (limit == null) {
                caps = caps.add(BigInteger.valueOf(Long.MAX_VALUE));
                continue;
            }
            if (!limit.floor().currency().equals(amount.currency())) {
                throw BadInput.of("limits", limit.floor(), "money.currency.other", amount.currency());
            }
            floors = floors.add(BigInteger.valueOf(limit.floor().minor()));
            caps = caps.add(BigInteger.valueOf(limit.cap().minor()));
        }
        BigInteger total = BigInteger.valueOf(amount.minor());
        if (floors.compareTo(total) > 0) {
            throw BadInput.of("floor", decimal(floors, amount), "costs.floors.aboveTotal", label, amount);
        }
        if (caps.compareTo(total) < 0) {
            throw BadInput.of("cap", decimal(caps, amount), "costs.caps.belowTotal", label, amount);
        }
    }

    private static String decimal(BigInteger minor, Money like) {
        return new BigDecimal(minor, like.currency().getDefaultFractionDigits()).toPlainString();
    }
}
