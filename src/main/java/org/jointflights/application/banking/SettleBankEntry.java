package org.jointflights.application.banking;

import java.time.LocalDate;
import java.util.Objects;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.banking.BankEntry;
import org.jointflights.domain.banking.EntryFinding;
import org.jointflights.domain.banking.StatedPayment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Confirms the payment that an entry shows, in one transaction with saying so of the entry: both happen, or neither. */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SettleBankEntry {

    private final BankStatements statements;
    private final AllObligations obligations;

    SettleBankEntry(BankStatements statements, AllObligations obligations) {
        this.statements = statements;
        this.obligations = obligations;
    }

    /** Throws {@link org.jointflights.domain.Refusal}, with nothing changed, where the step does not take it. */
    void confirm(long entry) {
        BankEntry held = statements.hold(entry);
        if (held.finding() != EntryFinding.MATCHED || held.dealtWith() != null) {
            return;
        }
        StatedPayment payment = held.payment();
        LocalDate valueDate = Objects.requireNonNull(payment.valueDate());
        obligations.arrived(payment.endToEnd(), valueDate, payment.bankReference());
        statements.found(entry, EntryFinding.CONFIRMED, null);
    }

    /** The step did not take it: it is for somebody to look at, with what the step said. */
    void refused(long entry, Sentence said) {
        if (statements.hold(entry).finding() == EntryFinding.MATCHED) {
            statements.found(entry, EntryFinding.REFUSED, said);
        }
    }
}
