package org.jointflights.application.settlement;

import java.time.Clock;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Arbitration.Decision;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The arbiter's last word where a party objects to the accounts a second time. That is the executive: of no state, not the manager, who
 * may have fixed the key that is objected to, and two people, of whom one is always free of the flight.
 */
@Service
@Transactional
public class DecideDispute {

    private final SignStatements signing;
    private final Statements statements;
    private final Claims claims;
    private final Flights flights;
    private final FourEyesOnAccounts eyes;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    DecideDispute(
            SignStatements signing,
            Statements statements,
            Claims claims,
            Flights flights,
            FourEyesOnAccounts eyes,
            WriteTrail trail,
            WriteNotices notices,
            Clock clock) {
        this.signing = signing;
        this.statements = statements;
        this.claims = claims;
        this.flights = flights;
        this.eyes = eyes;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /** Whose objection is to be decided. */
    @Transactional(readOnly = true)
    public SortedSet<Party> objectors(OperationReference reference) {
        SortedSet<Party> objectors = new TreeSet<>();
        signing.openObjections(reference).forEach(answer -> objectors.add(answer.party()));
        return objectors;
    }

    /** The figures bind whoever objected. Throws as {@link #correct} does, but for the claim. */
    public void uphold(OperationReference reference, String why) {
        signing.requireTrue(reference);
        decide(reference, Decision.STANDS, null, why);
    }

    /**
     * A claim is withdrawn, and its party asked to enter it anew. Throws {@link BadInput} for a claim that is not in these accounts or
     * follows from the contract alone, {@link Conflict} where no objection is open, and {@link org.jointflights.domain.NotYours} for
     * whoever is not free of the flight.
     */
    public void correct(OperationReference reference, long claimId, String why) {
        Claim claim = claims.of(reference).stream()
                .filter(one -> one.id() == claimId && one.counts() && one.kind() == Claim.Kind.COST)
                .findFirst()
                .orElseThrow(() -> BadInput.of("claim", claimId, "settlement.claim.notHere", reference));
        decide(reference, Decision.CORRECT, claimId, why);
        claims.withdrawn(claimId, why);
        statements.askToClaim(reference, List.of(claim.claimant()));
    }

    private void decide(OperationReference reference, Decision decision, @Nullable Long claim, String why) {
        Statement statement = signing.current(reference);
        SortedSet<Party> objectors = objectors(reference);
        if (objectors.isEmpty()) {
            throw Conflict.of("settlement.objection.none", reference);
        }
        String arbiter = eyes.requireArbiter(statement, flights.get(reference).organiser(), objectors);
        Arbitration decided = Arbitration.decided(statement, decision, claim, objectors, arbiter, clock.instant());
        statements.reply(reference, statement.version(), why);
        statements.decided(reference, statement.version(), decided);
        trail.record(
                reference,
                TrailEvent.ACCOUNTS_ARBITRATED,
                statement.version(),
                Sentence.of("settlement.arbitration." + decision),
                decided.signed().hash(),
                why);
        for (Party party : objectors) {
            notices.send(
                    reference,
                    Role.FINANCE.groupOf(party),
                    "arbitrated-" + statement.version(),
                    "notice.arbitrated",
                    reference,
                    statement.version());
        }
    }
}
