package org.jointflights.persistence.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jointflights.application.costs.Split;
import org.jointflights.application.overview.FlightChoice;
import org.jointflights.application.overview.FlightCursor;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.FlightRow;
import org.jointflights.application.overview.FlightRows;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFlightRows implements FlightRows {

    private static final String FLIGHTS = "select * from flight where reference in (:page)";

    private static final String STOPS =
            "select reference, airport from route_stop where reference in (:page) order by reference, position";

    private static final String PARTIES =
            "select reference, party, status from participation where reference in (:page) order by reference, party";

    private static final String SHARES = """
            select s.reference, s.party, c.status, sum(s.cents) as cents
            from share s
            join cost_split c on c.reference = s.reference and c.number = s.number
            where s.reference in (:page)
            and c.number = (select max(n.number) from cost_split n where n.reference = c.reference)
            group by s.reference, s.party, c.status
            """;

    private static final int FEW = 100;

    /** Of so many flights of a reader, one is found soon, unless there are very many others. */
    private static final int MANY = 1_000;

    private final JdbcClient jdbc;
    private final int many;

    @Autowired
    JdbcFlightRows(JdbcClient jdbc) {
        this(jdbc, MANY);
    }

    JdbcFlightRows(JdbcClient jdbc, int many) {
        this.jdbc = jdbc;
        this.many = many;
    }

    @Override
    public List<FlightRow> page(FlightChoice choice, int skipped, int most) {
        return read(conditions(choice), skipped, most);
    }

    @Override
    public List<FlightRow> after(FlightChoice choice, @Nullable FlightCursor place, int most) {
        FlightConditions chosen = conditions(choice);
        if (place != null) {
            chosen.after(place);
        }
        return read(chosen, 0, most);
    }

    @Override
    public Counts count(FlightChoice choice) {
        FlightConditions chosen = conditions(choice);
        return jdbc.sql(chosen.counts())
                .params(chosen.values())
                .query((row, number) -> new Counts(row.getInt("total"), row.getInt("overdue"), row.getInt("mine")))
                .single();
    }

    @Override
    public List<Party> parties(Viewer viewer) {
        FlightConditions open = FlightConditions.visibleTo(viewer);
        List<String> found = viewer.seesEveryFlight() || hasMany(open) ? inSomeFlight(viewer, open) : ofOwn(open);
        return found.stream().distinct().sorted().map(Party::new).toList();
    }

    /** In two steps, as H2 looks for the flights anew for each row of the other table when asked for both at once. */
    private List<String> ofOwn(FlightConditions open) {
        List<String> own = jdbc.sql(FlightConditions.OWN_FLIGHTS)
                .params(open.values())
                .query(String.class)
                .list();
        return own.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select p.party from participation p where p.reference in (:own)
                        union select f.organiser from flight f where f.reference in (:own)
                        """).param("own", own).query(String.class).list();
    }

    /** Looks for one flight of each party that the reader may see: there are few parties, and flights without number. */
    private List<String> inSomeFlight(Viewer viewer, FlightConditions open) {
        List<String> all = Stream.concat(
                        different("flight f", "f.organiser").stream(), different("participation p", "p.party").stream())
                .distinct()
                .toList();
        if (viewer.seesEveryFlight() || all.isEmpty()) {
            return all;
        }
        Map<String, Object> values = new HashMap<>(open.values());
        List<String> each = new ArrayList<>();
        for (String party : all) {
            String name = "party" + each.size();
            values.put(name, party);
            each.add("(cast(:" + name + " as char(2)))");
        }
        return jdbc.sql("""
                        select c.code from (values %s) c (code) where
                            (select 1 from flight f where f.organiser = c.code and %s fetch first 1 rows only) is not null
                            or (select 1 from participation p where p.party = c.code and %s fetch first 1 rows only) is not null
                        """.formatted(String.join(", ", each), open.isVisible(), open.isOfVisible("p")))
                .params(values)
                .query(String.class)
                .list();
    }

    /** Leaps in the column's index from each value to the next: there are few values, and rows without number. */
    private List<String> different(String table, String column) {
        String next = "(select %2$s from %1$s where %3$s order by %2$s fetch first 1 rows only)";
        return jdbc.sql(
                        "with recursive found (entry) as (%s union all select %s from found where found.entry is not null)"
                                        .formatted(
                                                next.formatted(table, column, "1 = 1"),
                                                next.formatted(table, column, column + " > found.entry"))
                                + " select entry from found where entry is not null")
                .query(String.class)
                .list();
    }

    FlightConditions conditions(FlightChoice choice) {
        FlightConditions chosen = new FlightConditions(choice);
        FlightFilter filter = choice.filter();
        String text = filter.text();
        if (text != null) {
            String wanted = text.toLowerCase(Locale.ROOT);
            chosen.hold(
                    wanted,
                    holding(wanted, "flight f", "f.destination"),
                    holding(wanted, "route_stop s", "s.airport"),
                    references(wanted));
        }
        if (filter.from() != null || filter.to() != null) {
            chosen.leave(
                    filter.from(),
                    filter.to(),
                    different("flight f", "f.zone").stream().map(ZoneId::of).toList());
        }
        return chosen;
    }

    private List<String> holding(String wanted, String table, String column) {
        return different(table, column).stream()
                .filter(entry -> entry.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    /** The references that hold that text; nothing if they are many, as those of every flight do. */
    private @Nullable List<String> references(String wanted) {
        if (!wanted.chars().allMatch(letter -> letter < 128)) {
            return List.of();
        }
        List<String> found = jdbc.sql("select f.reference from flight f where " + FlightConditions.HOLDS_TEXT
                        + " fetch first " + (FEW + 1) + " rows only")
                .param("text", FlightConditions.pattern(wanted))
                .query(String.class)
                .list();
        return found.size() > FEW ? null : found;
    }

    private List<FlightRow> read(FlightConditions chosen, int skipped, int most) {
        List<String> page = references(chosen, skipped, most);
        if (page.isEmpty()) {
            return List.of();
        }
        Map<String, Parts> parts = new HashMap<>();
        of(STOPS, page, row -> of(parts, row).airports.add(row.getString("airport")));
        of(PARTIES, page, row -> of(parts, row).add(new Party(row.getString("party")), row.getString("status")));
        of(
                SHARES,
                page,
                row -> of(parts, row)
                        .add(
                                new Party(row.getString("party")),
                                Money.euro(row.getLong("cents")),
                                Split.Status.valueOf(row.getString("status"))));
        Map<String, FlightRow> flights = new HashMap<>();
        of(FLIGHTS, page, row -> flights.put(row.getString("reference"), flight(row, of(parts, row))));
        return page.stream().map(flights::get).filter(Objects::nonNull).toList();
    }

    private List<String> references(FlightConditions chosen, int skipped, int most) {
        if (!chosen.isInTwoParts()) {
            lookUpEachOfMany(chosen);
            return references(chosen.references(skipped, most), chosen);
        }
        List<String> open = chosen.asksForOpen() ? references(chosen.references(0, skipped + most), chosen) : List.of();
        List<String> page = new ArrayList<>(open.subList(Math.min(skipped, open.size()), open.size()));
        if (page.size() < most && chosen.asksForOver()) {
            lookUpEachOfMany(chosen);
            page.addAll(references(
                    chosen.referencesOfOver(Math.max(0, skipped - open.size()), most - page.size()), chosen));
        }
        return page;
    }

    private List<String> references(String sql, FlightConditions chosen) {
        return jdbc.sql(sql).params(chosen.values()).query(String.class).list();
    }

    private void lookUpEachOfMany(FlightConditions chosen) {
        if (hasMany(chosen)) {
            chosen.lookUpEach();
        }
    }

    private boolean hasMany(FlightConditions chosen) {
        return jdbc.sql(chosen.owns(many))
                        .params(chosen.values())
                        .query(Integer.class)
                        .single()
                >= many;
    }

    private void of(String facts, List<String> page, RowCallbackHandler each) {
        jdbc.sql(facts).param("page", page).query(each);
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
