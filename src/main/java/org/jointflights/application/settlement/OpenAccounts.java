package org.jointflights.application.settlement;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Voucher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins the settlement of a flight that was flown or cancelled. */
@Service
@Transactional
public class OpenAccounts {

    private final Flights flights;
    private final Contracts contracts;
    private final Cancellations cancellations;
    private final Claims claims;
    private final Statements statements;
    private final ReadAgreedCosts agreed;
    private final WriteTrail trail;
    private final Clock clock;

    OpenAccounts(
            Flights flights,
            Contracts contracts,
            Cancellations cancellations,
            Claims claims,
            Statements statements,
            ReadAgreedCosts agreed,
            WriteTrail trail,
            Clock clock) {
        this.flights = flights;
        this.contracts = contracts;
        this.cancellations = cancellations;
        this.claims = claims;
        this.statements = statements;
        this.agreed = agreed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asks every party for its costs, and enters the carrier's fee of a cancelled flight. When claims are due. */
    public Instant open(OperationReference reference) {
        Flight flight = flights.get(reference);
        Optional<Cancellation> cancellation = cancellations.of(reference);
        statements.askToClaim(reference, agreed.parties(reference));
        boolean entered = claims.of(reference).stream().anyMatch(claim -> claim.kind() == Claim.Kind.PENALTY);
        if (cancellation.isPresent() && !entered) {
            contracts.of(reference).forEach(contract -> enterPenalty(flight, contract));
        }
        Instant due = cancellation
                .map(cancelled -> Deadlines.claiming(
                        cancelled.at().atZone(flight.departure().getZone())))
                .orElseGet(() -> Deadlines.claiming(flight.departure()))
                .toInstant();
        trail.record(
                reference, TrailEvent.ACCOUNTS_OPENED, agreed.parties(reference).size());
        return due;
    }

    /** When claims are due of which a party is asked once more now. */
    @Transactional(readOnly = true)
    public Instant claimsDueAnew(OperationReference reference) {
        return Deadlines.claimingAnew(clock.instant()
                        .atZone(flights.get(reference).departure().getZone()))
                .toInstant();
    }

    private void enterPenalty(Flight flight, Contract contract) {
        Money penalty = contract.penalty();
        Instant released = contract.releasedAt();
        if (penalty == null || released == null || penalty.isZero()) {
            return;
        }
        Voucher voucher = new Voucher(
                contract.carrier(),
                released.atZone(flight.departure().getZone()).toLocalDate());
        claims.add(new Claim(
                0,
                flight.reference(),
                contract.signedBy(),
                Claim.Kind.PENALTY,
                null,
                CostCategory.CANCELLATION,
                contract.carrier(),
                penalty,
                voucher,
                CurrentUser.SYSTEM,
                clock.instant(),
                null,
                null,
                null));
        trail.recordOf(
                flight.reference(), contract.signedBy(), TrailEvent.ACCOUNTS_PENALTY, penalty, contract.carrier());
    }
}
