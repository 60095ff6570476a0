package org.jointflights.application.banking;

import java.util.List;
import java.util.TreeSet;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.springframework.stereotype.Component;

/** Whose payments somebody sees to: those of the parties of whose finance they are. Nobody else needs a bank account's number. */
@Component
class CheckTreasuryAccess {

    private final CurrentUser actor;

    CheckTreasuryAccess(CurrentUser actor) {
        this.actor = actor;
    }

    /** In the order of their codes; throws {@link NotYours} for whoever is of no party's finance. */
    List<Party> parties() {
        List<Party> parties = new TreeSet<>(Viewer.of(actor.groups()).parties())
                .stream()
                        .filter(party -> actor.isIn(Role.FINANCE.groupOf(party)))
                        .toList();
        if (parties.isEmpty()) {
            throw NotYours.of("banking.notYours");
        }
        return parties;
    }

    /** Throws {@link NotYours} for whoever is not of that party's finance. */
    void require(Party party) {
        if (!parties().contains(party)) {
            throw NotYours.of("banking.other", party);
        }
    }
}
