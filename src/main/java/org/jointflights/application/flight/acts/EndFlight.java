package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.planning.Quotes;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.FeeLadder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last resort where nobody agrees or signs: the flight is ended. Before a carrier is under contract it is given up, and nothing is
 * left to do; under a contract that is a cancellation like any other, with release of the aircraft, penalty and settlement.
 */
@Service
@Transactional
public class EndFlight {

    private final Contracts contracts;
    private final Quotes quotes;
    private final Flights flights;
    private final CancelFlight cancellation;
    private final WriteTrail trail;
    private final Clock clock;

    EndFlight(
            Contracts contracts,
            Quotes quotes,
            Flights flights,
            CancelFlight cancellation,
            WriteTrail trail,
            Clock clock) {
        this.contracts = contracts;
        this.quotes = quotes;
        this.flights = flights;
        this.cancellation = cancellation;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Somebody who may cancel the flight decides in a task that it ends. Throws {@link BadInput} where a carrier is under contract and
     * nobody says who is answerable, which decides who bears the penalty, or where it is said and nothing has to be borne.
     */
    public void decide(OperationReference reference, TypedFields typed) {
        if (contracts.standing(reference).isPresent()) {
            cancellation.decide(flights.get(reference), typed);
        } else if (typed.isEmpty("causedBy")) {
            trail.record(reference, TrailEvent.FLIGHT_ENDED, typed.remark("reason"));
        } else {
            throw BadInput.of("causedBy", typed.text("causedBy"), "flight.end.nothingToBear");
        }
    }

    /** Who can be answerable for the end. */
    @Transactional(readOnly = true)
    public List<Party> answerable(OperationReference reference) {
        return cancellation.choices(flights.get(reference)).getOrDefault("causedBy", List.of());
    }

    /** What ending the flight would mean now: the carrier under contract, and what giving the aircraft back would cost. */
    @Transactional(readOnly = true)
    public Sentence consequence(OperationReference reference) {
        Optional<Contract> contract = contracts.standing(reference);
        if (contract.isEmpty()) {
            return Sentence.of("flight.end.noContract");
        }
        Duration before =
                Duration.between(clock.instant(), flights.get(reference).departure());
        return quotes.of(reference).stream()
                .filter(CarrierQuote::isChosen)
                .findFirst()
                .map(quote -> Sentence.of(
                        "flight.end.contract",
                        contract.get().carrier(),
                        contract.get().price(),
                        FeeLadder.of(quote.fees()).fee(contract.get().price(), before)))
                .orElseGet(() -> Sentence.of(
                        "flight.end.contractOnly",
                        contract.get().carrier(),
                        contract.get().price()));
    }
}
