package org.jointflights.application.people;

import java.util.List;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.springframework.stereotype.Component;

/** The parties in whose name whoever is signed in proposes flights. */
@Component
public class FindCoordinated {

    private final CurrentUser actor;

    FindCoordinated(CurrentUser actor) {
        this.actor = actor;
    }

    /** Ordered by code; none for whoever coordinates for no party. */
    public List<Party> parties() {
        return Viewer.of(actor.groups()).parties().stream()
                .filter(party -> actor.isIn(Role.COORDINATOR.groupOf(party)))
                .sorted()
                .toList();
    }

    /**
     * The one that is meant where nobody says which. Throws {@link NotYours} for whoever coordinates for none, and
     * {@link BadInput}, which names them, for whoever coordinates for several.
     */
    public Party only(String field) {
        List<Party> parties = parties();
        if (parties.isEmpty()) {
            throw NotYours.of("flightpage.copy.notCoordinator");
        }
        if (parties.size() > 1) {
            throw BadInput.of(field, "", "choices.organiser.several", Party.codes(parties));
        }
        return parties.get(0);
    }
}
