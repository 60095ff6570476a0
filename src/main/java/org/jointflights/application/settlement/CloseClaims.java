package org.jointflights.application.settlement;

import java.util.List;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever has not said at the second deadline what it paid is taken to have paid nothing more, and is told so. */
@Service
@Transactional
public class CloseClaims {

    private final Statements statements;
    private final Flights flights;
    private final WriteTrail trail;
    private final WriteNotices notices;

    CloseClaims(Statements statements, Flights flights, WriteTrail trail, WriteNotices notices) {
        this.statements = statements;
        this.flights = flights;
        this.trail = trail;
        this.notices = notices;
    }

    /** Asks nobody any more. What was entered until then stays; who objects to the accounts can be asked again. */
    public void close(OperationReference reference) {
        for (Party party : statements.askedToClaim(reference)) {
            trail.recordOf(reference, party, TrailEvent.CLAIMS_CLOSED, new PartyName(party));
            tell(reference, Role.FINANCE.groupOf(party), party);
            tell(reference, Role.FINANCE.groupOf(flights.get(reference).organiser()), party);
        }
        statements.askToClaim(reference, List.of());
    }

    private void tell(OperationReference reference, String group, Party party) {
        notices.send(
                reference, group, "claims-closed-" + party, "notice.claimsClosed", reference, new PartyName(party));
    }
}
