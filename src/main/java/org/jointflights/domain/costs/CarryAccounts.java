package org.jointflights.domain.costs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;

/**
 * The fractions of a cent that rounding left over, one account per currency and exact set of parties that shared. After
 * every posting each balance is below one cent either way, and those of a set add up to nothing: however many flights
 * they share, what a party has paid differs from what it owed by less than a cent. Over changing sets no rule can
 * promise that; what adds up over all of them is reported as drift.
 */
public final class CarryAccounts {

    public static final CarryAccounts EMPTY = new CarryAccounts(Map.of());

    private record Account(Currency currency, List<Party> set) {}

    private final Map<Account, List<BigFraction>> balances;

    private CarryAccounts(Map<Account, List<BigFraction>> balances) {
        this.balances = balances;
    }

    /** The accounts as they were stored; throws {@link IllegalArgumentException} where a set does not add up to nothing. */
    public static CarryAccounts of(Collection<Carry> stored) {
        Map<Account, Map<Party, BigFraction>> read = new LinkedHashMap<>();
        for (Carry carry : stored) {
            read.computeIfAbsent(new Account(carry.currency(), carry.set()), account -> new TreeMap<>())
                    .put(carry.party(), carry.balance());
        }
        Map<Account, List<BigFraction>> balances = new LinkedHashMap<>();
        read.forEach((account, byParty) -> {
            if (!List.copyOf(byParty.keySet()).equals(account.set)
                    || !sum(byParty.values()).equals(BigFraction.ZERO)) {
                throw new IllegalArgumentException("the carries of " + account + " are " + byParty);
            }
            balances.put(account, List.copyOf(byParty.values()));
        });
        return new CarryAccounts(balances);
    }

    /** Everything there is to store. */
    public List<Carry> carries() {
        List<Carry> carries = new ArrayList<>();
        balances.forEach((account, byPlace) -> {
            for (int i = 0; i < byPlace.size(); i++) {
                carries.add(new Carry(account.currency, account.set, account.set.get(i), byPlace.get(i)));
            }
        });
        return carries;
    }

    /** The balances of a set, in the order of these parties; zero for who is not in it. */
    BigFraction[] of(Currency currency, List<Party> set, Collection<Party> parties) {
        List<BigFraction> account =
                balances.getOrDefault(new Account(currency, set), Collections.nCopies(set.size(), BigFraction.ZERO));
        return parties.stream()
                .map(party -> set.contains(party) ? account.get(set.indexOf(party)) : BigFraction.ZERO)
                .toArray(BigFraction[]::new);
    }

    CarryAccounts with(Currency currency, List<Party> set, List<BigFraction> left) {
        Map<Account, List<BigFraction>> changed = new LinkedHashMap<>(balances);
        changed.put(new Account(currency, List.copyOf(set)), List.copyOf(left));
        return new CarryAccounts(changed);
    }

    private static BigFraction sum(Collection<BigFraction> balances) {
        return balances.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }
}
