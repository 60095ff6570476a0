package org.jointflights.process.signin;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Unknown;
import org.springframework.stereotype.Component;

/** People and groups are the engine's own users and groups, so that Tasklist knows them too. */
@Component
class EnginePeople implements People {

    private final IdentityService identities;
    private final EngineRights rights;
    private final Filters filters;

    EnginePeople(IdentityService identities, EngineRights rights, Filters filters) {
        this.identities = identities;
        this.rights = rights;
        this.filters = filters;
    }

    @Override
    public Optional<Person> find(String id) {
        return WithoutAuthentication.ask(
                identities,
                () -> user(id).map(user ->
                        new Person(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())));
    }

    @Override
    public Set<String> groupsOf(String id) {
        return WithoutAuthentication.ask(
                identities,
                () -> identities.createGroupQuery().groupMember(id).unlimitedList().stream()
                        .map(Group::getId)
                        .collect(toUnmodifiableSet()));
    }

    @Override
    public boolean hasMembers(String group) {
        return identities.createUserQuery().memberOfGroup(group).count() > 0;
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
                identities, () -> user(id).map(User::getPassword).map(EnginePeople::digest));
    }

    @Override
    public void setPassword(String id, String password) {
        User user = user(id).orElseThrow(() -> Unknown.of("signin.reset.unknown", id));
        user.setPassword(password);
        identities.saveUser(user);
    }

    private Optional<User> user(String id) {
        return Optional.ofNullable(identities.createUserQuery().userId(id).singleResult());
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
    public void addGroups(Role role, String group, String name) {
        if (identities.createGroupQuery().groupId(group).count() == 0) {
            Group made = identities.newGroup(group);
            made.setName(name);
            made.setType("WORKFLOW");
            identities.saveGroup(made);
        }
        rights.grant(role, group);
        filters.forGroup(role, group, name);
    }

    @Override
    public void add(Person person, String password, Set<String> groups) {
        if (find(person.id()).isPresent()) {
            throw BadInput.of("signInName", person.id(), "people.signInName.taken");
        }
        User user = identities.newUser(person.id());
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.mail());
        user.setPassword(password);
        if (!identities.checkPasswordAgainstPolicy(password, user).isValid()) {
            // The sentence has no gap for the value: a password is never said back.
            throw BadInput.of("password", "", "people.password");
        }
        identities.saveUser(user);
        groups.forEach(group -> identities.createMembership(person.id(), group));
        filters.forPerson(person);
    }
}
