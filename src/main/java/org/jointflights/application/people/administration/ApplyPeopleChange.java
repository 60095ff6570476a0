package org.jointflights.application.people.administration;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jointflights.application.people.Accounts;
import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.Incompatibility;
import org.jointflights.application.people.OneTimePassword;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a change needs, whether it may be made now, and making it: the same for one that an administrator makes alone and
 * for one that a second administrator confirms.
 */
@Component
class ApplyPeopleChange {

    private final People people;
    private final Parties parties;
    private final Accounts accounts;
    private final AddPartiesAndPeople directory;
    private final Clock clock;

    ApplyPeopleChange(People people, Parties parties, Accounts accounts, AddPartiesAndPeople directory, Clock clock) {
        this.people = people;
        this.parties = parties;
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    /** Throws {@link NotYours} if the person has meanwhile ceased to be an administrator. */
    void requireStillAdministrator(String id) {
        if (!isAdministrator(id)) {
            throw NotYours.of("people.administration.notYours");
        }
    }

    /** Somebody who may sign in. Throws {@link Unknown} for anybody else, those who have left among them. */
    Person active(String id) {
        if (accounts.former(id).isPresent()) {
            throw Unknown.of("people.administration.person.left", people.nameOf(id), id);
        }
        return people.find(id).orElseThrow(() -> Unknown.of("people.administration.person.unknown", id));
    }

    /** The person as they are kept. Throws {@link BadInput} if a name or the mail address cannot be taken. */
    Person checked(Person typed) {
        return directory.checked(typed);
    }

    /** The roles of ours that somebody holds, in order. */
    List<Assignment> rolesOf(String id) {
        return people.ownGroupsOf(id).stream()
                .map(Assignment::of)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** Whether it takes a second administrator. Nobody gives any role to themselves. */
    boolean needsSecond(PeopleChange change, String administrator) {
        return switch (change.kind()) {
            case ADD_PERSON -> roleOf(change).role().isGuarded();
            case GIVE_ROLE ->
                roleOf(change).role().isGuarded() || change.person().id().equals(administrator);
            case TAKE_ROLE -> roleOf(change).role() == Role.ADMINISTRATOR;
            case NEW_PASSWORD, CHANGE_MAIL -> isGuarded(change.person().id());
            case END_ACCOUNT -> isAdministrator(change.person().id());
        };
    }

    /** Throws a refusal if the change cannot be made as things are now. */
    void require(PeopleChange change) {
        String id = change.person().id();
        switch (change.kind()) {
            case ADD_PERSON -> {
                directory.checked(change.person());
                if (people.find(id).isPresent() || accounts.hasActed(id)) {
                    throw BadInput.of("signInName", id, "people.signInName.taken");
                }
                requireParty(roleOf(change).party());
            }
            case GIVE_ROLE -> {
                active(id);
                requireParty(roleOf(change).party());
                requireFit(change);
            }
            case TAKE_ROLE -> {
                active(id);
                if (!people.ownGroupsOf(id).contains(roleOf(change).group())) {
                    throw Conflict.of(
                            "people.administration.role.notHeld",
                            change.person().name(),
                            roleOf(change).sentence());
                }
                if (roleOf(change).role() == Role.ADMINISTRATOR) {
                    requireEnoughAdministrators();
                }
            }
            case NEW_PASSWORD -> active(id);
            case CHANGE_MAIL -> {
                active(id);
                directory.checkedMail(change.person().mail());
            }
            case END_ACCOUNT -> {
                active(id);
                if (isAdministrator(id)) {
                    requireEnoughAdministrators();
                }
            }
        }
    }

    /** Makes the change: the one-time password that comes with it, if one does. */
    Optional<String> make(PeopleChange change) {
        Person person = change.person();
        switch (change.kind()) {
            case ADD_PERSON -> {
                String password = OneTimePassword.of(person, people);
                people.add(person, password, Set.of(roleOf(change).group()));
                people.setPassword(person, password, true);
                return Optional.of(password);
            }
            case GIVE_ROLE -> {
                boolean needsNewPassword = needsNewPassword(change);
                people.join(person.id(), roleOf(change).group());
                return needsNewPassword ? Optional.of(newPassword(person)) : Optional.empty();
            }
            case TAKE_ROLE -> people.leave(person.id(), roleOf(change).group());
            case NEW_PASSWORD -> {
                return Optional.of(newPassword(person));
            }
            case CHANGE_MAIL -> people.setMail(person);
            case END_ACCOUNT -> people.remove(person, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }
        return Optional.empty();
    }

    /**
     * Whether the person's password ends with the change. Until now one administrator alone could set it, and may know
     * it: nobody comes into a group that signs with such a password.
     */
    boolean needsNewPassword(PeopleChange change) {
        return change.kind() == PeopleChange.Kind.GIVE_ROLE
                && roleOf(change).role().isGuarded()
                && !isGuarded(change.person().id());
    }

    private String newPassword(Person person) {
        String password = OneTimePassword.of(person, people);
        people.setPassword(person, password, true);
        return password;
    }

    private boolean isGuarded(String id) {
        return rolesOf(id).stream().anyMatch(held -> held.role().isGuarded());
    }

    boolean isAdministrator(String id) {
        return people.ownGroupsOf(id).contains(Role.ADMINISTRATOR.group());
    }

    private void requireParty(@Nullable Party party) {
        if (party != null && !parties.contains(party)) {
            throw Unknown.of("people.party.unknown", party.code());
        }
    }

    private void requireFit(PeopleChange change) {
        Assignment wanted = roleOf(change);
        List<Assignment> held = rolesOf(change.person().id());
        if (held.contains(wanted)) {
            throw Conflict.of("people.administration.role.held", change.person().name(), wanted.sentence());
        }
        Incompatibility.between(wanted, held).stream().findFirst().ifPresent(rule -> {
            throw Conflict.of(
                    "people.administration.role.incompatible",
                    change.person().name(),
                    wanted.sentence(),
                    rule.inTheWay(wanted, held).orElseThrow().sentence(),
                    rule.sentence());
        });
    }

    private void requireEnoughAdministrators() {
        if (people.membersOf(Role.ADMINISTRATOR.group()).size() <= Role.ADMINISTRATOR.people()) {
            throw Conflict.of("people.administration.tooFew", Role.ADMINISTRATOR.people());
        }
    }

    private static Assignment roleOf(PeopleChange change) {
        return Objects.requireNonNull(change.role(), "a change of role names the role");
    }
}
