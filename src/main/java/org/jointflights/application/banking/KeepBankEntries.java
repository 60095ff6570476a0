package org.jointflights.application.banking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.BankStatement;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.EntryFinding;
import org.jointflights.domain.banking.Obligation;
import org.jointflights.domain.banking.StatedPayment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps all entries of a file, each with what it is, before any of them is booked: whatever happens then, none is lost. What fits
 * what is owed in every point is to be confirmed; every other is for somebody to look at, and nothing is guessed.
 */
@Service
@Transactional
class KeepBankEntries {

    private final BankStatements statements;
    private final BankAccounts accounts;
    private final AllObligations obligations;
    private final CurrentUser actor;
    private final Clock clock;

    KeepBankEntries(
            BankStatements statements,
            BankAccounts accounts,
            AllObligations obligations,
            CurrentUser actor,
            Clock clock) {
        this.statements = statements;
        this.accounts = accounts;
        this.obligations = obligations;
        this.actor = actor;
        this.clock = clock;
    }

    /** The statements of the file, which were kept before where the same file comes again. */
    List<BankStatement> keep(Party party, String hash, List<BankStatementXml.Read> read) {
        statements.lock(party);
        List<BankStatement> there = statements.ofFile(party, hash);
        if (!there.isEmpty()) {
            return there;
        }
        InFile file = new InFile(party, accounts.of(party), takenBack(read), new HashSet<>());
        for (BankStatementXml.Read one : read) {
            boolean again = one.copy() || statements.isKnown(party, one.account(), one.number());
            References known = new References(statements.references(party, one.account()));
            long id = statements.add(
                    new BankStatement(0, party, hash, one.number(), one.account(), actor.id(), clock.instant()));
            List<BankStatements.Found> found = new ArrayList<>();
            for (StatedPayment payment : one.payments()) {
                boolean seen = known.hold(payment);
                found.add(new BankStatements.Found(
                        payment, again ? EntryFinding.STATEMENT_AGAIN : finding(file, one, payment, seen)));
            }
            statements.add(id, party, found);
        }
        return statements.ofFile(party, hash);
    }

    /**
     * What all entries of a file are looked at with.
     *
     * @param takenBack what its reversals, returns and debits name, wherever in it they stand
     * @param taken what an entry of it fits
     */
    private record InFile(Party party, List<BankAccount> own, Set<String> takenBack, Set<EndToEnd> taken) {}

    private static Set<String> takenBack(List<BankStatementXml.Read> read) {
        return read.stream()
                .flatMap(one -> one.payments().stream())
                .filter(StatedPayment::takesBack)
                .map(StatedPayment::endToEnd)
                .collect(Collectors.toSet());
    }

    /** The bank's references of what was booked. All parts of an entry have the entry's; what is announced is booked later with its own. */
    private static final class References {

        private final Set<String> before;
        private final Set<String> here = new HashSet<>();
        private int entry;
        private boolean entrySeen;

        References(Set<String> before) {
            this.before = before;
        }

        /** Whether an earlier entry or part had one of them. */
        boolean hold(StatedPayment payment) {
            if (payment.flaw() == EntryFinding.NOT_BOOKED) {
                return false;
            }
            if (payment.entry() != entry) {
                entry = payment.entry();
                entrySeen = isSeen(payment.entryReference());
            }
            boolean partSeen =
                    !payment.partReference().equals(payment.entryReference()) && isSeen(payment.partReference());
            return entrySeen || partSeen;
        }

        private boolean isSeen(String reference) {
            return !reference.isEmpty() && (before.contains(reference) || !here.add(reference));
        }
    }

    private EntryFinding finding(InFile file, BankStatementXml.Read statement, StatedPayment payment, boolean seen) {
        EntryFinding flaw = payment.flaw();
        if (flaw != null) {
            return flaw;
        }
        if (!isOwn(file.own(), statement.account(), payment.valueDate())) {
            return EntryFinding.OTHER_ACCOUNT;
        }
        if (seen) {
            return EntryFinding.ENTRY_AGAIN;
        }
        Obligation owed = obligations.named(payment.endToEnd()).orElse(null);
        if (owed == null) {
            return EntryFinding.UNKNOWN;
        }
        if (file.takenBack().contains(payment.endToEnd())) {
            return EntryFinding.TAKEN_BACK;
        }
        EntryFinding misfit = misfit(file.party(), owed, payment);
        if (misfit != null) {
            return misfit;
        }
        return file.taken().add(owed.id()) ? EntryFinding.MATCHED : EntryFinding.SETTLED_BEFORE;
    }

    private static @Nullable EntryFinding misfit(Party party, Obligation owed, StatedPayment payment) {
        if (!owed.due().creditor().equals(party)) {
            return EntryFinding.OTHER_CREDITOR;
        }
        if (!owed.due().amount().currency().getCurrencyCode().equals(payment.currency())) {
            return EntryFinding.OTHER_CURRENCY;
        }
        LocalDate valueDate = payment.valueDate();
        if (valueDate == null) {
            return EntryFinding.NO_VALUE_DATE;
        }
        try {
            if (owed.amountOn(valueDate).decimal().compareTo(payment.amount()) != 0) {
                return EntryFinding.OTHER_AMOUNT;
            }
        } catch (Conflict rateMissing) {
            return EntryFinding.RECOVERY;
        }
        if (!owed.open()) {
            return EntryFinding.SETTLED_BEFORE;
        }
        return payment.bankReference().isEmpty() ? EntryFinding.NO_BANK_REFERENCE : null;
    }

    private boolean isOwn(List<BankAccount> own, String account, @Nullable LocalDate day) {
        LocalDate on = day == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day;
        return BankAccount.on(on, own)
                .filter(one -> one.iban().value().equals(account))
                .isPresent();
    }
}
