package org.jointflights.application.banking;

import java.time.LocalDate;
import java.util.List;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.BankAccount;

/** The bank accounts of parties, those that no longer count among them: nothing is overwritten. */
public interface BankAccounts {

    /** The newest first. */
    List<BankAccount> of(Party party);

    /** Throws {@link org.jointflights.domain.Unknown} if there is none. */
    BankAccount get(long id);

    /** Keeps one that waits; its id is given here. */
    long add(BankAccount account);

    /** Throws {@link org.jointflights.domain.Conflict} if somebody has decided on it already. */
    void decide(long id, BankAccount.Decided decided);

    /**
     * Drops one that was confirmed. Throws {@link org.jointflights.domain.Conflict} if it has been dropped already, or counts on
     * {@code today}.
     */
    void revoke(long id, BankAccount.Decided dropped, LocalDate today);
}
