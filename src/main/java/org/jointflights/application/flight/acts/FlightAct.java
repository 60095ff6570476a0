package org.jointflights.application.flight.acts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Something that people may decide about a flight from its page, most of it until it has left. Each is a class here and its texts,
 * {@code overview.act.<name>} and the like: the page, the API and the rights follow from what it says of itself.
 */
public interface FlightAct {

    /** In texts: {@code CHANGE_PLAN}. */
    String name();

    /** The last part of its address: {@code change-plan}. */
    default String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fields that it asks for, in the order of the form. */
    List<String> fields();

    /** Those of them that may stay empty. */
    default Set<String> optional() {
        return Set.of();
    }

    /** The groups whose members may decide it: what offers it and what checks it both ask here. */
    Set<String> groups(Flight flight);

    /** What is said to anybody else. */
    default NotYours notYours(Flight flight) {
        return NotYours.of("flight.notYours", String.join(", ", groups(flight)));
    }

    /** Whether it can be done with the flight as it stands, whoever does it. */
    default boolean fits(Flight flight) {
        return true;
    }

    /** Whether it can be decided while the flight is suspended: what leaves or ends the flight, not what moves it on. */
    default boolean worksWhileSuspended() {
        return false;
    }

    /** Whether it can be decided while the flight stands there: most of it until the aircraft has left. */
    default boolean worksAt(Stage stage) {
        return !stage.isAfterDeparture();
    }

    /** Whether whoever decides it says twice that they mean it; not where every moment counts. */
    default boolean isConfirmedTwice() {
        return true;
    }

    /** Whether it can still be decided when the aircraft has left or the flight is cancelled: what moves the flight no more. */
    default boolean worksAfterDeparture() {
        return false;
    }

    /** Whether it ends tasks that nobody needs to do any more; then it is possible only while there is one. */
    default boolean endsTasks() {
        return false;
    }

    /**
     * Whether whoever decides it with this typed is to be found nowhere afterwards: in no table, no session, no log and on no
     * trail, refused or not.
     */
    default boolean namesNobody(Map<String, ? extends @Nullable Object> typed) {
        return false;
    }

    /** Whether there is a way to decide it of which {@link #namesNobody} is true. */
    default boolean mayNameNobody() {
        return false;
    }

    /** The parties to choose from, by field. */
    default Map<String, List<Party>> choices(Flight flight) {
        return Map.of();
    }

    /** The answers to choose from, by field; each is worded as {@code overview.act.answer.<answer>}. */
    default Map<String, List<String>> answers() {
        return Map.of();
    }

    /** What stands in the form at first. */
    default Map<String, String> prefilled(Flight flight) {
        return Map.of();
    }

    /**
     * Does it. Throws {@link org.jointflights.domain.Refusal}, with nothing stored, if a field is missing or wrong, or if it
     * is not this person's or comes too late.
     */
    void perform(Flight flight, TypedFields typed);
}
