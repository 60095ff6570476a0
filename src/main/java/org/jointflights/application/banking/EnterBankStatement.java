package org.jointflights.application.banking;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jointflights.application.file.CheckFile;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.banking.BankEntry;
import org.jointflights.domain.banking.BankStatement;
import org.jointflights.domain.banking.EntryFinding;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/**
 * A creditor's finance enters its bank's statement ({@code camt.053}). First all entries are kept, then each that fits a transfer is
 * confirmed in a transaction of its own, by the same step and with the same rights as with the form. The same file again goes on
 * where it was broken off, and does nothing else.
 */
@Service
public class EnterBankStatement {

    private static final Set<FileKind> KINDS = EnumSet.of(FileKind.XML);

    /** Against steps of the flight's work, not against people. */
    private static final int TRIES = 3;

    private final KeepBankEntries keeping;
    private final SettleBankEntry settling;
    private final BankStatements statements;
    private final CheckTreasuryAccess access;
    private final CheckFile check;
    private final WriteNotices notices;

    EnterBankStatement(
            KeepBankEntries keeping,
            SettleBankEntry settling,
            BankStatements statements,
            CheckTreasuryAccess access,
            CheckFile check,
            WriteNotices notices) {
        this.keeping = keeping;
        this.settling = settling;
        this.statements = statements;
        this.access = access;
        this.check = check;
        this.notices = notices;
    }

    /** How many payments it confirms, and how many entries of it somebody has to look at. */
    public record Entered(int confirmed, int waiting) {}

    /** Asked before the bytes are read. Throws {@link NotYours} for another party's. */
    public void requirePossible(Party party) {
        access.require(party);
    }

    /** Throws {@link NotYours} for another party's, and {@link BadInput} for what is no such statement. */
    public Entered enter(Party party, String name, byte[] content) {
        requirePossible(party);
        AttachedFile file = check.require(name, content, KINDS);
        List<BankStatementXml.Read> read = BankStatementXml.read(file.name(), content);
        List<BankStatement> kept = keeping.keep(party, file.hash(), read);
        for (BankStatement statement : kept) {
            statements.of(statement.id()).stream()
                    .filter(entry -> entry.finding() == EntryFinding.MATCHED && entry.dealtWith() == null)
                    .forEach(entry -> settle(entry.id(), TRIES));
        }
        int confirmed = 0;
        int waiting = 0;
        for (BankStatement statement : kept) {
            List<BankEntry> entries = statements.of(statement.id());
            confirmed += (int) entries.stream()
                    .filter(entry -> entry.finding() == EntryFinding.CONFIRMED)
                    .count();
            waiting += (int) entries.stream().filter(BankEntry::waits).count();
        }
        if (waiting > 0) {
            notices.tell(
                    Role.FINANCE.groupOf(party),
                    "bank-statement/" + kept.get(0).id(),
                    "notice.bankEntries",
                    new PartyName(party),
                    waiting);
        }
        return new Entered(confirmed, waiting);
    }

    /** Whoever is overtaken by the flight's own work tries again; where that does not help the entry waits, as one that fits. */
    private void settle(long entry, int tries) {
        try {
            settling.confirm(entry);
        } catch (Refusal refused) {
            settling.refused(entry, refused.asSentence());
        } catch (ConcurrencyFailureException overtaken) {
            if (tries > 1) {
                settle(entry, tries - 1);
            }
        }
    }
}
