package org.jointflights.application.banking;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jointflights.application.settlement.Books;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.BankEntry;
import org.jointflights.domain.banking.BankStatement;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.PaymentOrder;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a party has to pay and how, what was ordered, and what its bank's statements left open: for its own finance alone. */
@Service
@Transactional(readOnly = true)
public class ReadTreasury {

    private static final int MOST_WAITING = 200;

    private final Books books;
    private final BankAccounts accounts;
    private final PaymentOrders orders;
    private final BankStatements statements;
    private final CheckTreasuryAccess access;
    private final Clock clock;

    ReadTreasury(
            Books books,
            BankAccounts accounts,
            PaymentOrders orders,
            BankStatements statements,
            CheckTreasuryAccess access,
            Clock clock) {
        this.books = books;
        this.accounts = accounts;
        this.orders = orders;
        this.statements = statements;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A transfer that the party pays.
     *
     * @param recovery the last day to pay it without interest where it follows from a recovery order, or nothing
     * @param to the creditor's account, or nothing where none is confirmed
     * @param changed since when that number counts, where it is new
     * @param coming the creditor's accounts that are confirmed and count from a later day on
     * @param order the order that it stands in, or nothing
     */
    public record Payable(
            Transfer transfer,
            EndToEnd id,
            Instant due,
            @Nullable LocalDate recovery,
            @Nullable BankAccount to,
            @Nullable LocalDate changed,
            List<BankAccount> coming,
            @Nullable Long order) {

        public Payable {
            coming = List.copyOf(coming);
        }

        /** Whether it can be chosen for a file: interest may be due with what is recovered, which its order says, and what is netted is paid there. */
        public boolean isReady() {
            return to != null && order == null && recovery == null && transfer.netting() == null;
        }
    }

    /**
     * All of a party.
     *
     * @param own the account that counts today, or nothing
     * @param waiting entries that somebody has to look at, at most two hundred
     * @param waitingCount how many there are
     */
    public record Treasury(
            Party party,
            @Nullable BankAccount own,
            List<BankAccount> accounts,
            List<Payable> payables,
            List<PaymentOrder> orders,
            List<BankStatement> statements,
            List<BankEntry> waiting,
            int waitingCount) {

        public Treasury {
            accounts = List.copyOf(accounts);
            payables = List.copyOf(payables);
            orders = List.copyOf(orders);
            statements = List.copyOf(statements);
            waiting = List.copyOf(waiting);
        }

        /** Whether a file can be made at all. */
        public boolean canOrder() {
            return own != null && payables.stream().anyMatch(Payable::isReady);
        }
    }

    /** Of whose finance the reader is; throws {@link NotYours} for whoever is of nobody's. */
    public List<Party> parties() {
        return access.parties();
    }

    /** Throws {@link NotYours} for another party's. */
    public Treasury of(Party party) {
        access.require(party);
        LocalDate today = today();
        Map<Long, Long> standing = orders.standing(party);
        Map<Party, List<BankAccount>> creditors = new HashMap<>();
        List<BankAccount> own = accounts.of(party);
        List<Payable> payables = payable(party).values().stream()
                .map(open -> {
                    Transfer transfer = open.transfer();
                    List<BankAccount> of = creditors.computeIfAbsent(transfer.creditor(), accounts::of);
                    BankAccount to = BankAccount.on(today, of).orElse(null);
                    return new Payable(
                            transfer,
                            EndToEnd.of(transfer),
                            open.payable(),
                            open.due(),
                            to,
                            to == null ? null : to.newSince(today),
                            BankAccount.coming(today, of),
                            standing.get(transfer.id()));
                })
                .toList();
        return new Treasury(
                party,
                BankAccount.on(today, own).orElse(null),
                own,
                payables,
                orders.of(party),
                statements.newest(party),
                statements.waiting(party, MOST_WAITING),
                statements.countWaiting(party));
    }

    /** The file of an order, as it was given out first. Throws {@link NotYours} for another party's. */
    public byte[] file(long order) {
        access.parties();
        access.require(orders.get(order).party());
        return orders.file(order).getBytes(StandardCharsets.UTF_8);
    }

    /** The open transfers that the party pays, by their numbers. */
    Map<Long, Books.Unsettled> payable(Party party) {
        Map<Long, Books.Unsettled> all = new TreeMap<>();
        for (Ledger.Pot pot : books.accounts().getOrDefault(party, Set.of())) {
            for (Books.Unsettled open : books.unsettled(party, pot)) {
                if (open.transfer().debtor().equals(party)) {
                    all.put(open.transfer().id(), open);
                }
            }
        }
        return all;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
