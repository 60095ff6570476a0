package org.jointflights.domain.deadlines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jointflights.domain.Party;

/**
 * The days on which a party works: Monday to Friday, without its public holidays. As with Regulation (EEC) No 1182/71, Article 3,
 * the day on which a period begins is not counted. Frontex, and a state whose holidays nobody has entered, work on weekdays.
 */
public final class WorkingDays {

    private static final Map<String, Holidays> STATES = read();

    private final List<Holidays> calendars;

    private WorkingDays(List<Holidays> calendars) {
        this.calendars = calendars;
    }

    /** Those of one party. */
    public static WorkingDays of(Party party) {
        return common(List.of(party));
    }

    /** The days on which all of them work: a period counted by them is not shorter for one than for another. */
    public static WorkingDays common(Collection<Party> parties) {
        return new WorkingDays(parties.stream()
                .map(party -> STATES.get(party.code()))
                .filter(Objects::nonNull)
                .toList());
    }

    /** Weekdays, for whoever has no calendar. */
    public static WorkingDays weekdays() {
        return new WorkingDays(List.of());
    }

    /** Whether all of them work on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && calendars.stream().noneMatch(calendar -> calendar.days.contains(day));
    }

    /** That many working days later, or earlier if negative, at the same time of the day. */
    public ZonedDateTime plus(ZonedDateTime from, int days) {
        ZonedDateTime day = from;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(Integer.signum(days));
            if (isWorkingDay(day.toLocalDate())) {
                left--;
            }
        }
        return day;
    }

    /** The last year of which the holidays of all of them are known; nothing where none are known at all. */
    public OptionalInt knownUntil() {
        return calendars.stream().mapToInt(calendar -> calendar.lastYear).min();
    }

    private record Holidays(Set<LocalDate> days, int lastYear) {}

    private static Map<String, Holidays> read() {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        Map<String, Integer> lastYears = new HashMap<>();
        try (InputStream file =
                        Objects.requireNonNull(WorkingDays.class.getResourceAsStream("/data/public-holidays.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split(",", -1);
                int year = Integer.parseInt(parts[1]);
                lastYears.merge(parts[0], year, Math::max);
                Set<LocalDate> ofState = days.computeIfAbsent(parts[0], first -> new HashSet<>());
                for (String day : parts[2].split(" ", -1)) {
                    ofState.add(MonthDay.parse("--" + day).atYear(year));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Holidays> states = new HashMap<>();
        days.forEach((state, known) ->
                states.put(state, new Holidays(Set.copyOf(known), Objects.requireNonNull(lastYears.get(state)))));
        return Map.copyOf(states);
    }
}
