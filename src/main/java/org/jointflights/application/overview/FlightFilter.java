package org.jointflights.application.overview;

import java.time.LocalDate;
import java.util.List;
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
 * @param waiting only those that wait for the reader, are overdue, or of which a step has failed
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
        OVERDUE,
        FAILED
    }

    /** By what they are sorted. */
    public enum Order {
        URGENT,
        REFERENCE,
        DEPARTURE,
        LATEST,
        STAGE;

        private static final List<Stage> AS_THE_LAW_HAS_THEM = List.of(Stage.values());

        /**
         * What counts before the departure and the reference, the lower the earlier: of urgency, that what is over comes
         * last, and before it what is late or has failed.
         */
        public int rank(Stage stage, boolean pressing) {
            return switch (this) {
                case URGENT -> (stage.isOver() ? 2 : 0) + (pressing ? 0 : 1);
                case STAGE -> AS_THE_LAW_HAS_THEM.indexOf(stage);
                case REFERENCE, DEPARTURE, LATEST -> 0;
            };
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
}
