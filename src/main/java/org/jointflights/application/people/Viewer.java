package org.jointflights.application.people;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may look at: everything, or what concerns the parties they work for.
 *
 * @param all true for managers, auditors, rights officers, executives, administrators and Frontex
 * @param parties those whose groups the person belongs to
 */
public record Viewer(boolean all, Set<Party> parties, Set<String> groups) {

    public Viewer {
        parties = Set.copyOf(parties);
        groups = Set.copyOf(groups);
    }

    /** The person of these groups. */
    public static Viewer of(Set<String> groups) {
        Set<Party> parties = new TreeSet<>();
        for (String group : groups) {
            Party party = partyOf(group);
            if (party != null) {
                parties.add(party);
            }
        }
        boolean all = parties.contains(Party.FRONTEX)
                || Role.ofNoParty().stream().anyMatch(role -> groups.contains(role.group()));
        return new Viewer(all, parties, groups);
    }

    /** The party that a group belongs to, or nothing for the groups of no party. */
    public static @Nullable Party partyOf(String group) {
        if (group.length() < 3) {
            return null;
        }
        String code = group.substring(0, 2);
        boolean ofParty = code.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z')
                && Role.ofParties().stream()
                        .anyMatch(
                                role -> role.groupOf(Party.FRONTEX).substring(2).equals(group.substring(2)));
        return ofParty ? new Party(code) : null;
    }

    /** Whether a flight of these parties concerns the person. */
    public boolean sees(Collection<Party> concerned) {
        return all || concerned.stream().anyMatch(parties::contains);
    }

    /** Whether what belongs to that party, or to none, may be told in detail. */
    public boolean seesDetailsOf(@Nullable Party party) {
        return all || party == null || parties.contains(party);
    }
}
