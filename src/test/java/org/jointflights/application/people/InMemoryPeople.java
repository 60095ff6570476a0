package org.jointflights.application.people;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;

/** As the engine's: nobody joins a group that has not been made. */
public final class InMemoryPeople implements People {

    private final SortedMap<String, Person> people = new TreeMap<>();
    private final Map<String, String> passwords = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> members = new TreeMap<>();
    private final SortedMap<String, String> groupNames = new TreeMap<>();
    private final Accounts accounts;
    private @Nullable Origin origin;

    public InMemoryPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Person> find(String id) {
        return Optional.ofNullable(people.get(id)).or(() -> accounts.former(id));
    }

    @Override
    public List<Person> all() {
        return List.copyOf(people.values());
    }

    @Override
    public Set<String> groupsOf(String id) {
        return members.keySet().stream()
                .filter(group -> membersIn(group).contains(id))
                .collect(toUnmodifiableSet());
    }

    @Override
    public List<Person> membersOf(String group) {
        return people.values().stream()
                .filter(person -> groupsOf(person.id()).contains(group))
                .toList();
    }

    @Override
    public List<String> emptyGroups() {
        return groupNames.keySet().stream()
                .filter(group -> membersOf(group).isEmpty())
                .toList();
    }

    @Override
    public SortedMap<String, Integer> sizes() {
        SortedMap<String, Integer> sizes = new TreeMap<>();
        groupNames.keySet().forEach(group -> sizes.put(group, membersOf(group).size()));
        return sizes;
    }

    @Override
    public void startedBy(Origin by) {
        origin = by;
    }

    /** Who started last. */
    Optional<Origin> origin() {
        return Optional.ofNullable(origin);
    }

    @Override
    public boolean isPassword(String id, String password) {
        return password.equals(passwords.get(id));
    }

    @Override
    public PasswordState passwordOf(String id) {
        return accounts.passwordOf(id);
    }

    @Override
    public boolean isStrong(Person person, String password) {
        return password.length() >= 10
                && password.chars().anyMatch(Character::isDigit)
                && !password.contains(person.id());
    }

    @Override
    public Optional<String> passwordMark(String id) {
        return Optional.ofNullable(passwords.get(id)).map(password -> "mark " + password.hashCode());
    }

    @Override
    public void addGroups(Collection<NewGroup> groups) {
        for (NewGroup wanted : groups) {
            members.putIfAbsent(wanted.group(), new TreeSet<>());
            groupNames.putIfAbsent(wanted.group(), wanted.name().in(Locale.ENGLISH));
        }
    }

    @Override
    public void add(Person person, String password, Set<String> groups) {
        if (find(person.id()).isPresent()) {
            throw BadInput.of("signInName", person.id(), "people.signInName.taken");
        }
        requireStrong(person, password);
        people.put(person.id(), person);
        passwords.put(person.id(), password);
        groups.forEach(group -> join(person.id(), group));
    }

    @Override
    public void join(String id, String group) {
        membersIn(group).add(id);
    }

    @Override
    public void leave(String id, String group) {
        membersIn(group).remove(id);
    }

    @Override
    public void setPassword(Person person, String password, boolean oneTime) {
        requireStrong(person, password);
        passwords.put(person.id(), password);
        accounts.passwordSet(person.id(), oneTime);
    }

    @Override
    public void setMail(Person person) {
        people.put(person.id(), person);
    }

    @Override
    public void remove(Person person, Instant at) {
        people.remove(person.id());
        passwords.remove(person.id());
        members.values().forEach(group -> group.remove(person.id()));
        accounts.addFormer(person, at);
        accounts.passwordSet(person.id(), false);
    }

    /** The names of the groups that have been made, by their ids. */
    public SortedMap<String, String> groupNames() {
        return groupNames;
    }

    private Set<String> membersIn(String group) {
        return Objects.requireNonNull(members.get(group), group);
    }

    private void requireStrong(Person person, String password) {
        if (!isStrong(person, password)) {
            throw BadInput.of("password", "", "people.password");
        }
    }
}
