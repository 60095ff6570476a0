package org.jointflights.application.planning;

import java.util.Set;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.springframework.stereotype.Component;

/** Only states are invited in which somebody can read the invitation: an offer to nobody is never answered. */
@Component
public class CheckRegistered {

    private final People people;

    CheckRegistered(People people) {
        this.people = people;
    }

    /** Throws {@link BadInput}, which names the state and says what to do, if nobody is registered as its coordinator. */
    void require(Set<Party> invited) {
        for (Party party : invited) {
            String group = Role.COORDINATOR.groupOf(party);
            if (!party.isFrontex() && people.membersOf(group).isEmpty()) {
                throw BadInput.of("invited", party, "planning.invited.nobodyThere", group);
            }
        }
    }
}
