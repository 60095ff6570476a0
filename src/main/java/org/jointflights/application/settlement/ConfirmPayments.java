package org.jointflights.application.settlement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.domain.settlement.Transfer.Paid;
import org.jointflights.domain.settlement.Transfer.Settled;
import org.jointflights.domain.settlement.Transfer.Waived;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a creditor says of a transfer: it has arrived, or it is renounced in writing. */
@Service
@Transactional
public class ConfirmPayments {

    private final Postings postings;
    private final Transfers transfers;
    private final SignStatements signatures;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    ConfirmPayments(
            Postings postings,
            Transfers transfers,
            SignStatements signatures,
            CurrentUser actor,
            WriteTrail trail,
            WriteNotices notices,
            Clock clock) {
        this.postings = postings;
        this.transfers = transfers;
        this.signatures = signatures;
        this.actor = actor;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Transfer get(OperationReference reference, long id) {
        Transfer transfer = transfers.get(id);
        if (!transfer.reference().equals(reference)) {
            throw NotYours.of("settlement.transfer.otherFlight", id, reference);
        }
        return transfer;
    }

    /**
     * The creditor has the money. Throws {@link NotYours} for anybody but the creditor's finance, and {@link BadInput}
     * for another amount or an impossible date.
     */
    public void confirm(
            OperationReference reference, long id, Money received, LocalDate valueDate, String bankReference) {
        Transfer transfer = requireCreditor(reference, id);
        if (!received.equals(transfer.amount())) {
            throw BadInput.of("amountReceived", received, "settlement.received.other", transfer.amount());
        }
        LocalDate signed = LocalDate.ofInstant(signatures.current(reference).computedAt(), ZoneOffset.UTC);
        requireDate("valueDate", valueDate, signed);
        settle(
                transfer,
                new Paid(valueDate, bankReference, actor.id(), clock.instant()),
                Posting.Kind.PAYMENT,
                "settlement.reason.payment",
                new Day(valueDate),
                bankReference);
        trail.recordOf(
                reference,
                transfer.debtor(),
                TrailEvent.ACCOUNTS_PAID,
                transfer.debtor(),
                transfer.creditor(),
                transfer.amount(),
                bankReference);
    }

    /** The creditor renounces in writing. Throws as {@link #confirm} does. */
    public void waive(OperationReference reference, long id, String letter, LocalDate dated, String reason) {
        Transfer transfer = requireCreditor(reference, id);
        LocalDate signed = LocalDate.ofInstant(signatures.current(reference).computedAt(), ZoneOffset.UTC);
        requireDate("letterDate", dated, signed);
        settle(
                transfer,
                new Waived(letter, dated, reason, actor.id(), clock.instant()),
                Posting.Kind.WAIVER,
                "settlement.reason.waiver",
                letter,
                new Day(dated));
        trail.recordOf(
                reference,
                transfer.debtor(),
                TrailEvent.ACCOUNTS_WAIVED,
                transfer.creditor(),
                transfer.debtor(),
                transfer.amount(),
                letter,
                reason);
    }

    /** The manager has evidence that it was paid. Throws {@link NotYours} for whoever is not free of both parties, and {@link BadInput}. */
    public void confirmByEvidence(
            OperationReference reference, long id, LocalDate valueDate, String evidence, String reason) {
        Transfer transfer = requireManager(reference, id);
        requireDate("documentDate", valueDate, signedOn(reference));
        settle(
                transfer,
                new Paid(valueDate, evidence, actor.id(), clock.instant()),
                Posting.Kind.PAYMENT,
                "settlement.reason.payment",
                new Day(valueDate),
                evidence);
        tell(transfer, "evidence", "notice.paidByEvidence");
        trail.record(
                reference,
                TrailEvent.ACCOUNTS_PAID_BY_EVIDENCE,
                transfer.debtor(),
                transfer.creditor(),
                transfer.amount(),
                evidence,
                reason);
    }

    /** Creditor and debtor are asked once more, with a time of their own. Throws as {@link #confirmByEvidence} does; when it is due. */
    public Instant askAgain(OperationReference reference, long id, String reason) {
        Transfer transfer = requireManager(reference, id);
        if (!transfer.isOpen()) {
            throw Conflict.of("settlement.transfer.settled", id);
        }
        if (transfer.netting() != null) {
            throw Conflict.of("settlement.transfer.netted", id, transfer.netting());
        }
        Instant now = clock.instant();
        tell(transfer, "again-" + now, "notice.paymentAskedAgain");
        trail.record(
                reference,
                TrailEvent.ACCOUNTS_PAYMENT_ASKED_AGAIN,
                transfer.debtor(),
                transfer.creditor(),
                transfer.amount(),
                reason);
        return Deadlines.paying(now);
    }

    /** The manager waives what nobody confirms or pays. Throws as {@link #confirmByEvidence} does. */
    public void waiveUnconfirmed(OperationReference reference, long id, String letter, LocalDate dated, String reason) {
        Transfer transfer = requireManager(reference, id);
        requireDate("documentDate", dated, signedOn(reference));
        settle(
                transfer,
                new Waived(letter, dated, reason, actor.id(), clock.instant()),
                Posting.Kind.WAIVER,
                "settlement.reason.waiver",
                letter,
                new Day(dated));
        tell(transfer, "waived", "notice.waivedByManager");
        trail.record(
                reference,
                TrailEvent.ACCOUNTS_WAIVED_BY_MANAGER,
                transfer.creditor(),
                transfer.debtor(),
                transfer.amount(),
                letter,
                reason);
    }

    private LocalDate signedOn(OperationReference reference) {
        return LocalDate.ofInstant(signatures.current(reference).computedAt(), ZoneOffset.UTC);
    }

    private void tell(Transfer transfer, String what, String code) {
        for (Party party : List.of(transfer.creditor(), transfer.debtor())) {
            notices.send(
                    transfer.reference(),
                    Role.FINANCE.groupOf(party),
                    "transfer/" + transfer.id() + "/" + what,
                    code,
                    transfer.reference(),
                    transfer.amount(),
                    new PartyName(transfer.debtor()),
                    new PartyName(transfer.creditor()));
        }
    }

    /** Whoever belongs to one of the two has no say in it. */
    private Transfer requireManager(OperationReference reference, long id) {
        Transfer transfer = get(reference, id);
        if (!actor.isIn(Role.MANAGER.group())) {
            throw NotYours.of("settlement.payment.manager", Role.MANAGER.group());
        }
        for (String group : actor.boundGroups()) {
            Party own = Viewer.partyOf(group);
            if (own != null && (own.equals(transfer.creditor()) || own.equals(transfer.debtor()))) {
                throw NotYours.of("settlement.payment.party", own);
            }
        }
        return transfer;
    }

    private Transfer requireCreditor(OperationReference reference, long id) {
        Transfer transfer = get(reference, id);
        String group = Role.FINANCE.groupOf(transfer.creditor());
        if (!actor.isIn(group)) {
            throw NotYours.of("settlement.creditor.only", group);
        }
        return transfer;
    }

    private void requireDate(String field, LocalDate date, LocalDate first) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (date.isAfter(today)) {
            throw BadInput.of(field, date, "settlement.date.future", today);
        }
        if (date.isBefore(first)) {
            throw BadInput.of(field, date, "settlement.date.beforeStatement", first);
        }
    }

    private void settle(Transfer transfer, Settled settled, Posting.Kind kind, String reason, Object... gaps) {
        transfers.settled(transfer.id(), settled);
        List<Posting> before = postings.of(transfer.reference());
        int version = signatures.current(transfer.reference()).version();
        Sentence why = Sentence.of(reason, gaps);
        int number = before.size();
        postings.add(
                transfer.reference(),
                List.of(
                        posting(transfer, kind, number + 1, version, transfer.debtor(), transfer.amount(), why),
                        posting(
                                transfer,
                                kind,
                                number + 2,
                                version,
                                transfer.creditor(),
                                transfer.amount().negated(),
                                why)),
                clock.instant());
    }

    private static Posting posting(
            Transfer transfer, Posting.Kind kind, int number, int version, Party party, Money amount, Sentence why) {
        return new Posting(
                number,
                version,
                null,
                transfer.id(),
                transfer.fund(),
                kind,
                party,
                amount,
                Long.toString(amount.minor()),
                "",
                why,
                null);
    }
}
