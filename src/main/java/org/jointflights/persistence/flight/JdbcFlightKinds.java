package org.jointflights.persistence.flight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.flight.FlightKinds;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFlightKinds implements FlightKinds {

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, Optional<FlightKind>> known = new ReadOnce<>();

    JdbcFlightKinds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<FlightKind> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private Optional<FlightKind> read(OperationReference reference) {
        return jdbc.sql("select basis, named, destination from flight_kind where reference = ?")
                .param(reference.value())
                .query(JdbcFlightKinds::kind)
                .optional();
    }

    @Override
    public void put(OperationReference reference, FlightKind kind) {
        known.forget(reference);
        jdbc.sql("delete from flight_kind where reference = ?")
                .param(reference.value())
                .update();
        Party destination = kind.destination();
        jdbc.sql("insert into flight_kind (reference, basis, named, destination) values (?, ?, ?, ?)")
                .params(Nulls.list(
                        reference.value(), kind.basis(), kind.named(), destination == null ? null : destination.code()))
                .update();
    }

    private static FlightKind kind(ResultSet row, int number) throws SQLException {
        String destination = row.getString("destination");
        return new FlightKind(
                row.getString("basis"), row.getString("named"), destination == null ? null : new Party(destination));
    }
}
