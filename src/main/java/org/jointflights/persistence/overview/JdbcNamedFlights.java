package org.jointflights.persistence.overview;

import java.util.Collection;
import java.util.List;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.search.NamedFlights;
import org.jointflights.domain.OperationReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNamedFlights implements NamedFlights {

    private static final String CARRIERS = """
            select carrier from contract union select carrier from quote order by carrier
            """;

    private static final String BY_CARRIER = """
            f.reference in (select c.reference from contract c where c.carrier = :carrier
            union select q.reference from quote q where q.carrier = :carrier)
            """;

    private final JdbcClient jdbc;

    JdbcNamedFlights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> carriers() {
        return jdbc.sql(CARRIERS).query(String.class).list();
    }

    @Override
    public List<OperationReference> ofCarrier(String carrier, Viewer viewer, int most) {
        FlightConditions open = FlightConditions.visibleTo(viewer);
        return references(open, open.isVisibleAndNotLeft() + " and " + BY_CARRIER, most, "carrier", carrier);
    }

    @Override
    public List<OperationReference> takenBy(Collection<String> people, Viewer viewer, int most) {
        if (people.isEmpty()) {
            return List.of();
        }
        FlightConditions open = FlightConditions.visibleTo(viewer);
        return references(open, open.hasTaskTaken(), most, "people", List.copyOf(people));
    }

    private List<OperationReference> references(
            FlightConditions open, String condition, int most, String name, Object value) {
        return jdbc
                .sql("select f.reference from flight f where " + condition
                        + " order by f.departure desc, f.reference fetch first " + most + " rows only")
                .params(open.values())
                .param(name, value)
                .query(String.class)
                .list()
                .stream()
                .map(OperationReference::new)
                .toList();
    }
}
