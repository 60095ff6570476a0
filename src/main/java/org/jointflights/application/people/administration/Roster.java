package org.jointflights.application.people.administration;

import java.util.List;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.Incompatibility;
import org.jointflights.application.people.Person;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * Who works here as what, and what is wrong with it.
 *
 * @param places the parties by code, and last, without a party, everybody else
 * @param shortages groups that need more people
 * @param clashes people whose roles do not go together
 */
public record Roster(List<Place> places, List<Shortage> shortages, List<Clash> clashes) {

    /** The people of one party, or of none. */
    public record Place(@Nullable Party party, List<Listed> people) {}

    /** Somebody with all their roles, those for other parties among them. */
    public record Listed(Person person, List<Assignment> roles) {}

    /** A group that has fewer people than it needs. */
    public record Shortage(Assignment role, int people) {}

    /** Somebody whose roles break a rule. */
    public record Clash(Person person, List<Assignment> roles, Incompatibility rule) {}
}
