package org.jointflights.application.people;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may look at. Every flight is open to those who work for no party and, since it may pay for any of them,
 * to Frontex; of another party's people, tasks and answers Frontex sees as little as a state does.
 *
 * @param all true for managers, auditors, rights officers, executives and administrators
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
        boolean all = Role.ofNoParty().stream().anyMatch(role -> groups.contains(role.group()));
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

    /** The party that somebody of these groups works for, or nothing if there is none or more than one. */
    public static @Nullable Party onlyPartyOf(Collection<String> groups) {
        Set<Party> parties = of(Set.copyOf(groups)).parties();
        return parties.size() == 1 ? parties.iterator().next() : null;
    }

    /** Whether every flight is open to the person, with its figures. */
    public boolean seesEveryFlight() {
        return all || parties.contains(Party.FRONTEX);
    }

    /** Whether a flight that concerns these parties is open to the person, with its figures. */
    public boolean sees(Collection<Party> concerned) {
        return seesEveryFlight() || concerned.stream().anyMatch(parties::contains);
    }

    /**
     * Whether the person's parties that were asked have all withdrawn. Whoever organises the flight, or sees every flight,
     * never leaves one.
     */
    public boolean hasLeft(Party organiser, Collection<Party> invited, Collection<Party> withdrawn) {
        List<Party> own = invited.stream().filter(parties::contains).toList();
        return !seesEveryFlight() && !parties.contains(organiser) && !own.isEmpty() && withdrawn.containsAll(own);
    }

    /** Whether the report on all real operations is open to the person. */
    public boolean readsReports() {
        return groups.contains(Role.MANAGER.group()) || groups.contains(Role.AUDITOR.group());
    }

    /** Whether the person is of some party's finance. */
    public boolean isOfFinance() {
        return parties.stream().anyMatch(party -> groups.contains(Role.FINANCE.groupOf(party)));
    }

    /** Whether every party's account over all flights is open to the person. */
    public boolean readsEveryAccount() {
        return readsReports() || groups.contains(Role.EXECUTIVE.group());
    }

    /** Whether the exchange rates on record are open to the person. */
    public boolean readsRates() {
        return readsReports() || isOfFinance();
    }

    /** Whether what states expect is open to the person: to every party's coordinators, and to those who watch over all. */
    public boolean readsNeeds() {
        return readsReports() || parties.stream().anyMatch(party -> groups.contains(Role.COORDINATOR.groupOf(party)));
    }

    /** Whether the half-yearly report on all flights is open to the person. */
    public boolean readsHalfYears() {
        return readsReports()
                || groups.contains(Role.RIGHTS_OFFICER.group())
                || groups.contains(Role.EXECUTIVE.group());
    }

    /** Whether the figures over all flights are open to the person: those of each party, so to nobody who works for one. */
    public boolean readsFigures() {
        return readsHalfYears();
    }

    /** Whether what belongs to that party, or to none, may be told in detail. */
    public boolean seesDetailsOf(@Nullable Party party) {
        return all || party == null || parties.contains(party);
    }
}
