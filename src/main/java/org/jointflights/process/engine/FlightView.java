package org.jointflights.process.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.RouteName;
import org.jointflights.application.flight.SeatWords;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Seats;
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
                "flight.form.summary",
                reference,
                flight.destination(),
                FormLanguage.name(flight.organiser()),
                FormLanguage.say(RouteName.of(flight.route())),
                FormLanguage.grouped(flight.route().km()),
                FormLanguage.moment(flight.departure()),
                flight.capacity(),
                flight.stage().words());
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
                        part.party() + " " + FormLanguage.name(part.party()),
                        FormLanguage.say("planning.participation." + part.status()),
                        part.embarkation() == null ? "" : FormLanguage.place(part.embarkation()),
                        part.seats()))
                .toList());
        int free = flights.get(reference).capacity() - sum.total();
        rows.add(row(
                FormLanguage.say("common.sum"),
                free < 0
                        ? FormLanguage.say("flight.form.seats.tooMany", -free)
                        : FormLanguage.say("flight.form.seats.free", free),
                "",
                sum));
        return rows;
    }

    private static Map<String, Object> row(String party, String status, String boards, Seats seats) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("party", party);
        row.put("status", status);
        row.put("boards", boards);
        row.put("returnees", seats.returnees());
        row.put("staff", SeatWords.staff(seats, FormLanguage.spoken()));
        row.put("total", seats.total());
        return row;
    }
}
