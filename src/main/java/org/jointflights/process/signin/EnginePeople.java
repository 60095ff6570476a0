package org.jointflights.process.signin;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.process.engine.WithoutAuthentication;
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
                () -> Optional.ofNullable(
                                identities.createUserQuery().userId(id).singleResult())
                        .map(user ->
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
    public long countMembers(String group) {
        return identities.createUserQuery().memberOfGroup(group).count();
    }

    @Override
    public boolean isPassword(String id, String password) {
        return identities.checkPassword(id, password);
    }

    @Override
    public void addGroups(Role role, String group, String name) {
        // Nobody holds the engine's right to it: who may, our own rules have said.
        WithoutAuthentication.run(identities, () -> makeGroup(role, group, name));
    }

    private void makeGroup(Role role, String group, String name) {
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
        User user = WithoutAuthentication.ask(identities, () -> identities.newUser(person.id()));
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.mail());
        user.setPassword(password);
        if (!identities.checkPasswordAgainstPolicy(password, user).isValid()) {
            // The sentence has no gap for the value: a password is never said back.
            throw BadInput.of("password", "", "people.password");
        }
        WithoutAuthentication.run(identities, () -> {
            identities.saveUser(user);
            groups.forEach(group -> identities.createMembership(person.id(), group));
            filters.forPerson(person);
        });
    }
}
