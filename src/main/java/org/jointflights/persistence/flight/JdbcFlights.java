package org.jointflights.persistence.flight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFlights implements Flights {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadOnce<OperationReference, Optional<Flight>> known = new ReadOnce<>();

    JdbcFlights(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Flight get(OperationReference reference) {
        return find(reference).orElseThrow(() -> Unknown.of("common.flight.unknown", reference));
    }

    @Override
    public Optional<Flight> find(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private Optional<Flight> read(OperationReference reference) {
        return jdbc.sql("""
                        select f.*, s.airport, s.purpose, s.km
                        from flight f join route_stop s on s.reference = f.reference
                        where f.reference = ? order by s.position
                        """).param(reference.value()).query(JdbcFlights::withItsRoute);
    }

    private static Optional<Flight> withItsRoute(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        Function<Route, Flight> flight = flight(rows);
        List<Stop> stops = new ArrayList<>();
        do {
            stops.add(stop(rows));
        } while (rows.next());
        return Optional.of(flight.apply(new Route(stops)));
    }

    @Override
    public List<Flight> all() {
        return jdbc.sql("select * from flight order by departure, reference")
                .query((row, number) -> flight(row).apply(new Route(stops(row.getString("reference")))))
                .list();
    }

    @Override
    public void add(Flight flight) {
        known.forget(flight.reference());
        jdbc.sql("""
                        insert into flight (type, organiser, destination, departure, zone, real_date, capacity, stage,
                            stage_since, suspended_for, postponed, assumed, revision, reference)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(columns(flight))
                .params(0L, flight.reference().value())
                .update();
        putRoute(flight);
    }

    @Override
    public void put(Flight flight) {
        known.forget(flight.reference());
        int written = jdbc.sql("""
                        update flight set type = ?, organiser = ?, destination = ?, departure = ?, zone = ?,
                            real_date = ?, capacity = ?, stage = ?, stage_since = ?, suspended_for = ?, postponed = ?,
                            assumed = ?, revision = revision + 1
                        where reference = ? and revision = ?
                        """)
                .params(columns(flight))
                .params(flight.reference().value(), flight.revision())
                .update();
        if (written == 0) {
            throw Conflict.of("common.flight.changed", flight.reference());
        }
        jdbc.sql("delete from route_stop where reference = ?")
                .param(flight.reference().value())
                .update();
        putRoute(flight);
    }

    @Override
    public OperationReference nextReference(int year) {
        int taken = jdbc.sql(
                        "select coalesce(max(cast(substring(reference, 10) as integer)), 0) from flight where reference like ?")
                .param("JRO-%04d-%%".formatted(year))
                .query(Integer.class)
                .single();
        return OperationReference.of(year, taken + 1L);
    }

    private static List<Object> columns(Flight flight) {
        return Nulls.list(
                flight.type().name(),
                flight.organiser().code(),
                flight.destination(),
                Timestamp.from(flight.departure().toInstant()),
                flight.departure().getZone().getId(),
                flight.realDate(),
                flight.capacity(),
                flight.stage().name(),
                Timestamp.from(flight.stageSince()),
                flight.suspendedFor(),
                flight.postponed(),
                flight.assumed());
    }

    private void putRoute(Flight flight) {
        List<Object[]> rows = new ArrayList<>();
        for (Stop stop : flight.route().stops()) {
            rows.add(new Object[] {
                flight.reference().value(),
                rows.size(),
                stop.airport(),
                stop.purpose().name(),
                stop.km()
            });
        }
        batches.batchUpdate(
                "insert into route_stop (reference, position, airport, purpose, km) values (?, ?, ?, ?, ?)", rows);
    }

    /** The row is read at once; its route may come later. */
    private static Function<Route, Flight> flight(ResultSet row) throws SQLException {
        OperationReference reference = new OperationReference(row.getString("reference"));
        FlightType type = FlightType.valueOf(row.getString("type"));
        Party organiser = new Party(row.getString("organiser"));
        String destination = row.getString("destination");
        ZonedDateTime departure = row.getTimestamp("departure").toInstant().atZone(ZoneId.of(row.getString("zone")));
        LocalDate realDate = row.getObject("real_date", LocalDate.class);
        int capacity = row.getInt("capacity");
        Stage stage = Stage.valueOf(row.getString("stage"));
        Instant stageSince = row.getTimestamp("stage_since").toInstant();
        String suspendedFor = row.getString("suspended_for");
        int postponed = row.getInt("postponed");
        String assumed = row.getString("assumed");
        long revision = row.getLong("revision");
        return route -> new Flight(
                reference,
                type,
                organiser,
                destination,
                route,
                departure,
                realDate,
                capacity,
                stage,
                stageSince,
                suspendedFor,
                postponed,
                assumed,
                revision);
    }

    private List<Stop> stops(String reference) {
        return jdbc.sql("select * from route_stop where reference = ? order by position")
                .param(reference)
                .query((row, number) -> stop(row))
                .list();
    }

    private static Stop stop(ResultSet row) throws SQLException {
        return new Stop(row.getString("airport"), Stop.Purpose.valueOf(row.getString("purpose")), row.getInt("km"));
    }
}
