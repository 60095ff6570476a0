package org.jointflights.application.banking;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.BankEntry;
import org.jointflights.domain.banking.BankStatement;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.Obligation;
import org.jointflights.domain.banking.PaymentOrder;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a party has to pay and how, what was ordered, and what its bank's statements left open: for its own finance alone. */
@Service
@Transactional(readOnly = true)
public class ReadTreasury {

    private static final int MOST_WAITING = 200;

    private final AllObligations obligations;
    private final BankAccounts accounts;
    private final PaymentOrders orders;
    private final BankStatements statements;
    private final CheckTreasuryAccess access;
    private final Clock clock;

    ReadTreasury(
            AllObligations obligations,
            BankAccounts accounts,
            PaymentOrders orders,
            BankStatements statements,
            CheckTreasuryAccess access,
            Clock clock) {
        this.obligations = obligations;
        this.accounts = accounts;
        this.orders = orders;
        this.statements = statements;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What the party pays.
     *
     * @param today what is to be paid so that it comes today, interest included; nothing where that is not known
     * @param to the creditor's account, or nothing where none is confirmed
     * @param changed since when that number counts, where it is new
     * @param coming the creditor's accounts that are confirmed and count from a later day on
     * @param order the order that it stands in, or nothing
     */
    public record Payable(
            Obligations.Owed owed,
            @Nullable Money today,
            @Nullable BankAccount to,
            @Nullable LocalDate changed,
            List<BankAccount> coming,
            @Nullable Long order) {

        public Payable {
            coming = List.copyOf(coming);
        }

        public EndToEnd id() {
            return owed.obligation().id();
        }

        /** Who is paid what, before interest. */
        public Due due() {
            return owed.obligation().due();
        }

        /** The flight whose accounts it settles; nothing where it is netted over several. */
        public @Nullable OperationReference flight() {
            return id() instanceof EndToEnd.OfTransfer of ? of.reference() : null;
        }

        /** The netting that it is a payment of, or in which it is paid together with others; or nothing. */
        public @Nullable Long netting() {
            return id() instanceof EndToEnd.OfNetPayment net
                    ? Long.valueOf(net.netting())
                    : owed.obligation().nettedIn();
        }

        /** Whether it follows from a recovery order. */
        public boolean isRecovery() {
            return owed.obligation().late() != null;
        }

        /** Whether interest is due with it today. */
        public boolean isLate() {
            return today == null || !today.equals(due().amount());
        }

        /** Whether it can be chosen for a file: what is netted is paid there, and no interest is guessed. */
        public boolean isReady() {
            return to != null
                    && order == null
                    && today != null
                    && owed.obligation().nettedIn() == null;
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
        Map<EndToEnd, Long> standing = orders.standing(party);
        Map<Party, List<BankAccount>> creditors = new HashMap<>();
        List<BankAccount> own = accounts.of(party);
        List<Payable> payables = obligations.owedBy(party).values().stream()
                .map(owed -> {
                    Party creditor = owed.obligation().due().creditor();
                    List<BankAccount> of = creditors.computeIfAbsent(creditor, accounts::of);
                    BankAccount to = BankAccount.on(today, of).orElse(null);
                    return new Payable(
                            owed,
                            amount(owed.obligation(), today),
                            to,
                            to == null ? null : to.newSince(today),
                            BankAccount.coming(today, of),
                            standing.get(owed.obligation().id()));
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

    private static @Nullable Money amount(Obligation owed, LocalDate today) {
        try {
            return owed.amountOn(today);
        } catch (Conflict rateMissing) {
            return null;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
