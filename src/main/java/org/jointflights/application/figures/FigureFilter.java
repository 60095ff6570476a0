package org.jointflights.application.figures;

import java.time.LocalDate;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Day;
import org.jointflights.domain.Party;
import org.jointflights.domain.figures.ReleasedOperation;
import org.jspecify.annotations.Nullable;

/**
 * Of which flights figures are asked for. Everything is optional.
 *
 * @param from the first day, on which flights really fly
 * @param to the last day
 * @param destination as flights have it, in capitals or not
 * @param organiser the party that organises
 */
public record FigureFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String destination,
        @Nullable Party organiser) {

    /** All flights. */
    public static final FigureFilter EVERYTHING = new FigureFilter(null, null, null, null);

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /** Throws {@link BadInput} for days, or a party, that there are not. */
    static FigureFilter of(TypedFields typed) {
        LocalDate from = day("from", typed);
        LocalDate to = day("to", typed);
        if (from != null && to != null && to.isBefore(from)) {
            throw BadInput.of("to", to, "overview.filter.dates", from);
        }
        return new FigureFilter(
                from,
                to,
                typed.optionalText("destination").orElse(null),
                typed.isEmpty("organiser") ? null : typed.party("organiser"));
    }

    private static @Nullable LocalDate day(String field, TypedFields typed) {
        if (typed.isEmpty(field)) {
            return null;
        }
        LocalDate day = typed.date(field);
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw BadInput.of(field, new Day(day), "figures.day", new Day(FIRST), new Day(LAST));
        }
        return day;
    }

    /** The same for that destination, as flights write it. */
    FigureFilter to(String written) {
        return new FigureFilter(from, to, written, organiser);
    }

    /** Whether a released operation is of those days, to that destination, and by that organiser, alone or with others. */
    boolean takes(ReleasedOperation operation) {
        return !operation.day().isBefore(firstDay())
                && !operation.day().isAfter(lastDay())
                && (destination == null || destination.equalsIgnoreCase(operation.destination()))
                && (organiser == null || operation.organisers().contains(organiser.code()));
    }

    /** The first day that counts. */
    public LocalDate firstDay() {
        return from == null ? FIRST : from;
    }

    /** The last day that counts. */
    public LocalDate lastDay() {
        return to == null ? LAST : to;
    }
}
