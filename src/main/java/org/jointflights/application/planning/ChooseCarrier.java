package org.jointflights.application.planning;

import java.time.Clock;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.CarrierQuotes;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carriers' quotes, and the choice between them. */
@Service
@Transactional
public class ChooseCarrier {

    private final Flights flights;
    private final Participations participations;
    private final Quotes quotes;
    private final WriteTrail trail;
    private final Clock clock;

    ChooseCarrier(Flights flights, Participations participations, Quotes quotes, WriteTrail trail, Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.quotes = quotes;
        this.trail = trail;
        this.clock = clock;
    }

    /** A carrier's quote is put on record. */
    public void enter(CarrierQuote quote) {
        Flight flight = flights.get(quote.reference());
        quote.requireStandsOn(
                clock.instant().atZone(flight.departure().getZone()).toLocalDate());
        quotes.put(quote.entered(clock.instant()));
        trail.record(quote.reference(), TrailEvent.QUOTED, quote.carrier(), quote.price());
    }

    /** The organiser takes one quote; throws {@link org.jointflights.domain.BadInput} as {@link CarrierQuotes#choose} does. */
    public void choose(OperationReference reference, int position, @Nullable String reason) {
        CarrierQuotes all = new CarrierQuotes(quotes.of(reference));
        int needed = Participation.seatsOf(participations.of(reference)).total();
        CarrierQuote chosen = all.choose(position, needed, reason);
        all.chosen().forEach(former -> quotes.put(former.notChosen()));
        quotes.put(chosen);
        Flight flight = flights.get(reference);
        flights.put(flight.planned(flight.route(), flight.departure().getZone(), chosen.seats()));
        trail.record(reference, TrailEvent.CARRIER_CHOSEN, chosen.carrier(), chosen.price());
    }
}
