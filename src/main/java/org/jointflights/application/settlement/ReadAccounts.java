package org.jointflights.application.settlement;

import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.costs.Split;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the accounts of a flight to those who share its cost or see every flight. */
@Service
@Transactional(readOnly = true)
public class ReadAccounts {

    private final CheckFlightAccess access;
    private final Claims claims;
    private final Postings postings;
    private final Statements statements;
    private final CarryBook book;
    private final Transfers transfers;
    private final ReadAgreedCosts agreed;
    private final SignedVersions versions;

    ReadAccounts(
            CheckFlightAccess access,
            Claims claims,
            Postings postings,
            Statements statements,
            CarryBook book,
            Transfers transfers,
            ReadAgreedCosts agreed,
            SignedVersions versions) {
        this.access = access;
        this.claims = claims;
        this.postings = postings;
        this.statements = statements;
        this.book = book;
        this.transfers = transfers;
        this.agreed = agreed;
        this.versions = versions;
    }

    /**
     * For a reader. Throws {@link org.jointflights.domain.Unknown} for no flight and {@link NotYours} for whoever may not
     * look at it or, because it shares none of its cost, not at its accounts.
     */
    public FlightAccounts forReader(OperationReference reference) {
        requireOpen(reference);
        return of(reference);
    }

    /**
     * The signed content, of a plan or of accounts, that has this SHA-256. Throws {@link Unknown} if none has, {@link NotYours} as the accounts do,
     * and {@link org.jointflights.domain.Conflict} if what is stored is not what was signed.
     */
    public SignedContent signedContent(String hash) {
        StoredVersion version = versions.byHash(hash).orElse(null);
        if (version != null) {
            requireOpen(version.reference());
            return new SignedContent(
                    version.reference() + "-version-" + version.number(),
                    version.proven().content());
        }
        Statement disputed = statements.byArbitration(hash).orElse(null);
        Arbitration decided = disputed == null ? null : disputed.arbitration();
        if (disputed != null && decided != null) {
            requireOpen(disputed.reference());
            return new SignedContent(
                    disputed.reference() + "-arbitration-" + disputed.version(),
                    decided.signed().json());
        }
        Statement statement = statements.byHash(hash).orElseThrow(() -> Unknown.of("approval.content.unknown", hash));
        requireOpen(statement.reference());
        return new SignedContent(statement.reference() + "-accounts-" + statement.version(), statement.signedJson());
    }

    /** A text that is signed, with the name of the file it is handed out as. */
    public record SignedContent(String name, String json) {}

    private void requireOpen(OperationReference reference) {
        access.require(reference);
        if (!areOpen(reference)) {
            throw NotYours.of("settlement.notYours", reference);
        }
    }

    /**
     * Whether the accounts are open to the person signed in. They hold vouchers, bank references, objections and names:
     * a state that declined, or left before its share was agreed, sees shares and totals on the flight's page.
     */
    public boolean areOpen(OperationReference reference) {
        Viewer viewer = access.viewer();
        return viewer.seesEveryFlight()
                || viewer.sees(agreed.parties(reference))
                || postings.of(reference).stream()
                        .anyMatch(posting -> viewer.parties().contains(posting.party()));
    }

    /**
     * For the application itself. Throws {@link org.jointflights.domain.Conflict} if the plan is stored as something else
     * than what was signed.
     */
    public FlightAccounts of(OperationReference reference) {
        Split split = agreed.onRecord(reference).orElse(null);
        return new FlightAccounts(
                reference,
                versions.current(reference).orElse(null),
                statements.current(reference).orElse(null),
                agreed.parties(reference),
                claims.of(reference),
                new Ledger(postings.of(reference)),
                book.of(reference).orElse(null),
                transfers.of(reference),
                split,
                agreed.proposal(reference).filter(open -> !open.equals(split)).orElse(null),
                split != null && split.stands() ? split.withdrawalRule() : agreed.rule(reference));
    }

    /** How a claim is shared once it is certified. */
    public CostItem sharedAs(OperationReference reference, Claim claim) {
        return agreed.sharedAs(reference, claim);
    }
}
