package org.jointflights.domain.settlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;

/**
 * What each party is owed (above zero) or owes (below), kept apart by fund and currency, and never netted across them.
 */
public final class Balances {

    private record Purse(Fund fund, Currency currency) {}

    private final Map<Purse, Map<Party, Money>> byPurse = new TreeMap<>(Comparator.comparing(Purse::fund)
            .thenComparing(purse -> purse.currency().getCurrencyCode()));

    /** Adds an amount the party is owed, or owes if negative. Throws {@link BadInput} beyond 64 bits. */
    public Balances add(Fund fund, Party party, Money amount) {
        Map<Party, Money> purse =
                byPurse.computeIfAbsent(new Purse(fund, amount.currency()), unseen -> new TreeMap<>());
        try {
            purse.merge(party, amount, Money::plus);
        } catch (ArithmeticException beyond64Bits) {
            throw BadInput.of(
                    "amount", amount, "money.tooLarge", new Money(Long.MAX_VALUE, amount.currency()).decimal());
        }
        return this;
    }

    /**
     * The fewest payments that bring every balance to zero, fund by fund and currency by currency: exactly the fewest for
     * up to {@value FewestTransfers#MOST_EXACT} parties, at most one fewer than there are parties beyond. Throws
     * {@link BadInput} where the balances of a fund and currency do not add up to zero.
     */
    public List<Due> dues() {
        List<Due> dues = new ArrayList<>();
        byPurse.forEach((purse, balances) -> {
            List<Party> parties = new ArrayList<>();
            List<Long> open = new ArrayList<>();
            balances.forEach((party, balance) -> {
                if (!balance.isZero()) {
                    parties.add(party);
                    open.add(balance.minor());
                }
            });
            long[] amounts = open.stream().mapToLong(Long::longValue).toArray();
            requireZeroSum(purse, amounts);
            for (FewestTransfers.Transfer transfer : FewestTransfers.of(amounts)) {
                dues.add(new Due(
                        purse.fund,
                        parties.get(transfer.from()),
                        parties.get(transfer.to()),
                        new Money(transfer.amount(), purse.currency)));
            }
        });
        return List.copyOf(dues);
    }

    private static void requireZeroSum(Purse purse, long[] amounts) {
        long sum = 0;
        long turnover = 0;
        try {
            for (long amount : amounts) {
                sum = Math.addExact(sum, amount);
                turnover = Math.addExact(turnover, Math.absExact(amount));
            }
        } catch (ArithmeticException beyond64Bits) {
            throw BadInput.of(
                    "balance", turnover, "money.tooLarge", new Money(Long.MAX_VALUE, purse.currency).decimal());
        }
        if (sum != 0) {
            throw BadInput.of("balance", new Money(sum, purse.currency), "settlement.notZero", purse.fund);
        }
    }
}
