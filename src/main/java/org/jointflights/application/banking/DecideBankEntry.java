package org.jointflights.application.banking;

import java.time.Clock;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.banking.BankEntry;
import org.jointflights.domain.banking.Obligation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody of the party's finance has looked at an entry that booked nothing, and says what is to be thought of it. */
@Service
@Transactional
public class DecideBankEntry {

    private final BankStatements statements;
    private final AllObligations obligations;
    private final CheckTreasuryAccess access;
    private final CurrentUser actor;
    private final Clock clock;

    DecideBankEntry(
            BankStatements statements,
            AllObligations obligations,
            CheckTreasuryAccess access,
            CurrentUser actor,
            Clock clock) {
        this.statements = statements;
        this.obligations = obligations;
        this.access = access;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * It waits no more. Throws {@link NotYours} for another party's, {@link Conflict} if it does not wait, and {@link BadInput} where
     * it is called confirmed by hand and names what is open still.
     */
    public void decide(long id, BankEntry.Outcome outcome) {
        access.parties();
        BankEntry entry = statements.hold(id);
        access.require(entry.party());
        if (!entry.waits()) {
            throw Conflict.of("banking.entry.decided", id);
        }
        if (outcome == BankEntry.Outcome.CONFIRMED_BY_HAND && isOpenStill(entry)) {
            throw BadInput.of("entryOutcome", entry.payment().endToEnd(), "banking.entry.openStill");
        }
        statements.dealtWith(id, new BankEntry.DealtWith(actor.id(), clock.instant(), outcome));
    }

    private boolean isOpenStill(BankEntry entry) {
        return obligations
                .named(entry.payment().endToEnd())
                .filter(Obligation::open)
                .isPresent();
    }
}
