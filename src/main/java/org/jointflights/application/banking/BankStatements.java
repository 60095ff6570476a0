package org.jointflights.application.banking;

import java.util.List;
import java.util.Set;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.banking.BankEntry;
import org.jointflights.domain.banking.BankStatement;
import org.jointflights.domain.banking.EntryFinding;
import org.jointflights.domain.banking.StatedPayment;
import org.jspecify.annotations.Nullable;

/** The statements of parties' banks, and what became of each of their entries. */
public interface BankStatements {

    /** Lets one transaction at a time read statements of that party: of two that name one entry the second has to see the first. */
    void lock(Party party);

    /** Those of the file with that hash that the party has entered. */
    List<BankStatement> ofFile(Party party, String hash);

    /** The last twenty of a party, the newest first. */
    List<BankStatement> newest(Party party);

    /** Whether the account's statement of that number is there. */
    boolean isKnown(Party party, String account, String number);

    /** The bank's references of all entries and parts of the account's statements that were booked there. */
    Set<String> references(Party party, String account);

    /** Keeps a statement; its id is given here. */
    long add(BankStatement statement);

    /** Keeps what its entries are, in their order. */
    void add(long statement, Party party, List<Found> entries);

    /** All of a statement, in their order. */
    List<BankEntry> of(long statement);

    /** Those of a party that wait for somebody, the oldest first; so many at most. */
    List<BankEntry> waiting(Party party, int most);

    /** How many of a party wait for somebody. */
    int countWaiting(Party party);

    /** Nobody else changes it before the transaction ends. Throws {@link org.jointflights.domain.Unknown} if there is none. */
    BankEntry hold(long id);

    /** What has become of it now. */
    void found(long id, EntryFinding finding, @Nullable Sentence said);

    /** Somebody has looked at it. */
    void dealtWith(long id, BankEntry.DealtWith dealtWith);

    /** A payment of a statement and what became of it. */
    record Found(StatedPayment payment, EntryFinding finding) {}
}
