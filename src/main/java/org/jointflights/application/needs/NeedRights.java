package org.jointflights.application.needs;

import java.util.List;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.springframework.stereotype.Component;

/** Who has a say in needs: the coordinators of a state enter its own; those of all parties, managers and auditors read all. */
@Component
class NeedRights {

    private final CurrentUser actor;

    NeedRights(CurrentUser actor) {
        this.actor = actor;
    }

    String actor() {
        return actor.id();
    }

    Viewer viewer() {
        return Viewer.of(actor.groups());
    }

    /** Throws {@link NotYours} for whoever may not look at needs. */
    void requireReader() {
        if (!viewer().readsNeeds()) {
            throw NotYours.of("needs.reader");
        }
    }

    /** Throws {@link NotYours} for anybody but that party's coordinators. */
    void requireCoordinatorOf(Party party) {
        if (!actor.isIn(Role.COORDINATOR.groupOf(party))) {
            throw NotYours.of("needs.coordinatorOf", party);
        }
    }

    /** Throws {@link NotYours} for whoever coordinates for no state. */
    void requireCoordinator() {
        if (states().isEmpty()) {
            throw NotYours.of("needs.coordinator");
        }
    }

    /** The states that the person coordinates for, by code: Frontex returns nobody itself. */
    List<Party> states() {
        return viewer().parties().stream()
                .filter(party -> !party.isFrontex() && actor.isIn(Role.COORDINATOR.groupOf(party)))
                .sorted()
                .toList();
    }
}
