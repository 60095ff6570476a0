package org.jointflights.application.people.administration;

import java.util.List;
import org.jointflights.application.notice.InMemoryOutbox;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.NoticeServices;
import org.jointflights.application.people.PeopleServices;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Sentence;
import org.springframework.transaction.support.TransactionOperations;

/** The administration's services; admin, admin2 and admin3 administer, and admin is signed in. */
public final class AdministrationServices {

    public final PeopleServices base = new PeopleServices().withTwoParties();
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final InMemoryAdministrationEntries entries = new InMemoryAdministrationEntries();
    final InMemoryPeopleRequests requests = new InMemoryPeopleRequests();
    final InMemoryPeopleLock lock = new InMemoryPeopleLock();

    public final LogAdministration log = new LogAdministration(
            entries, NoticeServices.writing(outbox, base.clock), base.people, base.actor, base.clock);
    final ApplyPeopleChange changes =
            new ApplyPeopleChange(base.people, base.parties, base.accounts, base.directory, base.clock);
    final InMemoryProvidedAccounts provided = new InMemoryProvidedAccounts();
    final ApplyClaims claims = claims(true);
    final ManageParties parties = new ManageParties(base.directory, log, base.actor);
    final ManagePeople manage = new ManagePeople(changes, requests, lock, base.directory, log, base.actor, base.clock);
    final DecideRequests decide = new DecideRequests(requests, changes, lock, base.people, log, base.actor, base.clock);
    final ReadPeople read = new ReadPeople(base.people, base.parties, base.accounts, changes, base.actor);
    final ResetPassword reset = new ResetPassword(base.people, log);
    final ChangeOwnPassword own =
            new ChangeOwnPassword(base.people, log, base.actor, TransactionOperations.withoutTransaction());

    final ApplyClaims claims(boolean adopting) {
        return new ApplyClaims(
                base.people,
                base.parties,
                changes,
                provided,
                lock,
                log,
                TransactionOperations.withoutTransaction(),
                adopting);
    }

    public AdministrationServices() {
        List.of("admin", "admin2", "admin3").forEach(id -> base.add(id, Role.ADMINISTRATOR.group()));
        as("admin");
    }

    public void as(String id) {
        base.actor.is(id, base.people.groupsOf(id).toArray(String[]::new));
    }

    /** What the log says, the oldest first. */
    public List<Sentence> logged() {
        return entries.all().stream().map(AdministrationEntry::what).toList();
    }

    /** To whom notices went, in order. */
    List<String> told() {
        return outbox.all().stream().map(Notice::recipient).toList();
    }
}
