package org.jointflights.application.settlement;

import java.util.List;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the organiser answers to the parties' objections to the accounts. */
@Service
@Transactional
public class AnswerObjections {

    private final SignStatements signing;
    private final Statements statements;
    private final Claims claims;
    private final Flights flights;
    private final CurrentUser actor;
    private final WriteTrail trail;

    AnswerObjections(
            SignStatements signing,
            Statements statements,
            Claims claims,
            Flights flights,
            CurrentUser actor,
            WriteTrail trail) {
        this.signing = signing;
        this.statements = statements;
        this.claims = claims;
        this.flights = flights;
        this.actor = actor;
        this.trail = trail;
    }

    /** The organiser explains why the figures stand; whoever objected is asked again. */
    public void uphold(OperationReference reference, String reply) {
        reply(reference, reply);
        trail.record(reference, TrailEvent.ACCOUNTS_UPHELD, reply);
    }

    /**
     * The organiser has a claim corrected: it is withdrawn, and its party is asked to enter it anew. Throws
     * {@link BadInput} for a claim that is not in these accounts, or that follows from the contract alone.
     */
    public void correct(OperationReference reference, long claimId, String reply) {
        Claim claim = claims.of(reference).stream()
                .filter(one -> one.id() == claimId && one.counts() && one.kind() == Claim.Kind.COST)
                .findFirst()
                .orElseThrow(() -> BadInput.of("claim", claimId, "settlement.claim.notHere", reference));
        reply(reference, reply);
        claims.withdrawn(claimId, reply);
        statements.askToClaim(reference, List.of(claim.claimant()));
        trail.recordOf(reference, claim.claimant(), TrailEvent.ACCOUNTS_CORRECTED, claimId, claim.claimant(), reply);
    }

    /** Those who objected are asked for their costs again: what they paid was never entered. */
    public void askAgain(OperationReference reference, String reply) {
        List<Party> objectors = signing.openObjections(reference).stream()
                .map(Statement.Answer::party)
                .toList();
        reply(reference, reply);
        statements.askToClaim(reference, objectors);
        trail.record(reference, TrailEvent.CLAIMS_ASKED_AGAIN, Party.codes(objectors), reply);
    }

    private void reply(OperationReference reference, String reply) {
        String group = flights.get(reference).organiser() + "finance";
        if (!actor.isIn(group)) {
            throw NotYours.of("settlement.reply.organiser", group);
        }
        if (signing.openObjections(reference).isEmpty()) {
            throw Conflict.of("settlement.objection.none", reference);
        }
        statements.reply(reference, signing.current(reference).version(), reply);
    }
}
