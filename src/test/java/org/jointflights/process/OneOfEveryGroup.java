package org.jointflights.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Party;

/** Example people for tests that ask everybody. */
public final class OneOfEveryGroup {

    private OneOfEveryGroup() {}

    /** The sign-in names of one member of every group of those parties, and of those that are no party's. */
    public static List<String> of(List<String> parties) {
        List<String> people = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role.isOfParty()) {
                parties.forEach(party -> people.add(member(role, role.groupOf(new Party(party)))));
            } else {
                people.add(member(role, role.group()));
            }
        }
        return people;
    }

    private static String member(Role role, String group) {
        return role == Role.ADMINISTRATOR ? "admin" : (group + (role.people() > 1 ? "1" : "")).toLowerCase(Locale.ROOT);
    }
}
