package org.jointflights.process.deadlines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that the rows of a table name as the first or last on which they hold. Between two of them the table says the same every
 * day, so that it is asked once for all of these.
 */
final class NamedDays {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final NavigableSet<LocalDate> named = new TreeSet<>();
    /** Where a row says it in another way, nothing is known of the days between. */
    private final boolean allRead;

    /** @param conditions what the rows say of the day, as it stands in the model */
    NamedDays(Collection<String> conditions) {
        boolean read = true;
        for (String condition : conditions) {
            Matcher day = DAY.matcher(condition);
            while (day.find()) {
                named.add(LocalDate.parse(day.group()));
            }
            String rest = day.replaceAll("");
            read &= rest.isBlank() || (!rest.equals(condition) && rest.chars().noneMatch(Character::isDigit));
        }
        allRead = read;
    }

    /** A day on which the table says what it says on this one, the same for as many days as possible. */
    LocalDate like(LocalDate day) {
        if (!allRead || named.contains(day)) {
            return day;
        }
        LocalDate before = named.lower(day);
        if (before != null) {
            return before.plusDays(1);
        }
        return named.isEmpty() ? LocalDate.EPOCH : named.first().minusDays(1);
    }
}
