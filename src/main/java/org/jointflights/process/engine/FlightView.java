package org.jointflights.process.engine;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.SeatWords;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.springframework.stereotype.Component;

/** What forms begin with: every one with the flight in one sentence, many with its seats by party as a table. */
@Component
public class FlightView {

    /** The name by which every form shows which flight it is: {@code {{flightSummary}}}. */
    public static final String FLIGHT = "flightSummary";

    /** The names a form uses: {@link #FLIGHT} as text, {@code =seatRows} as a table. */
    public static final Set<String> SHOWS = Set.of(FLIGHT, "seatRows");

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final Flights flights;
    private final Participations participations;

    FlightView(Flights flights, Participations participations) {
        this.flights = flights;
        this.participations = participations;
    }

    /** Shows both; the task's form must declare {@link #SHOWS}. */
    public void show(OpenTask task) {
        showFlight(task);
        task.showRows("seatRows", seatRows(task.reference()));
    }

    /** Shows which flight it is; the task's form must declare {@link #FLIGHT}. */
    public void showFlight(OpenTask task) {
        task.show(FLIGHT, summary(task.reference()));
    }

    /** {@code JRO-2027-0001 to Nigeria, organised by France: CDG – LOS – CDG, 9,400 km, leaving …}. */
    private Markdown summary(OperationReference reference) {
        Flight flight = flights.get(reference);
        return Markdown.of(
                "**%s** to %s, organised by %s. Route %s (%,d km). Departure %s (%s). Aircraft: %d seats. Stage: %s.",
                reference,
                flight.destination(),
                flight.organiser().name(Locale.ENGLISH),
                flight.route(),
                flight.route().km(),
                WHEN.format(flight.departure()),
                flight.departure().getZone().getId(),
                flight.capacity(),
                Sentence.of("flight.stage." + flight.stage()).in(Locale.ENGLISH));
    }

    /** One row a party, and the sum. */
    public List<Map<String, Object>> seatRows(OperationReference reference) {
        List<Participation> all = participations.of(reference);
        Seats sum = all.stream()
                .filter(Participation::takesPart)
                .map(Participation::seats)
                .reduce(Seats.NONE, Seats::plus);
        List<Map<String, Object>> rows = new ArrayList<>(all.stream()
                .map(part -> row(
                        part.party() + " " + part.party().name(Locale.ENGLISH),
                        Sentence.of("planning.participation." + part.status()).in(Locale.ENGLISH),
                        part.embarkation() == null ? "" : part.embarkation(),
                        part.seats()))
                .toList());
        int free = flights.get(reference).capacity() - sum.total();
        rows.add(row("Sum", free < 0 ? -free + " too many" : free + " free", "", sum));
        return rows;
    }

    private static Map<String, Object> row(String party, String status, String boards, Seats seats) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("party", party);
        row.put("status", status);
        row.put("boards", boards);
        row.put("returnees", seats.returnees());
        row.put("staff", SeatWords.staff(seats, Locale.ENGLISH));
        row.put("total", seats.total());
        return row;
    }
}
