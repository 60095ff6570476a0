package org.jointflights.persistence.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.costs.Split;
import org.jointflights.application.overview.FlightRow;
import org.jointflights.application.overview.FlightRows;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFlightRows implements FlightRows {

    private static final String SHARES = """
            select s.reference, s.party, c.status, sum(s.cents) as cents
            from share s
            join cost_split c on c.reference = s.reference and c.number = s.number
            where c.number = (select max(n.number) from cost_split n where n.reference = c.reference)
            group by s.reference, s.party, c.status
            """;

    private final JdbcClient jdbc;

    JdbcFlightRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FlightRow> all() {
        Map<String, Parts> parts = new HashMap<>();
        jdbc.sql("select reference, airport from route_stop order by reference, position")
                .query(row -> {
                    of(parts, row).airports.add(row.getString("airport"));
                });
        jdbc.sql("select reference, party, status from participation order by reference, party")
                .query(row -> {
                    of(parts, row).add(new Party(row.getString("party")), row.getString("status"));
                });
        jdbc.sql(SHARES).query(row -> {
            of(parts, row)
                    .add(
                            new Party(row.getString("party")),
                            Money.euro(row.getLong("cents")),
                            Split.Status.valueOf(row.getString("status")));
        });
        return jdbc.sql("select * from flight order by departure, reference")
                .query((row, number) -> flight(row, of(parts, row)))
                .list();
    }

    private static Parts of(Map<String, Parts> parts, ResultSet row) throws SQLException {
        return parts.computeIfAbsent(row.getString("reference"), reference -> new Parts());
    }

    private static FlightRow flight(ResultSet row, Parts parts) throws SQLException {
        return new FlightRow(
                new OperationReference(row.getString("reference")),
                FlightType.valueOf(row.getString("type")),
                new Party(row.getString("organiser")),
                row.getString("destination"),
                List.copyOf(parts.airports),
                row.getTimestamp("departure").toInstant().atZone(ZoneId.of(row.getString("zone"))),
                Stage.valueOf(row.getString("stage")),
                row.getTimestamp("stage_since").toInstant(),
                row.getString("suspended_for"),
                List.copyOf(parts.invited),
                List.copyOf(parts.takingPart),
                List.copyOf(parts.withdrawn),
                parts.shares,
                parts.agreed);
    }

    /** What other tables say of one flight. */
    private static final class Parts {

        private final List<String> airports = new ArrayList<>();
        private final List<Party> invited = new ArrayList<>();
        private final List<Party> takingPart = new ArrayList<>();
        private final List<Party> withdrawn = new ArrayList<>();
        private final SortedMap<Party, Money> shares = new TreeMap<>();
        private boolean agreed;

        void add(Party party, Money share, Split.Status status) {
            shares.put(party, share);
            agreed = status == Split.Status.AGREED || status == Split.Status.FIXED;
        }

        void add(Party party, String status) {
            invited.add(party);
            Participation.Status now = Participation.Status.valueOf(status);
            if (now == Participation.Status.DECLARED || now == Participation.Status.COMMITTED) {
                takingPart.add(party);
            } else if (now == Participation.Status.WITHDRAWN) {
                withdrawn.add(party);
            }
        }
    }
}
