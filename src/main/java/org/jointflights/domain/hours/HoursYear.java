package org.jointflights.domain.hours;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.domain.Party;
import org.jointflights.domain.settlement.FewestTransfers;

/**
 * The accounts in flying hours of all parties in one year. They even out in the community and not between two: who has received
 * more than it gave gives to whoever, and what is left goes into the next year.
 *
 * @param accounts by party; those on which nothing ever was are left out
 */
public record HoursYear(int year, List<Account> accounts) {

    /**
     * A party's year.
     *
     * @param opening what the years before came to
     * @param given hours of its aircraft that others and itself had
     * @param received hours that it had, of its own aircraft too
     */
    public record Account(Party party, Efh opening, Efh given, Efh received) {

        /** Above zero where it gave more than it received. */
        public Efh balance() {
            return opening.plus(given).minus(received);
        }
    }

    /** How one party could give back: a proposal that binds nobody. */
    public record Return(Party by, Party to, Efh hours) {}

    public HoursYear {
        accounts = List.copyOf(accounts);
    }

    /** What was posted, in whatever order, makes the accounts of that year; what was posted later is not in them. */
    public static HoursYear of(int year, Collection<HoursMovement> movements) {
        SortedMap<Party, Account> accounts = new TreeMap<>();
        for (HoursMovement movement : movements) {
            if (movement.year() > year) {
                continue;
            }
            Efh amount = movement.amount();
            Account part;
            if (movement.year() < year) {
                part = new Account(movement.party(), amount, Efh.ZERO, Efh.ZERO);
            } else if (movement.kind() == HoursPosting.Kind.GIVEN) {
                part = new Account(movement.party(), Efh.ZERO, amount, Efh.ZERO);
            } else {
                part = new Account(movement.party(), Efh.ZERO, Efh.ZERO, amount.negated());
            }
            accounts.merge(
                    movement.party(),
                    part,
                    (one, other) -> new Account(
                            one.party,
                            one.opening.plus(other.opening),
                            one.given.plus(other.given),
                            one.received.plus(other.received)));
        }
        return new HoursYear(year, List.copyOf(accounts.values()));
    }

    /** What all accounts come to; anything but zero is an error. */
    public Efh sum() {
        return accounts.stream().map(Account::balance).reduce(Efh.ZERO, Efh::plus);
    }

    public Efh opening() {
        return accounts.stream().map(Account::opening).reduce(Efh.ZERO, Efh::plus);
    }

    public Efh given() {
        return accounts.stream().map(Account::given).reduce(Efh.ZERO, Efh::plus);
    }

    public Efh received() {
        return accounts.stream().map(Account::received).reduce(Efh.ZERO, Efh::plus);
    }

    /** Those that received more than they gave, who lacks most first: they should fly next. */
    public List<Account> next() {
        return accounts.stream()
                .filter(account -> account.balance().compareTo(Efh.ZERO) < 0)
                .sorted(Comparator.comparing(Account::balance).thenComparing(Account::party))
                .toList();
    }

    /** The fewest returns after which every account is even. */
    public List<Return> returns() {
        List<Account> open =
                accounts.stream().filter(account -> !account.balance().isZero()).toList();
        if (!sum().isZero()) {
            return List.of();
        }
        long[] balances = open.stream()
                .mapToLong(account -> account.balance().thousandths())
                .toArray();
        List<Return> returns = new ArrayList<>();
        FewestTransfers.of(balances)
                .forEach(transfer -> returns.add(new Return(
                        open.get(transfer.from()).party(),
                        open.get(transfer.to()).party(),
                        new Efh(transfer.amount()))));
        return returns;
    }
}
