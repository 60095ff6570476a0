package org.jointflights.application.banking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.approval.CanonicalJson;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.Obligation;
import org.jointflights.domain.banking.PaymentOrder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A party's finance has what it chose to pay put into a file for its bank, or withdraws what the bank will not carry out. */
@Service
@Transactional
public class SubmitPaymentOrder {

    /** So many go into one file. */
    static final int MOST = 500;

    private static final int DAYS_AHEAD = 60;

    private final BankAccounts accounts;
    private final PaymentOrders orders;
    private final AllObligations obligations;
    private final CheckTreasuryAccess access;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    SubmitPaymentOrder(
            BankAccounts accounts,
            PaymentOrders orders,
            AllObligations obligations,
            CheckTreasuryAccess access,
            CurrentUser actor,
            WriteTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.orders = orders;
        this.obligations = obligations;
        this.access = access;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The order, with its file: of each what is due on that day, interest included. Throws {@link NotYours} for another party's,
     * {@link BadInput} for nothing or an impossible day, and {@link Conflict} for what is settled, stands in an order already or is
     * netted, of which the interest is not known, or that is owed to a party without a confirmed account or with another one on that
     * day than today.
     */
    public PaymentOrder order(Party party, Collection<EndToEnd> chosen, LocalDate execution) {
        access.require(party);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (execution.isBefore(today) || execution.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw BadInput.of("execution", execution, "banking.execution", today, today.plusDays(DAYS_AHEAD));
        }
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw BadInput.of("transfers", chosen.size(), "banking.transfers.count", MOST);
        }
        Map<EndToEnd, Obligations.Owed> payable = obligations.owedBy(party);
        for (EndToEnd id : chosen) {
            if (!payable.containsKey(id)) {
                throw Conflict.of("banking.transfer.notPayable", id);
            }
        }
        List<PaymentOrder.Line> lines = new ArrayList<>();
        Map<Party, BankAccount> creditors = new TreeMap<>();
        for (Obligations.Owed open : payable.values()) {
            Obligation owed = open.obligation();
            if (chosen.contains(owed.id())) {
                Long netting = owed.nettedIn();
                if (netting != null) {
                    throw Conflict.of("settlement.transfer.netted", owed.id(), netting);
                }
                Party creditor = owed.due().creditor();
                creditors.computeIfAbsent(creditor, one -> seen(one, today, execution));
                lines.add(new PaymentOrder.Line(owed.id(), creditor, owed.amountOn(execution)));
            }
        }
        BankAccount debtor = confirmed(party, execution);
        PaymentOrder order = new PaymentOrder(0, party, execution, actor.id(), clock.instant(), "", lines, null);
        long id = orders.add(order);
        String file = CreditTransferXml.write(withId(order, id), debtor, creditors);
        orders.keepFile(id, CanonicalJson.hash(file), file);
        record(id, party, lines, TrailEvent.PAYMENT_ORDERED, TrailEvent.NET_PAYMENT_ORDERED);
        return orders.get(id);
    }

    /** The bank will not carry it out: what stands in it can be put into another file. Throws as {@link #order} does. */
    public void withdraw(long id, PaymentOrder.Reason why) {
        access.parties();
        PaymentOrder order = orders.get(id);
        access.require(order.party());
        orders.withdraw(id, new PaymentOrder.Withdrawn(actor.id(), clock.instant(), why));
        record(
                id,
                order.party(),
                order.lines(),
                TrailEvent.PAYMENT_ORDER_WITHDRAWN,
                TrailEvent.NET_PAYMENT_ORDER_WITHDRAWN);
    }

    /** On the trail of every flight that it settles: what is netted settles several. */
    private void record(long id, Party party, List<PaymentOrder.Line> lines, TrailEvent event, TrailEvent netEvent) {
        for (PaymentOrder.Line line : lines) {
            List<Object> what =
                    new ArrayList<>(List.of(new PartyName(party), line.amount(), new PartyName(line.creditor()), id));
            TrailEvent told = event;
            if (line.id() instanceof EndToEnd.OfNetPayment net) {
                what.add(net.netting());
                told = netEvent;
            }
            for (OperationReference flight :
                    obligations.named(line.id()).orElseThrow().flights()) {
                trail.recordOf(flight, party, told, what.toArray());
            }
        }
    }

    /** Whoever orders has the account before its eyes that counts today: a file pays to no other. */
    private BankAccount seen(Party creditor, LocalDate today, LocalDate execution) {
        for (BankAccount coming : BankAccount.coming(today, accounts.of(creditor))) {
            if (!coming.from().isAfter(execution)) {
                throw Conflict.of("banking.account.changes", new PartyName(creditor), new Day(coming.from()));
            }
        }
        return confirmed(creditor, execution);
    }

    private BankAccount confirmed(Party party, LocalDate day) {
        return BankAccount.on(day, accounts.of(party))
                .orElseThrow(() -> Conflict.of("banking.account.none", new PartyName(party)));
    }

    private static PaymentOrder withId(PaymentOrder order, long id) {
        return new PaymentOrder(
                id, order.party(), order.execution(), order.orderedBy(), order.orderedAt(), "", order.lines(), null);
    }
}
