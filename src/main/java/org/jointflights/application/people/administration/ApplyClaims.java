package org.jointflights.application.people.administration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.OneTimePassword;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.ReservedNames;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.administration.PeopleChange.Kind;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes an account and its roles agree with what the provider says when somebody signs in through it, under the same rules
 * as for administrators: whatever is refused changes nothing and lets nobody in.
 */
@Service
public class ApplyClaims {

    private final People people;
    private final Parties parties;
    private final ApplyPeopleChange changes;
    private final ProvidedAccounts provided;
    private final PeopleLock lock;
    private final LogAdministration log;
    private final TransactionOperations transaction;
    private final boolean adopting;

    /**
     * {@code adopting}: whether an account that was here before becomes that of the first who comes by its name; a provider
     * may give one name to several people, so that this is chosen for the day of the change alone.
     */
    ApplyClaims(
            People people,
            Parties parties,
            ApplyPeopleChange changes,
            ProvidedAccounts provided,
            PeopleLock lock,
            LogAdministration log,
            TransactionOperations transaction,
            @Value("${jointflights.oidc.adopt-accounts:false}") boolean adopting) {
        this.people = people;
        this.parties = parties;
        this.changes = changes;
        this.provided = provided;
        this.lock = lock;
        this.log = log;
        this.transaction = transaction;
        this.adopting = adopting;
    }

    /**
     * The sign-in name of whoever may come in. Only with {@code administratorsToo} do administrators come this way, and does
     * a claim make some. Throws a refusal otherwise, also where no role is left; roles that are gone are taken all the same.
     */
    public String apply(ProviderClaims claims, boolean administratorsToo) {
        String id = claims.name().strip().toLowerCase(Locale.ROOT);
        if (ReservedNames.contains(id)) {
            throw BadInput.of("signInName", id, "people.id.system");
        }
        // By itself: a new role that is refused must not leave somebody the one that is gone.
        transaction.executeWithoutResult(status -> {
            lock.take();
            takeWhatIsGone(id, claims, administratorsToo);
        });
        transaction.executeWithoutResult(status -> {
            lock.take();
            agree(id, claims, administratorsToo);
        });
        if (changes.rolesOf(id).isEmpty()) {
            throw NotYours.of("people.provided.noRole", id);
        }
        return id;
    }

    private void takeWhatIsGone(String id, ProviderClaims claims, boolean administratorsToo) {
        requireSame(id, claims);
        if (provided.ofPerson(id).isEmpty()) {
            return;
        }
        Person person = changes.active(id);
        requireNoAdministrator(id, administratorsToo);
        Set<Assignment> wanted = wanted(claims.groups(), administratorsToo);
        List<Assignment> taken = changes.rolesOf(id).stream()
                .filter(role -> !wanted.contains(role))
                .toList();
        take(person, taken);
        tell(person, List.of(), taken);
    }

    private void requireNoAdministrator(String id, boolean administratorsToo) {
        if (!administratorsToo && changes.rolesOf(id).stream().anyMatch(role -> role.role() == Role.ADMINISTRATOR)) {
            throw NotYours.of("people.provided.administrator", id);
        }
    }

    private void take(Person person, List<Assignment> taken) {
        taken.forEach(role -> {
            changes.require(new PeopleChange(Kind.TAKE_ROLE, person, role));
            people.leave(person.id(), role.group());
        });
    }

    private void tell(Person person, List<Assignment> given, List<Assignment> taken) {
        if (!taken.isEmpty() || !given.isEmpty()) {
            log.recordAbout(
                    person.id(), "people.provided.changed", person.name(), person.id(), words(given), words(taken));
        }
    }

    private void agree(String id, ProviderClaims claims, boolean administratorsToo) {
        requireSame(id, claims);
        Set<Assignment> wanted = wanted(claims.groups(), administratorsToo);
        Optional<Person> there = people.find(id);
        if (there.isEmpty() && wanted.isEmpty()) {
            return;
        }
        Person person = there.isPresent() ? changes.active(id) : add(id, claims, wanted);
        Set<Assignment> held = new TreeSet<>(changes.rolesOf(id));
        requireNoAdministrator(id, administratorsToo);
        if (provided.ofPerson(id).isEmpty()) {
            if (there.isPresent() && !adopting) {
                throw Conflict.of("people.provided.notAdopted", id);
            }
            provided.add(new ProvidedAccount(id, claims.issuer(), claims.subject()));
        }
        List<Assignment> taken =
                held.stream().filter(role -> !wanted.contains(role)).toList();
        List<Assignment> given =
                wanted.stream().filter(role -> !held.contains(role)).toList();
        take(person, taken);
        given.forEach(role -> {
            PeopleChange gift = new PeopleChange(Kind.GIVE_ROLE, person, role);
            changes.require(gift);
            if (changes.needsNewPassword(gift)) {
                // One administrator alone may know the one before.
                people.setPassword(person, OneTimePassword.of(person, people), false);
            }
            people.join(id, role.group());
        });
        tell(person, given, taken);
    }

    /** A name at the provider may become somebody else's; the account here does not. */
    private void requireSame(String id, ProviderClaims claims) {
        provided.ofSubject(claims.issuer(), claims.subject())
                .filter(account -> !account.person().equals(id))
                .ifPresent(account -> {
                    throw Conflict.of("people.provided.renamed", id, account.person());
                });
        provided.ofPerson(id)
                .filter(account -> !account.issuer().equals(claims.issuer())
                        || !account.subject().equals(claims.subject()))
                .ifPresent(account -> {
                    throw Conflict.of("people.provided.somebodyElse", id);
                });
    }

    private Set<Assignment> wanted(Set<String> groups, boolean administratorsToo) {
        Set<Assignment> wanted = new TreeSet<>();
        for (String group : groups) {
            Assignment.of(group)
                    .filter(role -> role.party() == null || parties.contains(role.party()))
                    .filter(role -> administratorsToo || role.role() != Role.ADMINISTRATOR)
                    .ifPresent(wanted::add);
        }
        return wanted;
    }

    /** With a password that nobody learns, and that is not kept anywhere in the clear. */
    private Person add(String id, ProviderClaims claims, Set<Assignment> wanted) {
        Person typed = new Person(id, claims.firstName(), claims.lastName(), claims.mail());
        changes.require(
                new PeopleChange(Kind.ADD_PERSON, typed, wanted.iterator().next()));
        Person person = changes.checked(typed);
        people.add(person, OneTimePassword.of(person, people), Set.of());
        return person;
    }

    private static Worded words(List<Assignment> roles) {
        return roles.stream()
                .map(Assignment::sentence)
                .reduce((one, other) -> Sentence.of("people.provided.and", one, other))
                .orElseGet(() -> Sentence.of("people.provided.nothing"));
    }
}
