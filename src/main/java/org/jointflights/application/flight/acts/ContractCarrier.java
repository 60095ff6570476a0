package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jointflights.application.approval.SignPlan;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.planning.Quotes;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.FeeLadder;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing the charter, giving the aircraft back, and recording the permits. */
@Service
@Transactional
public class ContractCarrier {

    private final Flights flights;
    private final Quotes quotes;
    private final Contracts contracts;
    private final Cancellations cancellations;
    private final Permits permits;
    private final SignPlan signatures;
    private final WriteTrail trail;
    private final Clock clock;

    ContractCarrier(
            Flights flights,
            Quotes quotes,
            Contracts contracts,
            Cancellations cancellations,
            Permits permits,
            SignPlan signatures,
            WriteTrail trail,
            Clock clock) {
        this.flights = flights;
        this.quotes = quotes;
        this.contracts = contracts;
        this.cancellations = cancellations;
        this.permits = permits;
        this.signatures = signatures;
        this.trail = trail;
        this.clock = clock;
    }

    /** The quote that was chosen in planning. */
    @Transactional(readOnly = true)
    public CarrierQuote chosenQuote(OperationReference reference) {
        return quotes.of(reference).stream()
                .filter(CarrierQuote::isChosen)
                .findFirst()
                .orElseThrow(() -> Conflict.of("flight.contract.noQuote", reference));
    }

    /**
     * The organiser has signed with the chosen carrier, for exactly the price that was approved. Throws {@link Conflict}
     * unless the signatures hold for the plan as it is now.
     */
    public void sign(OperationReference reference, Money price) {
        Flight flight = flights.get(reference);
        if (!signatures.hold(reference)) {
            throw Conflict.of("flight.contract.notApproved", reference);
        }
        CarrierQuote quote = chosenQuote(reference);
        if (!quote.price().equals(price)) {
            throw BadInput.of("price", price, "flight.contract.price.differs", quote.price());
        }
        contracts.put(new Contract(reference, flight.organiser(), quote.carrier(), price, clock.instant(), null, null));
        trail.record(reference, TrailEvent.CONTRACTED, quote.carrier(), price);
    }

    /** Whether there is a charter for this flight already, so that none is signed twice. */
    @Transactional(readOnly = true)
    public boolean stands(OperationReference reference) {
        return contracts.standing(reference).isPresent();
    }

    /** Whether the plan has changed since the carrier under contract named its price. */
    @Transactional(readOnly = true)
    public boolean owesNewPrice(OperationReference reference) {
        return contracts
                .standing(reference)
                .filter(contract -> contract.priceAsked() != null)
                .isPresent();
    }

    /** What the carrier under contract takes for the plan as it is now; throws {@link Conflict} if it was not asked for that. */
    public void agreeNewPrice(OperationReference reference, Money price) {
        Contract contract = contracts
                .standing(reference)
                .filter(standing -> standing.priceAsked() != null)
                .orElseThrow(() -> Conflict.of("flight.contract.noPriceAsked", reference));
        contracts.put(contract.at(price));
        quotes.put(chosenQuote(reference).at(price));
        trail.record(reference, TrailEvent.REPRICED, contract.carrier(), contract.price(), price);
    }

    /**
     * Gives the aircraft back. What that costs follows from the contract's ladder and from how long before departure it
     * was decided; without a standing contract there is nothing to do.
     */
    public void release(OperationReference reference) {
        contracts.standing(reference).ifPresent(contract -> {
            Flight flight = flights.get(reference);
            Instant now = clock.instant();
            Duration before = cancellations
                    .of(reference)
                    .map(cancellation -> cancellation.beforeDeparture())
                    .orElse(Duration.between(now, flight.departure()));
            Money penalty = FeeLadder.of(chosenQuote(reference).fees()).fee(contract.price(), before);
            contracts.put(contract.released(now, penalty));
            trail.record(reference, TrailEvent.RELEASED, contract.carrier(), penalty);
        });
    }

    /** Permits as they stand; each that is granted must be valid on the day it is needed, the local day of departure. */
    public void record(OperationReference reference, List<Permit> recorded) {
        Flight flight = flights.get(reference);
        for (Permit permit : recorded) {
            Permit now = permit.after(before(permit));
            now.requireValidFor(flight, clock.instant());
            permits.put(now);
            if (now.answer() == Permit.Answer.GRANTED) {
                trail.record(
                        reference,
                        TrailEvent.PERMIT,
                        now.words(),
                        Objects.requireNonNull(now.number()),
                        Objects.requireNonNull(now.validUntil()));
            } else {
                trail.record(
                        reference,
                        TrailEvent.PERMIT_ANSWER,
                        now.words(),
                        now.answer().words());
            }
        }
    }

    private @Nullable Permit before(Permit permit) {
        return permits.of(permit.reference()).stream()
                .filter(other -> other.kind() == permit.kind() && Objects.equals(other.state(), permit.state()))
                .findFirst()
                .orElse(null);
    }
}
