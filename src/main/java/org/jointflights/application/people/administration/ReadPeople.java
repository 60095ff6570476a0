package org.jointflights.application.people.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.application.people.Accounts;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Incompatibility;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.administration.Roster.Clash;
import org.jointflights.application.people.administration.Roster.Listed;
import org.jointflights.application.people.administration.Roster.Place;
import org.jointflights.application.people.administration.Roster.Shortage;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows administrators who works here as what, and auditors as well what is wrong with it. */
@Service
@Transactional(readOnly = true)
public class ReadPeople {

    private final People people;
    private final Parties parties;
    private final Accounts accounts;
    private final ApplyPeopleChange changes;
    private final CurrentUser actor;

    ReadPeople(People people, Parties parties, Accounts accounts, ApplyPeopleChange changes, CurrentUser actor) {
        this.people = people;
        this.parties = parties;
        this.accounts = accounts;
        this.changes = changes;
        this.actor = actor;
    }

    /**
     * One account.
     *
     * @param left true if the person has no account any more
     * @param guarded true if it takes two administrators to touch what the person signs in with
     * @param oneTime true if the person has not yet chosen a password of their own
     */
    public record Account(Person person, List<Assignment> roles, boolean left, boolean guarded, boolean oneTime) {

        /** True if it takes two administrators to end the account. */
        public boolean isAdministrator() {
            return roles.stream().anyMatch(held -> held.role() == Role.ADMINISTRATOR);
        }
    }

    /** Everybody, by party. */
    public Roster roster() {
        RequireAdministrator.require(actor);
        Map<String, List<Assignment>> roles = new TreeMap<>();
        List<Shortage> shortages = new ArrayList<>();
        List<Party> taking = parties.all().stream().map(Parties.Member::party).toList();
        for (Assignment role : assignments(taking)) {
            List<Person> members = people.membersOf(role.group());
            members.forEach(member ->
                    roles.computeIfAbsent(member.id(), id -> new ArrayList<>()).add(role));
            if (role.role().isGuarded() && members.size() < role.people()) {
                shortages.add(new Shortage(role, members.size()));
            }
        }
        List<Listed> all = people.all().stream()
                .map(person -> new Listed(
                        person,
                        roles.getOrDefault(person.id(), List.of()).stream()
                                .sorted()
                                .toList()))
                .toList();
        return new Roster(places(taking, all), shortages, clashes(all));
    }

    /** Whose roles do not go together, for administrators and auditors. */
    public List<Clash> clashes() {
        if (!actor.isIn(Role.AUDITOR.group())) {
            RequireAdministrator.require(actor);
        }
        return clashes(people.all().stream()
                .map(person -> new Listed(person, changes.rolesOf(person.id())))
                .toList());
    }

    private static List<Assignment> assignments(List<Party> taking) {
        List<Assignment> all = new ArrayList<>();
        Role.ofNoParty().forEach(role -> all.add(new Assignment(role, null)));
        taking.forEach(party -> Role.ofParties().forEach(role -> all.add(new Assignment(role, party))));
        return all;
    }

    private static List<Place> places(List<Party> taking, List<Listed> all) {
        List<Place> places = new ArrayList<>();
        for (Party party : taking) {
            places.add(new Place(
                    party,
                    all.stream()
                            .filter(listed -> listed.roles().stream().anyMatch(role -> party.equals(role.party())))
                            .toList()));
        }
        places.add(new Place(
                null,
                all.stream()
                        .filter(listed -> listed.roles().isEmpty()
                                || listed.roles().stream().anyMatch(role -> role.party() == null))
                        .toList()));
        return places;
    }

    private static List<Clash> clashes(List<Listed> all) {
        return all.stream()
                .flatMap(listed -> Incompatibility.among(listed.roles()).stream()
                        .map(rule -> new Clash(listed.person(), listed.roles(), rule)))
                .toList();
    }

    /** The account of that sign-in name, of somebody who has left too. Throws {@link Unknown} if there never was one. */
    public Account account(String id) {
        RequireAdministrator.require(actor);
        Optional<Person> former = accounts.former(id);
        Person person = former.or(() -> people.find(id))
                .orElseThrow(() -> Unknown.of("people.administration.person.unknown", id));
        List<Assignment> roles = changes.rolesOf(id);
        return new Account(
                person,
                roles,
                former.isPresent(),
                roles.stream().anyMatch(held -> held.role().isGuarded()),
                people.passwordOf(id).oneTime());
    }
}
