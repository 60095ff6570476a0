package org.jointflights.application.netting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.settlement.CorrectedAccounts;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.netting.NetPayment;
import org.jointflights.domain.netting.Netting;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Transfer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is paid instead of the transfers has come; with the last payment of a fund and currency its transfers are settled, all at once. */
@Service
@Transactional
public class SettleNetting {

    private final Nettings nettings;
    private final NettingWorkflow workflow;
    private final NettingRights rights;
    private final CorrectedAccounts accounts;
    private final WriteNotices notices;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    SettleNetting(
            Nettings nettings,
            NettingWorkflow workflow,
            NettingRights rights,
            CorrectedAccounts accounts,
            WriteNotices notices,
            CurrentUser actor,
            WriteTrail trail,
            Clock clock) {
        this.nettings = nettings;
        this.workflow = workflow;
        this.rights = rights;
        this.accounts = accounts;
        this.notices = notices;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The creditor has {@code amountReceived} on its account since the {@code valueDate}, by that {@code bankReference}. Throws
     * {@link NotYours} for anybody but the creditor's finance, {@link BadInput} for another amount or an impossible date, and
     * {@link Conflict} where it has come before, the netting does not bind, or a flight does not wait.
     */
    public void confirm(long id, long number, TypedFields typed) {
        rights.requireFinance();
        Netting netting = nettings.locked(id);
        NetPayment payment = netting.payment(number);
        rights.requireFinanceOf(payment.due().creditor());
        if (!rights.mayCollect(netting, payment)) {
            throw Conflict.of(
                    "netting.payment.notOpen",
                    number,
                    netting.state(rights.today()).words());
        }
        netting.requireTrue();
        Money owed = payment.due().amount();
        Money received = typed.money("amountReceived", owed.currency());
        if (!received.equals(owed)) {
            throw BadInput.of("amountReceived", received, "settlement.received.other", owed);
        }
        LocalDate valueDate = date(typed, netting);
        String bank = typed.shortText("bankReference", 200);
        nettings.arrived(number, new NetPayment.Arrived(valueDate, bank, actor.id(), clock.instant()));
        Netting after = nettings.get(id);
        settlePaid(after);
        if (after.state(rights.today()) == Netting.State.PAID) {
            for (Party party : after.parties()) {
                notices.tell(
                        Role.FINANCE.groupOf(party),
                        "netting-" + id + "/paid",
                        "notice.netting.paid",
                        id,
                        after.flights().size());
            }
        }
    }

    private LocalDate date(TypedFields typed, Netting netting) {
        LocalDate date = typed.date("valueDate");
        LocalDate today = rights.today();
        LocalDate agreed = LocalDate.ofInstant(Objects.requireNonNull(netting.agreedAt()), ZoneOffset.UTC);
        if (date.isAfter(today)) {
            throw BadInput.of("valueDate", date, "settlement.date.future", today);
        }
        if (date.isBefore(agreed)) {
            throw BadInput.of("valueDate", date, "netting.beforeAgreed", agreed);
        }
        return date;
    }

    /** Settles the transfers of each fund and currency in which no payment is open, and lets their flights go on. */
    void settlePaid(Netting netting) {
        Set<Ledger.Pot> paid = netting.paidPots();
        for (OperationReference reference : netting.flights()) {
            List<Transfer> due = netting.transfers().stream()
                    .filter(transfer -> transfer.reference().equals(reference)
                            && transfer.isOpen()
                            && paid.contains(Netting.pot(transfer)))
                    .toList();
            if (!due.isEmpty()) {
                settle(netting, reference, due);
            }
        }
    }

    private void settle(Netting netting, OperationReference reference, List<Transfer> due) {
        for (Transfer transfer : due) {
            LocalDate day = netting.settledOn(Netting.pot(transfer));
            accounts.settle(
                    transfer,
                    new Transfer.Netted(netting.id(), day, actor.id(), clock.instant()),
                    List.of(new CorrectedAccounts.Side(
                            Posting.Kind.NETTING,
                            transfer.amount(),
                            Long.toString(transfer.amount().minor()),
                            Sentence.of(
                                    "netting.reason",
                                    netting.id(),
                                    netting.transfers().size(),
                                    netting.flights().size(),
                                    new Day(day)))));
            trail.recordOf(
                    reference,
                    transfer.debtor(),
                    TrailEvent.NETTING_SETTLED,
                    transfer.debtor(),
                    transfer.creditor(),
                    transfer.amount(),
                    netting.id());
        }
        workflow.settled(reference);
    }
}
