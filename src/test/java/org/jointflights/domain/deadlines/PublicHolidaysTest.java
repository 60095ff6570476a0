package org.jointflights.domain.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;

/** The list of holidays against a library that computes them by rules. */
class PublicHolidaysTest {

    private static final Path LIST = Path.of("src", "main", "resources", "data", "public-holidays.csv");

    @Test
    void every_weekday_of_every_year_on_the_list_is_what_the_library_says() throws IOException {
        List<String[]> lines = Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(lines).hasSizeGreaterThan(32 * 20);

        for (String[] line : lines) {
            int year = Integer.parseInt(line[1]);
            WorkingDays calendar = WorkingDays.of(new Party(line[0]));
            Set<LocalDate> free = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(PublicHolidaysTest::isWeekday)
                    .filter(day -> !calendar.isWorkingDay(day))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(free).as("%s, %s", line[0], line[1]).isEqualTo(computed(line[0], year));
        }
    }

    private static Set<LocalDate> computed(String state, int year) {
        HolidayManager rules = HolidayManager.getInstance(ManagerParameters.create(state.toLowerCase(Locale.ROOT)));
        String[] part = state.equals("GB") ? new String[] {"eng"} : new String[0];
        return rules.getHolidays(Year.of(year), part).stream()
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .map(Holiday::getDate)
                .filter(PublicHolidaysTest::isWeekday)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
