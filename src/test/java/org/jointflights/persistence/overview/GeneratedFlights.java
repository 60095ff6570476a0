package org.jointflights.persistence.overview;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jointflights.application.overview.FlightRow;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Flights of chance, the same ones for the same seed, put into our tables as they are: the process knows nothing of them.
 * Some leave at the same moment, some just around midnight, some destinations are hard to search for.
 */
public final class GeneratedFlights {

    private static final List<Party> STATES = Stream.of(
                    "AT", "BE", "DE", "DK", "ES", "FR", "GB", "GR", "IE", "NL", "PL", "SE")
            .map(Party::new)
            .toList();
    private static final List<String> DESTINATIONS = List.of(
            "Kosovo",
            "Géorgie",
            "ÉTHIOPIE",
            "Côte d'Ivoire",
            "100 % Nigeria",
            "a_b!c",
            "Türkiye",
            "\u0130zmir",
            "Straße",
            "Pakistan");
    private static final List<String> AIRPORTS = List.of("CDG", "STN", "MAD", "WAW", "PRN", "LOS", "TBS", "ISB", "ADD");
    private static final List<String> ZONES =
            List.of("Europe/Paris", "Europe/London", "Atlantic/Reykjavik", "Asia/Tbilisi", "America/Cayenne");
    private static final List<Stage> OVER =
            Stream.of(Stage.values()).filter(Stage::isOver).toList();
    private static final List<Stage> OPEN =
            Stream.of(Stage.values()).filter(stage -> !stage.isOver()).toList();
    private static final Instant SINCE = Instant.parse("2027-01-01T00:00:00Z");
    private static final int LINES = 3;
    private static final List<List<String>> GROUPS = List.of(
            List.of("FRlegal"),
            List.of("GBdoctor"),
            List.of("PLfinance"),
            List.of("FXfinance"),
            List.of("manager"),
            List.of("FRlegal", "PLfinance"),
            List.of("GRlegal", "executive"));

    private final Random chance;
    private final List<FlightRow> rows = new ArrayList<>();
    private final Map<OperationReference, List<WaitingTask>> waiting = new LinkedHashMap<>();
    private final Map<String, OperationReference> failed = new LinkedHashMap<>();

    /** So many that are not over, and so many that are. */
    public GeneratedFlights(long seed, int open, int over) {
        this(seed, open, over, 1);
    }

    /** The same beside flights that are there already: the number of the first is given. */
    public GeneratedFlights(long seed, int open, int over, int first) {
        chance = new Random(seed);
        List<Boolean> ends = new ArrayList<>(Collections.nCopies(over, true));
        ends.addAll(Collections.nCopies(open, false));
        Collections.shuffle(ends, chance);
        for (boolean isOver : ends) {
            rows.add(flight(first + rows.size(), isOver));
        }
        Random work = new Random(seed);
        for (FlightRow row : rows) {
            // A few that are over wait for something too, though nothing of ours lets them.
            if (!row.stage().isOver() || work.nextInt(100) == 0) {
                waiting.put(row.reference(), tasks(row, work));
            }
            if (work.nextInt(30) == 0) {
                failed.put("job-" + row.reference(), row.reference());
            }
        }
    }

    /** As a list shows them, in no order. */
    public List<FlightRow> rows() {
        return rows;
    }

    /** What they wait for, the oldest first. */
    public Map<OperationReference, List<WaitingTask>> waiting() {
        return waiting;
    }

    /** The flights in which a step has failed, by its job. */
    public Map<String, OperationReference> failed() {
        return failed;
    }

    private static List<WaitingTask> tasks(FlightRow row, Random work) {
        List<WaitingTask> tasks = new ArrayList<>();
        int number = work.nextInt(4);
        for (int i = 0; i < number; i++) {
            tasks.add(new WaitingTask(
                    row.reference() + "-" + i,
                    "userTask_acceptShare",
                    new TreeSet<>(GROUPS.get(work.nextInt(GROUPS.size()))),
                    SINCE.plusSeconds(i),
                    work.nextInt(3) == 0 ? null : SINCE.plus(Duration.ofHours(work.nextInt(72))),
                    work.nextInt(3) == 0 ? "anna" : null,
                    false,
                    Math.floorMod(row.reference().value().hashCode() + i, 5) == 0));
        }
        return tasks;
    }

    private FlightRow flight(int number, boolean isOver) {
        List<Party> parties = new ArrayList<>(STATES);
        Collections.shuffle(parties, chance);
        List<Party> invited = new ArrayList<>(parties.subList(1, 1 + chance.nextInt(6)));
        if (chance.nextInt(10) == 0) {
            invited.add(Party.FRONTEX);
        }
        if (chance.nextInt(3) == 0) {
            invited.add(parties.get(0));
        }
        Collections.sort(invited);
        List<Party> withdrawn =
                invited.stream().filter(party -> chance.nextInt(3) == 0).toList();
        List<Party> takingPart = invited.stream()
                .filter(party -> !withdrawn.contains(party) && chance.nextInt(4) > 0)
                .toList();
        SortedMap<Party, Money> shares = new TreeMap<>();
        if (chance.nextInt(4) > 0) {
            takingPart.forEach(party -> shares.put(party, Money.euro(LINES * (long) chance.nextInt(1_000_000))));
        }
        ZonedDateTime day =
                ZonedDateTime.of(2027, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).plusDays(chance.nextInt(300));
        Instant departure = day.plusMinutes(chance.nextInt(4) == 0 ? chance.nextInt(24 * 60) : 23 * 60)
                .toInstant();
        return new FlightRow(
                OperationReference.of(2027, number),
                one(List.of(FlightType.values())),
                parties.get(0),
                one(DESTINATIONS),
                List.of(one(AIRPORTS), one(AIRPORTS), one(AIRPORTS)),
                departure.atZone(ZoneId.of(one(ZONES))),
                one(isOver ? OVER : OPEN),
                SINCE,
                chance.nextInt(20) == 0 ? "Strike" : null,
                invited,
                takingPart,
                withdrawn,
                shares,
                !shares.isEmpty() && chance.nextBoolean());
    }

    private <T> T one(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    /** Into an empty database that has all migrations. */
    public void insert(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            insertFlights(connection);
            insertParts(connection);
            insertShares(connection);
            insertWork(connection);
            connection.commit();
        }
    }

    private void insertFlights(Connection connection) throws SQLException {
        try (PreparedStatement flights = connection.prepareStatement("insert into flight (reference, type, organiser,"
                + " destination, departure, zone, real_date, capacity, stage, stage_since, suspended_for, revision)"
                + " values (?, ?, ?, ?, ?, ?, ?, 200, ?, ?, ?, 0)")) {
            for (FlightRow row : rows) {
                add(
                        flights,
                        row.reference().value(),
                        row.type().name(),
                        row.organiser().code(),
                        row.destination(),
                        row.departure().toInstant().atOffset(ZoneOffset.UTC),
                        row.departure().getZone().getId(),
                        Date.valueOf(row.departure().toLocalDate()),
                        row.stage().name(),
                        row.stageSince().atOffset(ZoneOffset.UTC),
                        row.suspendedFor());
            }
            flights.executeBatch();
        }
    }

    private void insertParts(Connection connection) throws SQLException {
        try (PreparedStatement stops =
                        connection.prepareStatement("insert into route_stop values (?, ?, ?, 'X', 100)");
                PreparedStatement parties = connection.prepareStatement(
                        "insert into participation (reference, party, status, since) values (?, ?, ?, ?)")) {
            for (FlightRow row : rows) {
                for (int i = 0; i < row.airports().size(); i++) {
                    add(stops, row.reference().value(), i, row.airports().get(i));
                }
                for (Party party : row.invited()) {
                    String status = row.withdrawn().contains(party)
                            ? "WITHDRAWN"
                            : row.takingPart().contains(party) ? "COMMITTED" : "INVITED";
                    add(
                            parties,
                            row.reference().value(),
                            party.code(),
                            status,
                            row.stageSince().atOffset(ZoneOffset.UTC));
                }
            }
            stops.executeBatch();
            parties.executeBatch();
        }
    }

    /** Two splits of each flight that has any, the first of them long superseded. */
    private void insertShares(Connection connection) throws SQLException {
        try (PreparedStatement lines = connection.prepareStatement("insert into budget_line (reference, position,"
                        + " description, category, currency, net, vat, vat_recoverable, payer, sharing_key)"
                        + " values (?, ?, 'Charter', 'CHARTER', 'EUR', 1, 0, false, ?, 'EQUAL')");
                PreparedStatement splits =
                        connection.prepareStatement("insert into cost_split values (?, ?, 1, ?, '{}', '[]', ?)");
                PreparedStatement shares = connection.prepareStatement(
                        "insert into share values (?, ?, ?, ?, ?, ?, '1', '1', 'costs.reason', '[]')")) {
            for (FlightRow row : rows) {
                String reference = row.reference().value();
                if (row.shares().isEmpty()) {
                    continue;
                }
                for (int line = 1; line <= LINES; line++) {
                    add(lines, reference, line, row.organiser().code());
                }
                for (int split = 1; split <= 2; split++) {
                    String status = split == 1 ? "DROPPED" : row.agreed() ? "FIXED" : "OPEN";
                    add(splits, reference, split, status, row.stageSince().atOffset(ZoneOffset.UTC));
                    int ordinal = 0;
                    for (Party party : row.shares().keySet()) {
                        long cents = row.shares().get(party).minor() / LINES;
                        for (int line = 1; line <= LINES; line++) {
                            add(shares, reference, split, ordinal++, line, party.code(), split == 1 ? 1 : cents);
                        }
                    }
                }
            }
            lines.executeBatch();
            splits.executeBatch();
            shares.executeBatch();
        }
    }

    private void insertWork(Connection connection) throws SQLException {
        try (PreparedStatement tasks = connection.prepareStatement(
                        "insert into open_task (id, reference, task, since, due, claimed_by,"
                                + " ended_by_act, confidential) values (?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement groups = connection.prepareStatement("insert into open_task_group values (?, ?, ?)");
                PreparedStatement steps = connection.prepareStatement("insert into failed_step values (?, ?)")) {
            for (Map.Entry<OperationReference, List<WaitingTask>> flight : waiting.entrySet()) {
                for (WaitingTask task : flight.getValue()) {
                    Instant due = task.due();
                    add(
                            tasks,
                            task.id(),
                            flight.getKey().value(),
                            task.task(),
                            task.since().atOffset(ZoneOffset.UTC),
                            due == null ? null : due.atOffset(ZoneOffset.UTC),
                            task.claimedBy(),
                            task.isEndedByAct(),
                            task.isConfidential());
                    for (String group : task.groups()) {
                        Party party = Viewer.partyOf(group);
                        add(groups, task.id(), group, party == null ? null : party.code());
                    }
                }
            }
            for (Map.Entry<String, OperationReference> step : failed.entrySet()) {
                add(steps, step.getKey(), step.getValue().value());
            }
            tasks.executeBatch();
            groups.executeBatch();
            steps.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
