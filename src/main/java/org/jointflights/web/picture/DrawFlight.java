package org.jointflights.web.picture;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.operation.ReadGateStates;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.picture.ReadLand;
import org.jointflights.application.picture.ReadMoneyFlow;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.picture.MoneyFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the pictures of a flight, of what the reader of its page may know; templates call it {@code @drawFlight}. */
@Component
public class DrawFlight {

    private final ReadGateStates gates;
    private final FindAirports airports;
    private final ReadLand land;
    private final ReadMoneyFlow money;
    private final Clock clock;

    DrawFlight(ReadGateStates gates, FindAirports airports, ReadLand land, ReadMoneyFlow money, Clock clock) {
        this.gates = gates;
        this.airports = airports;
        this.land = land;
        this.money = money;
        this.clock = clock;
    }

    /** Stages, deadlines, gates and whom it waits for. */
    public Picture timeline(FlightFile.Head head, FlightFile.Overview overview, Locale language) {
        return FlightTimeline.of(
                head,
                overview,
                gates.of(head.flight().reference(), party -> head.viewer().seesDetailsOf(party)),
                clock.instant(),
                language);
    }

    /** Legs, who boards and leaves where, and where the aircraft is by the clock; nothing where an airport's place is not known. */
    public @Nullable Picture route(Flight flight, FlightFile.Way way, Locale language) {
        try {
            return RouteMap.of(
                    flight, way, code -> airports.get("route", code), land.outlines(), clock.instant(), language);
        } catch (BadInput unknownAirport) {
            return null;
        }
    }

    /** Seats offered, committed and flown at each stop. */
    public Picture seats(FlightFile.Head head, FlightFile.Seating seating, Locale language) {
        return SeatsPicture.of(head, seating, language);
    }

    /**
     * Who pays what: as planned, and behind it as posted if anything is; none before the first split. Throws
     * {@link org.jointflights.domain.NotYours} for whoever may not look at the accounts.
     */
    public List<Picture> money(OperationReference reference, Locale language) {
        ReadMoneyFlow.Flows flows = money.of(reference);
        List<Picture> pictures = new ArrayList<>();
        MoneyFlow planned = flows.planned();
        if (planned != null) {
            String split = flows.stands() ? "picture.money.note.split" : "picture.money.note.open";
            Sentence decisions = flows.decided() == 0
                    ? Sentence.of("picture.money.note.noDecisions")
                    : Sentence.of("picture.money.note.decisions", flows.decided(), flows.signed());
            pictures.add(MoneyPicture.of(
                    reference,
                    planned,
                    false,
                    List.of(Sentence.of(split, flows.split()).in(language), decisions.in(language)),
                    language));
        }
        MoneyFlow posted = flows.posted();
        if (posted != null) {
            pictures.add(MoneyPicture.of(
                    reference,
                    posted,
                    true,
                    List.of(Sentence.of("picture.money.note.posted").in(language)),
                    language));
        }
        return List.copyOf(pictures);
    }
}
