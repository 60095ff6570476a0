package org.jointflights.application.people.administration;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.administration.PeopleChange.Kind;
import org.jointflights.domain.Conflict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator's acts on people's accounts. What touches those who sign, or the administrators, is only asked for
 * here; {@link DecideRequests} lets it take effect.
 */
@Service
@Transactional
public class ManagePeople {

    private final ApplyPeopleChange changes;
    private final PeopleRequests requests;
    private final PeopleLock lock;
    private final AddPartiesAndPeople directory;
    private final LogAdministration log;
    private final CurrentUser actor;
    private final Clock clock;

    ManagePeople(
            ApplyPeopleChange changes,
            PeopleRequests requests,
            PeopleLock lock,
            AddPartiesAndPeople directory,
            LogAdministration log,
            CurrentUser actor,
            Clock clock) {
        this.changes = changes;
        this.requests = requests;
        this.lock = lock;
        this.directory = directory;
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /** Somebody new, who signs in with a one-time password first. */
    public Outcome addPerson(Person typed, Assignment role) {
        RequireAdministrator.require(actor);
        return act(new PeopleChange(Kind.ADD_PERSON, directory.checked(typed), role));
    }

    /** One role more. Whoever comes to sign gets a one-time password with it. */
    public Outcome giveRole(String id, Assignment role) {
        return act(Kind.GIVE_ROLE, id, role);
    }

    /** One role less. */
    public Outcome takeRole(String id, Assignment role) {
        return act(Kind.TAKE_ROLE, id, role);
    }

    /** A one-time password for somebody who forgot theirs. */
    public Outcome newPassword(String id) {
        return act(Kind.NEW_PASSWORD, id, null);
    }

    /** Notices reach the person there from now on, or nowhere. */
    public Outcome changeMail(String id, String mail) {
        RequireAdministrator.require(actor);
        Person person = changes.active(id);
        return act(new PeopleChange(
                Kind.CHANGE_MAIL,
                new Person(id, person.firstName(), person.lastName(), directory.checkedMail(mail)),
                null));
    }

    /** The person leaves: groups and password are gone, the name stays where it was written. */
    public Outcome endAccount(String id) {
        return act(Kind.END_ACCOUNT, id, null);
    }

    private Outcome act(Kind kind, String id, @Nullable Assignment role) {
        RequireAdministrator.require(actor);
        Person person = changes.active(id);
        return act(new PeopleChange(kind, new Person(id, person.firstName(), person.lastName()), role));
    }

    private Outcome act(PeopleChange change) {
        lock.take();
        changes.requireStillAdministrator(actor.id());
        changes.require(change);
        String id = change.person().id();
        if (!changes.needsSecond(change, actor.id())) {
            String password = changes.make(change).orElse(null);
            log.recordAbout(id, "people.administration.alone", change.sentence());
            return new Outcome(change, false, password);
        }
        if (requests.undecidedSince(clock.instant().minus(PeopleRequest.LASTS)).stream()
                .anyMatch(request -> request.change().equals(change))) {
            throw Conflict.of("people.administration.request.there", change.sentence());
        }
        requests.add(change, actor.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        log.recordAbout(id, "people.administration.asked", change.sentence());
        return new Outcome(change, true, null);
    }
}
