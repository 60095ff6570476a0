package org.jointflights.application.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.netting.SignedNettings;
import org.jointflights.application.settlement.Postings;
import org.jointflights.application.settlement.Statements;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.Verification;
import org.jointflights.domain.approval.Verification.Checked;
import org.jointflights.domain.approval.Verification.Kind;
import org.jointflights.domain.netting.Netting;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks every version, every signature and every posting of the database, for auditors. Nothing is stored. */
@Service
@Transactional(readOnly = true)
public class VerifySignatures {

    private final SignedVersions versions;
    private final Statements statements;
    private final Postings postings;
    private final SignedNettings nettings;

    VerifySignatures(SignedVersions versions, Statements statements, Postings postings, SignedNettings nettings) {
        this.versions = versions;
        this.statements = statements;
        this.postings = postings;
        this.nettings = nettings;
    }

    /** Of the plans first, then of the accounts, then of the nettings, each of which stands with its first flight. */
    public Verification run() {
        List<Statement> all = statements.all();
        List<Checked> accounts = new ArrayList<>();
        int compared = 0;
        int since = 0;
        for (int i = 0; i < all.size(); i++) {
            Statement statement = all.get(i);
            Instant next = i + 1 < all.size() && all.get(i + 1).reference().equals(statement.reference())
                    ? all.get(i + 1).computedAt()
                    : null;
            // What is stored now against the text that was stored when it was signed: neither is worked out anew.
            Ledger ledger = new Ledger(postings.of(statement.reference()));
            accounts.add(new Checked(
                    Kind.ACCOUNTS,
                    statement.reference(),
                    statement.version(),
                    statement.signed().hash(),
                    statement.answers().size() + (statement.arbitration() == null ? 0 : 1),
                    statement.faults(ledger, next)));
            if (next == null) {
                // The newest version says all that the earlier ones said.
                int own = statement.covers(ledger);
                compared += own;
                since += ledger.postings().size() - own;
            }
        }
        for (Netting netting : nettings.all()) {
            accounts.add(new Checked(
                    Kind.NETTING,
                    netting.flights().first(),
                    Math.toIntExact(netting.id()),
                    netting.signed().hash(),
                    netting.signatures().size(),
                    netting.faults()));
        }
        return Verification.of(versions.all(), versions.signatures()).and(accounts, compared, since);
    }

    /** The same as text: a line for each version, a line for each fault, and in the end what came out. */
    public static List<String> lines(Verification found, Locale language) {
        List<String> lines = new ArrayList<>();
        for (Verification.Checked one : found.checked()) {
            if (one.faults().isEmpty()) {
                lines.add(Sentence.of(
                                "verification.line." + one.kind(),
                                one.reference(),
                                one.version(),
                                one.signatures(),
                                one.hash())
                        .in(language));
            }
            one.faults().forEach(fault -> lines.add(fault.sentence(language)));
        }
        summary(found).forEach(line -> lines.add(line.in(language)));
        lines.add(outcome(found).in(language));
        return lines;
    }

    /** How many of what were checked, and which postings nobody signs. */
    public static List<Sentence> summary(Verification found) {
        return List.of(
                Sentence.of("verification.summary", found.versions(), found.signatures()),
                Sentence.of("verification.postings", found.postings(), found.since()));
    }

    /** Whether all fits, or the first fault. */
    public static Sentence outcome(Verification found) {
        return found.firstFault()
                .map(first -> Sentence.of("verification.bad", found.faults().size(), first.asSentence()))
                .orElseGet(() -> Sentence.of("verification.good"));
    }
}
