package org.jointflights.domain.picture;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The days that are written along an axis of time: as many as stand beside one another, at the beginnings of weeks, months or years. */
public final class Days {

    private Days() {}

    /** How far apart they are. */
    private enum Step {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        HALF,
        YEAR,
        DECADE;

        /** The first day of a step that is not before that one. */
        LocalDate from(LocalDate day) {
            LocalDate first = switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case HALF -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 6 * 6 + 1);
                case YEAR -> day.withDayOfYear(1);
                case DECADE -> day.withDayOfYear(1).withYear(day.getYear() / 10 * 10);
            };
            return first.isBefore(day) ? after(first) : first;
        }

        LocalDate after(LocalDate day) {
            return switch (this) {
                case DAY -> day.plusDays(1);
                case WEEK -> day.plusWeeks(1);
                case MONTH -> day.plusMonths(1);
                case QUARTER -> day.plusMonths(3);
                case HALF -> day.plusMonths(6);
                case YEAR -> day.plusYears(1);
                case DECADE -> day.plusYears(10);
            };
        }

        long days() {
            return switch (this) {
                case DAY -> 1;
                case WEEK -> 7;
                case MONTH -> 28;
                case QUARTER -> 90;
                case HALF -> 181;
                case YEAR -> 365;
                case DECADE -> 3_652;
            };
        }
    }

    /** From the first moment to the last in that zone, with room for so much text (hundredths of a pixel) from one to the next. */
    public static List<LocalDate> along(Instant first, Instant last, ZoneId zone, long length, long room) {
        LocalDate begin = first.atZone(zone).toLocalDate();
        LocalDate end = last.atZone(zone).toLocalDate();
        long days = Math.max(1, ChronoUnit.DAYS.between(begin, end));
        Step chosen = Step.DECADE;
        for (Step step : Step.values()) {
            if (step.days() * length / days >= room) {
                chosen = step;
                break;
            }
        }
        List<LocalDate> marked = new ArrayList<>();
        for (LocalDate day = chosen.from(begin.plusDays(1)); !day.isAfter(end); day = chosen.after(day)) {
            marked.add(day);
        }
        return List.copyOf(marked);
    }
}
