package org.jointflights.application.overview;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jointflights.application.overview.FlightFilter.Order;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;

/**
 * A place in a sorted list of flights, right behind one of them: it stays where it is when flights come and go before it.
 *
 * @param rank what counts before the departure in that order
 */
public record FlightCursor(Order order, int rank, Instant departure, OperationReference reference) {

    private static final int PARTS = 4;
    private static final int LONGEST = 200;
    private static final int LAST_YEAR = 9999;

    /** As programs hand it back; what is in it is nobody's business. */
    public String text() {
        String parts = String.join(" ", order.name(), Integer.toString(rank), departure.toString(), reference.value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws {@link BadInput} unless an answer in that order has given it. */
    public static FlightCursor of(String typed, Order order) {
        FlightCursor cursor = read(typed);
        if (cursor.order != order) {
            throw BadInput.of("after", typed, "overview.cursor.order", cursor.order.name(), order.name());
        }
        return cursor;
    }

    private static FlightCursor read(String typed) {
        BadInput unknown = BadInput.of("after", typed, "overview.cursor.unknown");
        if (typed.length() > LONGEST) {
            throw BadInput.of("after", typed.substring(0, 20) + "…", "overview.cursor.unknown");
        }
        try {
            List<String> parts = Arrays.asList(
                    new String(Base64.getUrlDecoder().decode(typed), StandardCharsets.UTF_8).split(" ", -1));
            if (parts.size() != PARTS) {
                throw unknown;
            }
            FlightCursor cursor = new FlightCursor(
                    Order.valueOf(parts.get(0)),
                    Integer.parseInt(parts.get(1)),
                    Instant.parse(parts.get(2)),
                    new OperationReference(parts.get(3)));
            // One place has one text: nothing else that happens to be readable is taken.
            int year = cursor.departure.atOffset(ZoneOffset.UTC).getYear();
            if (!cursor.text().equals(typed) || year < 1 || year > LAST_YEAR) {
                throw unknown;
            }
            return cursor;
        } catch (IllegalArgumentException | DateTimeException | BadInput notOurs) {
            throw unknown;
        }
    }
}
