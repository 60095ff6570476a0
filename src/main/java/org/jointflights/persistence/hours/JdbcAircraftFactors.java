package org.jointflights.persistence.hours;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.hours.AircraftFactors;
import org.jointflights.domain.hours.AircraftFactor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAircraftFactors implements AircraftFactors {

    /** By names that nothing else has, since a factor is read along with what follows from it. */
    static final String COLUMNS =
            "f.id as factor_id, aircraft_type, factor, valid_from, source, f.entered_by as factor_by, f.entered_at as factor_at";

    private final JdbcClient jdbc;

    JdbcAircraftFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AircraftFactor> find(String type, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
                         from aircraft_factor f where aircraft_type = ? and valid_from <= ?
                        order by valid_from desc, id desc fetch first row only
                        """)
                .params(type, day)
                .query(JdbcAircraftFactors::factor)
                .optional();
    }

    @Override
    public List<AircraftFactor> all() {
        return jdbc.sql("select " + COLUMNS + """
                         from aircraft_factor f
                        order by aircraft_type, valid_from desc, id desc
                        """)
                .query(JdbcAircraftFactors::factor)
                .list();
    }

    @Override
    public void add(AircraftFactor factor) {
        jdbc.sql("""
                        insert into aircraft_factor (aircraft_type, factor, valid_from, source, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        factor.type(),
                        factor.factor().toPlainString(),
                        factor.from(),
                        factor.source(),
                        factor.enteredBy(),
                        Timestamp.from(factor.enteredAt()))
                .update();
    }

    /** From a row with {@link #COLUMNS}. */
    static AircraftFactor factor(ResultSet row, int number) throws SQLException {
        return new AircraftFactor(
                row.getLong("factor_id"),
                row.getString("aircraft_type"),
                new BigDecimal(row.getString("factor")),
                row.getObject("valid_from", LocalDate.class),
                row.getString("source"),
                row.getString("factor_by"),
                row.getTimestamp("factor_at").toInstant());
    }
}
