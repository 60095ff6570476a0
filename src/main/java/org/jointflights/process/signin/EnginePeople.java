package org.jointflights.process.signin;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jointflights.application.people.Accounts;
import org.jointflights.application.people.Origin;
import org.jointflights.application.people.PasswordState;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Unknown;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.WithoutAuthentication;
import org.springframework.stereotype.Component;

/**
 * People and groups are the engine's own users and groups, so that Tasklist knows them too. Nobody has the engine's right
 * to change them: the application does it, once its own rules have allowed it.
 */
@Component
class EnginePeople implements People {

    /** The name under which the engine's properties say who started with its people last. */
    static final String ORIGIN = "jointflights.origin";

    private final IdentityService identities;
    private final ManagementService management;
    private final EngineMemberships memberships;
    private final EngineRights rights;
    private final Filters filters;
    private final Accounts accounts;
    private final AsSystem engine;

    EnginePeople(
            IdentityService identities,
            ManagementService management,
            EngineMemberships memberships,
            EngineRights rights,
            Filters filters,
            Accounts accounts,
            AsSystem engine) {
        this.identities = identities;
        this.management = management;
        this.memberships = memberships;
        this.rights = rights;
        this.filters = filters;
        this.accounts = accounts;
        this.engine = engine;
    }

    @Override
    public Optional<Person> find(String id) {
        return WithoutAuthentication.ask(
                        identities,
                        () -> Optional.ofNullable(
                                        identities.createUserQuery().userId(id).singleResult())
                                .map(EnginePeople::person))
                .or(() -> accounts.former(id));
    }

    @Override
    public Map<String, String> namesOf(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            WithoutAuthentication.ask(
                            identities,
                            () -> identities
                                    .createUserQuery()
                                    .userIdIn(ids.toArray(String[]::new))
                                    .unlimitedList())
                    .forEach(user -> names.put(user.getId(), person(user).name()));
        }
        ids.forEach(id -> names.computeIfAbsent(id, this::nameOf));
        return names;
    }

    @Override
    public List<Person> all() {
        return WithoutAuthentication.ask(
                identities,
                () -> identities.createUserQuery().orderByUserId().asc().unlimitedList().stream()
                        .map(EnginePeople::person)
                        .toList());
    }

    @Override
    public Set<String> groupsOf(String id) {
        return memberships.acting(id).groups();
    }

    @Override
    public Set<String> ownGroupsOf(String id) {
        return memberships.own(id);
    }

    @Override
    public List<Person> actingMembersOf(String group) {
        Set<Person> members = new LinkedHashSet<>(membersOf(group));
        memberships.substitutesIn(group).stream()
                .sorted()
                .flatMap(id -> find(id).stream())
                .forEach(members::add);
        return List.copyOf(members);
    }

    @Override
    public List<Person> membersOf(String group) {
        return WithoutAuthentication.ask(
                identities,
                () -> identities.createUserQuery().memberOfGroup(group).orderByUserId().asc().unlimitedList().stream()
                        .map(EnginePeople::person)
                        .toList());
    }

    @Override
    public List<String> emptyGroups() {
        return memberships.emptyGroups();
    }

    @Override
    public SortedMap<String, Integer> sizes() {
        return memberships.sizes();
    }

    private static Person person(User user) {
        return new Person(
                user.getId(),
                requireNonNullElse(user.getFirstName(), ""),
                requireNonNullElse(user.getLastName(), ""),
                user.getEmail());
    }

    @Override
    public void startedBy(Origin origin) {
        engine.run(() -> {
            if (!origin.name().equals(management.getProperties().get(ORIGIN))) {
                management.setProperty(ORIGIN, origin.name());
            }
        });
    }

    @Override
    public boolean isPassword(String id, String password) {
        try {
            return identities.checkPassword(id, password);
        } catch (OptimisticLockingException renewed) {
            // Two sign-ins at once have both renewed an old hash: the second finds the new one.
            return identities.checkPassword(id, password);
        }
    }

    @Override
    public Optional<String> passwordMark(String id) {
        return WithoutAuthentication.ask(
                identities,
                () -> Optional.ofNullable(
                                identities.createUserQuery().userId(id).singleResult())
                        .map(User::getPassword)
                        .map(EnginePeople::digest));
    }

    /** Sessions keep this one, so that what they hold opens nothing. */
    private static String digest(String hash) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(hash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public PasswordState passwordOf(String id) {
        return accounts.passwordOf(id);
    }

    @Override
    public boolean isStrong(Person person, String password) {
        return engine.call(() ->
                identities.checkPasswordAgainstPolicy(password, newUser(person)).isValid());
    }

    @Override
    public void addGroups(Collection<NewGroup> groups) {
        engine.run(() -> {
            Set<String> there = identities.createGroupQuery().unlimitedList().stream()
                    .map(Group::getId)
                    .collect(Collectors.toSet());
            EngineRights.Given given = rights.given();
            Map<String, Filter> lists = filters.byName();
            for (NewGroup wanted : groups) {
                if (!there.contains(wanted.group())) {
                    Group made = identities.newGroup(wanted.group());
                    made.setName(FormLanguage.say(wanted.name()));
                    made.setType("WORKFLOW");
                    identities.saveGroup(made);
                }
                rights.grant(wanted.role(), wanted.group(), given);
                filters.forGroup(wanted, lists, given);
            }
        });
    }

    @Override
    public void add(Person person, String password, Set<String> groups) {
        if (find(person.id()).isPresent()) {
            throw BadInput.of("signInName", person.id(), "people.signInName.taken");
        }
        requireStrong(person, password);
        engine.run(() -> {
            User user = newUser(person);
            user.setPassword(password);
            identities.saveUser(user);
            groups.forEach(group -> identities.createMembership(person.id(), group));
            filters.forPerson(person);
        });
    }

    @Override
    public void join(String id, String group) {
        engine.run(() -> identities.createMembership(id, group));
    }

    @Override
    public void leave(String id, String group) {
        engine.run(() -> identities.deleteMembership(id, group));
    }

    @Override
    public void setPassword(Person person, String password, boolean oneTime) {
        requireStrong(person, password);
        engine.run(() -> {
            User user = user(person);
            user.setPassword(password);
            identities.saveUser(user);
        });
        accounts.passwordSet(person.id(), oneTime);
    }

    @Override
    public void setMail(Person person) {
        engine.run(() -> {
            User user = user(person);
            user.setEmail(person.mail());
            identities.saveUser(user);
        });
    }

    @Override
    public void remove(Person person, Instant at) {
        engine.run(() -> {
            filters.remove(person);
            identities.deleteUser(person.id());
        });
        accounts.addFormer(person, at);
        accounts.passwordSet(person.id(), false);
    }

    private User newUser(Person person) {
        User user = identities.newUser(person.id());
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.mail());
        return user;
    }

    private User user(Person person) {
        User user = identities.createUserQuery().userId(person.id()).singleResult();
        if (user == null) {
            throw Unknown.of("people.administration.person.unknown", person.id());
        }
        return user;
    }

    private void requireStrong(Person person, String password) {
        if (!isStrong(person, password)) {
            // The sentence has no gap for the value: a password is never said back.
            throw BadInput.of("password", "", "people.password");
        }
    }
}
