package org.jointflights.application.people.administration;

import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.Party;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An administrator's acts on the states that take part. */
@Service
@Transactional
public class ManageParties {

    private final AddPartiesAndPeople directory;
    private final LogAdministration log;
    private final CurrentUser actor;

    ManageParties(AddPartiesAndPeople directory, LogAdministration log, CurrentUser actor) {
        this.directory = directory;
        this.log = log;
        this.actor = actor;
    }

    /** A state with its groups and their rights. */
    public void add(Party party, String authority) {
        RequireAdministrator.require(actor);
        directory.addParty(party, authority);
        log.record("people.administration.partyAdded", party.code(), authority.strip());
    }

    /** Another authority acts for the state from now on. */
    public void correctAuthority(Party party, String authority) {
        RequireAdministrator.require(actor);
        String before = directory.correctAuthority(party, authority);
        log.record("people.administration.authorityCorrected", party.code(), before, authority.strip());
    }
}
