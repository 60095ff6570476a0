package org.jointflights.persistence.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.desk.DeskNews;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeskNews implements DeskNews {

    static final String SINCE = """
            select t.reference, t.at, t.actor, t.code, t.party, t.actor_party, coalesce(t.arguments, l.kept) as arguments
            from trail t left join chain_link l on l.chain = 'TRAIL' and l.entry = t.id
            where t.at > :since and t.actor <> :actor
            and (t.code in (:codes) or t.party in (:parties) or t.actor_party in (:parties)) %s
            order by t.at desc, t.id desc fetch first :most rows only
            """;

    static final String OWN_FLIGHTS = """
            and (exists (select 1 from flight f where f.reference = t.reference and f.organiser in (:parties))
                or exists (select 1 from participation p where p.reference = t.reference and p.party in (:parties)))
            """;

    private static final String FLIGHTS =
            "select reference, organiser, destination, departure, zone from flight where reference in (:flights)";

    private static final String PARTICIPATIONS = """
            select reference, party, status, since from participation
            where reference in (:flights) and party in (:parties) order by reference, party
            """;

    /** Of a split that has changed since it was agreed this says no: then less is told than might be. */
    private static final String AGREED = """
            select s.reference from share s join cost_split c on c.reference = s.reference and c.number = s.number
            where s.reference in (:flights) and s.party in (:parties) and c.status = 'AGREED'
            and c.number = (select max(n.number) from cost_split n where n.reference = c.reference)
            union select o.reference from posting o where o.reference in (:flights) and o.party in (:parties)
            """;

    private static final String WITHDRAWN = "WITHDRAWN";

    private final JdbcClient jdbc;

    JdbcDeskNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TrailEntry> since(Instant since, String actor, Viewer viewer, Collection<TrailEvent> told, int most) {
        return jdbc.sql(SINCE.formatted(viewer.seesEveryFlight() ? "" : OWN_FLIGHTS))
                .param("since", Timestamp.from(since))
                .param("actor", actor)
                .param("codes", told.stream().map(TrailEvent::code).toList())
                .param("parties", parties(viewer))
                .param("most", most)
                .query((row, number) -> entry(row))
                .list();
    }

    private record Part(Party party, boolean withdrawn, Instant since) {}

    @Override
    public Map<OperationReference, Told> flights(Collection<OperationReference> flights, Viewer viewer) {
        if (flights.isEmpty()) {
            return Map.of();
        }
        List<String> names = flights.stream().map(OperationReference::value).toList();
        Map<String, List<Part>> parts = new HashMap<>();
        Set<String> agreed = new HashSet<>();
        if (!viewer.parties().isEmpty()) {
            jdbc.sql(PARTICIPATIONS)
                    .param("flights", names)
                    .param("parties", parties(viewer))
                    .query(row -> {
                        parts.computeIfAbsent(row.getString("reference"), name -> new ArrayList<>())
                                .add(new Part(
                                        new Party(row.getString("party")),
                                        WITHDRAWN.equals(row.getString("status")),
                                        row.getTimestamp("since").toInstant()));
                    });
            agreed.addAll(jdbc.sql(AGREED)
                    .param("flights", names)
                    .param("parties", parties(viewer))
                    .query(String.class)
                    .list());
        }
        Map<OperationReference, Told> told = new HashMap<>();
        jdbc.sql(FLIGHTS).param("flights", names).query(row -> {
            String name = row.getString("reference");
            List<Part> own = parts.getOrDefault(name, List.of());
            List<Part> left = own.stream().filter(Part::withdrawn).toList();
            told.put(
                    new OperationReference(name),
                    new Told(
                            new Party(row.getString("organiser")),
                            row.getString("destination"),
                            row.getTimestamp("departure").toInstant().atZone(ZoneId.of(row.getString("zone"))),
                            own.stream().map(Part::party).toList(),
                            left.stream().map(Part::party).toList(),
                            left.stream()
                                    .map(Part::since)
                                    .max(Instant::compareTo)
                                    .orElse(null),
                            agreed.contains(name)));
        });
        return told;
    }

    /** No database takes a list of nothing. */
    private static List<String> parties(Viewer viewer) {
        return viewer.parties().isEmpty()
                ? List.of("-")
                : viewer.parties().stream().map(Party::code).toList();
    }

    private static TrailEntry entry(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new TrailEntry(
                new OperationReference(row.getString("reference")),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                TrailEvent.ofCode(code),
                party(row.getString("party")),
                party(row.getString("actor_party")),
                SentenceJson.read(code, row.getString("arguments")).arguments());
    }

    private static @Nullable Party party(@Nullable String code) {
        return code == null ? null : new Party(code);
    }
}
