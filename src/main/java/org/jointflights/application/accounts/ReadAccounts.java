package org.jointflights.application.accounts;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jointflights.application.costs.Split;
import org.jointflights.application.flights.Flights;
import org.jointflights.application.flights.Participations;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.accounts.Claim;
import org.jointflights.domain.accounts.Ledger;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the accounts of a flight to those they concern. */
@Service
@Transactional(readOnly = true)
public class ReadAccounts {

    private final Flights flights;
    private final Participations participations;
    private final Claims claims;
    private final Postings postings;
    private final Statements statements;
    private final Transfers transfers;
    private final AgreedCosts agreed;
    private final CurrentUser actor;

    ReadAccounts(
            Flights flights,
            Participations participations,
            Claims claims,
            Postings postings,
            Statements statements,
            Transfers transfers,
            AgreedCosts agreed,
            CurrentUser actor) {
        this.flights = flights;
        this.participations = participations;
        this.claims = claims;
        this.postings = postings;
        this.statements = statements;
        this.transfers = transfers;
        this.agreed = agreed;
        this.actor = actor;
    }

    /**
     * For a reader: people of the flight's parties, managers, executives and auditors. Throws
     * {@link org.jointflights.domain.Unknown} for no flight and {@link NotYours} for anybody else.
     */
    public FlightAccounts forReader(OperationReference reference) {
        flights.get(reference);
        if (!mayRead(reference)) {
            throw NotYours.of("accounts.notYours", reference);
        }
        return of(reference);
    }

    /** For the application itself. */
    public FlightAccounts of(OperationReference reference) {
        return new FlightAccounts(
                reference,
                statements.current(reference).orElse(null),
                agreed.parties(reference),
                claims.of(reference),
                new Ledger(postings.of(reference)),
                transfers.of(reference),
                agreed.split(reference).<Map<Party, Money>>map(Split::totals).orElse(Map.of()),
                agreed.rule(reference));
    }

    /** The agreed items of the flight. */
    public List<CostItem> items(OperationReference reference) {
        return agreed.items(reference);
    }

    /** How a claim is shared once it is certified. */
    public CostItem sharedAs(OperationReference reference, Claim claim) {
        return agreed.sharedAs(reference, claim);
    }

    private boolean mayRead(OperationReference reference) {
        boolean seesAll = List.of(Role.MANAGER, Role.EXECUTIVE, Role.AUDITOR).stream()
                .map(Role::group)
                .anyMatch(actor::isIn);
        if (seesAll) {
            return true;
        }
        SortedSet<Party> parties = agreed.parties(reference);
        participations.of(reference).stream()
                .filter(participation -> participation.takesPart())
                .forEach(participation -> parties.add(participation.party()));
        return parties.stream()
                .anyMatch(party -> Role.ofParties().stream()
                        .map(role -> role.groupOf(party))
                        .anyMatch(actor::isIn));
    }
}
