package org.jointflights.application.overview;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which flights are asked for, and in which order. Everything is optional.
 *
 * @param text part of the reference, the destination or an airport
 * @param party that organises, takes part or was invited
 * @param from the first day of departure, in the departure zone
 * @param to the last day of departure
 * @param waiting only those that wait for the reader, or are overdue
 */
public record FlightFilter(
        @Nullable String text,
        @Nullable Stage stage,
        @Nullable Party party,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Waiting waiting,
        Order order) {

    /** What they wait for. */
    public enum Waiting {
        ALL,
        MINE,
        OVERDUE
    }

    /** By what they are sorted. */
    public enum Order {
        URGENT,
        REFERENCE,
        DEPARTURE,
        LATEST,
        STAGE;

        private Comparator<ListedFlight> comparator() {
            Comparator<ListedFlight> departure =
                    Comparator.comparing(listed -> listed.flight().departure().toInstant());
            Comparator<ListedFlight> reference =
                    Comparator.comparing(listed -> listed.flight().reference());
            return switch (this) {
                case URGENT -> urgent().thenComparing(departure).thenComparing(reference);
                case REFERENCE -> reference;
                case DEPARTURE -> departure.thenComparing(reference);
                case LATEST -> departure.reversed().thenComparing(reference);
                case STAGE -> byStage().thenComparing(departure).thenComparing(reference);
            };
        }

        private static Comparator<ListedFlight> urgent() {
            return Comparator.comparing(
                            (ListedFlight listed) -> listed.flight().stage().isOver())
                    .thenComparing(listed -> !listed.isOverdue() && !listed.failed());
        }

        private static Comparator<ListedFlight> byStage() {
            return Comparator.comparing(listed -> listed.flight().stage());
        }
    }

    public static final FlightFilter EVERYTHING =
            new FlightFilter(null, null, null, null, null, Waiting.ALL, Order.URGENT);

    /** Throws {@link BadInput} for a stage, state, date or order that there is not. */
    public static FlightFilter of(TypedFields typed) {
        LocalDate from = typed.isEmpty("from") ? null : typed.date("from");
        LocalDate to = typed.isEmpty("to") ? null : typed.date("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw BadInput.of("to", to, "overview.filter.dates", from);
        }
        return new FlightFilter(
                typed.optionalText("text").orElse(null),
                typed.isEmpty("stage") ? null : typed.choice("stage", Stage.class),
                typed.isEmpty("party") ? null : typed.party("party"),
                from,
                to,
                typed.isEmpty("waiting") ? Waiting.ALL : typed.choice("waiting", Waiting.class),
                typed.isEmpty("order") ? Order.URGENT : typed.choice("order", Order.class));
    }

    /** Those that are asked for, in the order asked for. */
    public List<ListedFlight> apply(List<ListedFlight> flights) {
        return flights.stream().filter(this::takes).sorted(order.comparator()).toList();
    }

    private boolean takes(ListedFlight listed) {
        FlightRow flight = listed.flight();
        LocalDate day = flight.departure().toLocalDate();
        return (text == null || contains(flight, text.toLowerCase(Locale.ROOT)))
                && (stage == null || flight.stage() == stage)
                && (party == null || flight.concerned().contains(party))
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to))
                && switch (waiting) {
                    case ALL -> true;
                    case MINE -> listed.isMine();
                    case OVERDUE -> listed.isOverdue();
                };
    }

    private static boolean contains(FlightRow flight, String wanted) {
        return Stream.concat(Stream.of(flight.reference().value(), flight.destination()), flight.airports().stream())
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
