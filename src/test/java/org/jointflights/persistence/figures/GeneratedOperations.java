package org.jointflights.persistence.figures;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Flights of chance with all that figures are made of, the same ones for the same seed, put into our tables as they are: most
 * flew, some after a recall, some were cancelled before or after a contract, some are still planned; their accounts are final
 * or not, in euro, in pounds or in both; states withdrew, people were taken off, monitors boarded late or never, answers came
 * in time, late or not at all. Where something can be at a bound, it is now and then.
 */
public final class GeneratedOperations {

    static final List<String> STATES = List.of("AT", "BE", "DE", "ES", "FR", "GB", "NL", "SE");
    static final List<String> DESTINATIONS = List.of("Albania", "Côte d'Ivoire", "Georgia", "Nigeria", "Pakistan");
    /** On which they leave, in two years. */
    private static final int DAYS = 700;

    private static final List<String> CAUSES = List.of("COURT", "ASYLUM", "MEDICAL", "OTHER");
    private static final List<String> STEPS =
            List.of("userTask_acceptShare", "userTask_answerOffer", "userTask_signPlan", "userTask_enterActualCost");
    private static final List<String> TYPES = List.of("JRO", "JRO", "JRO", "CRO", "NRO", "FRONTEX", "VOLUNTARY");

    /** What became of a flight; flown ones are most. */
    private enum Fate {
        FLOWN,
        ABORTED,
        UNDER_WAY,
        CANCELLED,
        PLANNED,
        RECALLED
    }

    private static final List<Fate> FATES = List.of(
            Fate.FLOWN,
            Fate.FLOWN,
            Fate.FLOWN,
            Fate.FLOWN,
            Fate.FLOWN,
            Fate.FLOWN,
            Fate.FLOWN,
            Fate.FLOWN,
            Fate.ABORTED,
            Fate.UNDER_WAY,
            Fate.CANCELLED,
            Fate.CANCELLED,
            Fate.PLANNED,
            Fate.RECALLED);

    private final Random chance;
    private final LocalDate first;
    private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
    private int tasks;

    /** So many of them, from the beginning of that year on. */
    public GeneratedOperations(long seed, int flights, int year) {
        chance = new Random(seed);
        first = LocalDate.of(year, 1, 1);
        for (int number = 1; number <= flights; number++) {
            flight("JRO-%d-%04d".formatted(year, number));
        }
    }

    /** Into a database that has all migrations and none of these flights. */
    public void insert(DataSource database) {
        JdbcTemplate batches = new JdbcTemplate(database);
        rows.forEach(batches::batchUpdate);
    }

    private void flight(String reference) {
        Fate fate = one(FATES);
        boolean left = fate == Fate.FLOWN || fate == Fate.ABORTED || fate == Fate.UNDER_WAY;
        LocalDate day = first.plusDays(chance.nextInt(DAYS));
        OffsetDateTime departure =
                day.atTime(4 + chance.nextInt(16), 5 * chance.nextInt(12)).atOffset(ZoneOffset.UTC);
        String organiser = one(STATES);
        boolean isFinal =
                (fate == Fate.FLOWN || fate == Fate.ABORTED || fate == Fate.CANCELLED) && chance.nextInt(5) > 0;
        String stage = switch (fate) {
            case FLOWN, ABORTED -> isFinal ? "CLOSED" : "SETTLEMENT";
            case UNDER_WAY -> "IN_FLIGHT";
            case CANCELLED -> isFinal ? "CANCELLED" : "SETTLEMENT";
            case PLANNED -> "PLANNING";
            case RECALLED -> "PERMITS";
        };
        add(
                "insert into flight (reference, type, organiser, destination, departure, zone, real_date, capacity, stage,"
                        + " stage_since, revision) values (?, ?, ?, ?, ?, 'Europe/Paris', ?, ?, ?, ?, 0)",
                reference,
                one(TYPES),
                organiser,
                one(DESTINATIONS),
                departure,
                day,
                chance.nextInt(25) == 0 ? 0 : 80 + chance.nextInt(180),
                stage,
                departure.minusDays(1));
        if (chance.nextInt(12) > 0) {
            add(
                    "insert into trail (reference, at, actor, code, arguments) values (?, ?, 'system', 'trail.proposed', '[]')",
                    reference,
                    departure.minus(Duration.ofSeconds(86_400L * 20 + chance.nextInt(86_400 * 90))));
        }
        add(
                "insert into trail (reference, at, actor, code, arguments) values (?, ?, 'system', 'trail.offered', '[]')",
                reference,
                departure.minusDays(19));
        route(reference);
        List<String> parties = new ArrayList<>(STATES);
        Collections.shuffle(parties, chance);
        List<String> flying = new ArrayList<>(parties.subList(0, 2 + chance.nextInt(4)));
        participations(reference, flying, departure);
        if (fate != Fate.PLANNED) {
            contracts(reference, organiser, departure, fate);
        }
        if (left || fate == Fate.RECALLED || chance.nextInt(3) == 0) {
            operation(reference, flying, departure, fate, left);
        }
        if (fate == Fate.CANCELLED) {
            cancellation(reference, organiser, departure);
        }
        if (isFinal) {
            accounts(reference, organiser, departure);
        } else if (chance.nextInt(3) == 0) {
            posting(reference, 1, "PAID", organiser, 1_000_000, "EUR", "settlement.posting.paid", departure);
        }
        waits(reference, flying, departure);
    }

    private void route(String reference) {
        if (chance.nextInt(30) == 0) {
            return;
        }
        int stops = 2 + chance.nextInt(3);
        for (int stop = 0; stop < stops; stop++) {
            add(
                    "insert into route_stop values (?, ?, 'CDG', 'START', ?)",
                    reference,
                    stop,
                    stop == 0 ? 0 : 300 + chance.nextInt(6_000));
        }
    }

    private void participations(String reference, List<String> flying, OffsetDateTime departure) {
        for (String party : flying) {
            String status =
                    one(List.of("COMMITTED", "COMMITTED", "COMMITTED", "DECLARED", "WITHDRAWN", "DECLINED", "INVITED"));
            boolean withdrew = status.equals("WITHDRAWN");
            add(
                    "insert into participation (reference, party, status, returnees, escorts, reason, since, days_before, cause)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    reference,
                    party,
                    status,
                    chance.nextInt(20),
                    chance.nextInt(40),
                    withdrew ? "Strike" : null,
                    departure.minusDays(9),
                    withdrew && chance.nextInt(8) > 0 ? one(List.of(0, 1, 6, 7, 27, 28, 60)) : null,
                    withdrew && chance.nextInt(6) > 0
                            ? one(List.of(WithdrawalCause.values())).name()
                            : null);
        }
    }

    private void contracts(String reference, String organiser, OffsetDateTime departure, Fate fate) {
        int contracts = chance.nextInt(10) == 0 ? 0 : 1 + chance.nextInt(2);
        for (int number = 1; number <= contracts; number++) {
            boolean given = number < contracts || fate == Fate.CANCELLED;
            // Now and then to the second on which notice becomes short.
            Duration before = chance.nextInt(6) == 0
                    ? Duration.ofDays(7).plusSeconds(chance.nextInt(3) - 1L)
                    : Duration.ofSeconds(3_600 + chance.nextInt(40 * 86_400));
            add(
                    "insert into contract (reference, signed_at, signed_by, carrier, price_minor, currency, released_at,"
                            + " penalty_minor) values (?, ?, ?, 'Air', ?, ?, ?, ?)",
                    reference,
                    departure.minus(before).plusNanos(1_000L * number),
                    organiser,
                    20_000_000L,
                    one(List.of("EUR", "EUR", "GBP")),
                    given ? departure.minusMinutes(30) : null,
                    given ? (long) chance.nextInt(5_000_000) : null);
        }
    }

    private void operation(String reference, List<String> flying, OffsetDateTime departure, Fate fate, boolean left) {
        int runs = 1 + chance.nextInt(2);
        for (int run = 1; run <= runs; run++) {
            boolean last = run == runs;
            boolean flies = last && left;
            String outcome = !last || !left
                    ? "RECALLED"
                    : switch (fate) {
                        case FLOWN -> "FLOWN";
                        case ABORTED -> "ABORTED";
                        default -> null;
                    };
            add(
                    "insert into operation_run values (?, ?, ?, ?, ?, ?)",
                    reference,
                    run,
                    departure.minusDays(30L - run),
                    flies ? departure.plusMinutes(chance.nextInt(90)) : null,
                    outcome == null ? null : departure.plusHours(20),
                    outcome);
            for (String party : flying) {
                aboard(reference, run, party, departure, fate);
            }
            for (int leg = 1; leg <= 3; leg++) {
                add(
                        "insert into leg_time values (?, ?, ?, ?, ?)",
                        reference,
                        run,
                        leg,
                        departure.plusHours(3L * leg),
                        chance.nextInt(6) == 0
                                ? null
                                : departure.plusHours(3L * leg).plusMinutes(4));
            }
        }
    }

    private void aboard(String reference, int run, String party, OffsetDateTime departure, Fate fate) {
        if (chance.nextInt(8) > 0) {
            add(
                    "insert into boarding (reference, run, party, stop, returnees, escorts, medical, interpreters, monitors,"
                            + " others, destination_escorts, counted_by, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'x', ?)",
                    reference,
                    run,
                    party,
                    chance.nextInt(3),
                    chance.nextInt(25),
                    chance.nextInt(40),
                    chance.nextInt(2),
                    chance.nextInt(2),
                    chance.nextInt(3) == 0 ? 1 : 0,
                    chance.nextInt(2),
                    chance.nextInt(10) == 0 ? 2 : 0,
                    departure);
        }
        if (fate == Fate.FLOWN && chance.nextInt(10) > 0) {
            add(
                    "insert into hand_over (reference, run, party, handed_over, going_back, confirmed_by, at)"
                            + " values (?, ?, ?, ?, 0, 'x', ?)",
                    reference,
                    run,
                    party,
                    chance.nextInt(25),
                    departure.plusHours(8));
        }
        for (int i = chance.nextInt(3); i > 0; i--) {
            add(
                    "insert into taken_off (reference, run, party, point, stop, persons, cause, reason, said_by, at)"
                            + " values (?, ?, ?, 'D_1', 0, ?, ?, 'why', 'x', ?)",
                    reference,
                    run,
                    party,
                    1 + chance.nextInt(4),
                    one(CAUSES),
                    departure.minusDays(1));
        }
    }

    private void cancellation(String reference, String organiser, OffsetDateTime departure) {
        long before = one(List.of(60L, 86_400L, 86_401L, 432_000L, 432_001L, 3_000_000L));
        add(
                "insert into cancellation values (?, 'Fog', ?, ?, ?, 'x')",
                reference,
                chance.nextInt(3) == 0 ? null : chance.nextBoolean() ? organiser : one(STATES),
                departure.minusSeconds(before),
                before);
    }

    private void accounts(String reference, String organiser, OffsetDateTime departure) {
        add("insert into final_posting values (?, 1, ?)", reference, departure.plusDays(60));
        int lines = chance.nextInt(10) == 0 ? 0 : 1 + chance.nextInt(4);
        String currency = one(List.of("EUR", "EUR", "EUR", "GBP"));
        int number = 0;
        for (int line = 0; line < lines; line++) {
            long amount = 100_000L + chance.nextInt(30_000_000);
            String its = chance.nextInt(15) == 0 ? "SEK" : currency;
            posting(reference, ++number, "PAID", organiser, amount, its, "settlement.posting.paid", departure);
            posting(reference, ++number, "SHARE", one(STATES), -amount, its, "settlement.posting.share", departure);
            if (chance.nextInt(6) == 0) {
                posting(
                        reference,
                        ++number,
                        "RECOVERY",
                        organiser,
                        -amount / 7,
                        its,
                        "settlement.recovery.PAID",
                        departure);
                posting(
                        reference,
                        ++number,
                        "RECOVERY",
                        organiser,
                        amount / 7,
                        its,
                        "settlement.recovery.SHARE",
                        departure);
            }
        }
    }

    private void posting(
            String reference,
            int number,
            String kind,
            String party,
            long amount,
            String currency,
            String reason,
            OffsetDateTime departure) {
        add(
                "insert into posting (reference, number, statement, fund, kind, party, amount_minor, currency, exact, weights,"
                        + " reason, arguments, booked_at) values (?, ?, 1, 'NATIONAL', ?, ?, ?, ?, '1', '', ?, '[]', ?)",
                reference,
                number,
                kind,
                party,
                amount,
                currency,
                reason,
                departure.plusDays(60));
    }

    private void waits(String reference, List<String> flying, OffsetDateTime departure) {
        for (String step : STEPS) {
            for (String party : flying) {
                String task = reference + "-" + ++tasks;
                OffsetDateTime since = departure.minusDays(40).plusSeconds(chance.nextInt(86_400 * 30));
                // Fractions of a second are cut off once for each task, not once for all.
                OffsetDateTime ended =
                        since.plusSeconds(chance.nextInt(86_400 * 12)).plusNanos(1_000L * chance.nextInt(1_000_000));
                boolean done = chance.nextInt(5) > 0;
                add(
                        "insert into task_wait (task_id, reference, task, party, since, due, ended) values (?, ?, ?, ?, ?, ?, ?)",
                        task,
                        reference,
                        step,
                        step.endsWith("Share") && chance.nextInt(9) == 0 ? null : party,
                        since,
                        chance.nextInt(3) == 0 ? null : chance.nextInt(9) == 0 ? ended : since.plusDays(6),
                        ended);
                if (done) {
                    add("insert into completed_task values (?, ?, ?, ?, 'x', ?)", task, step, reference, party, ended);
                }
            }
        }
    }

    private void add(String sql, @Nullable Object... values) {
        rows.computeIfAbsent(sql, first -> new ArrayList<>()).add(values);
    }

    private <T> T one(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
