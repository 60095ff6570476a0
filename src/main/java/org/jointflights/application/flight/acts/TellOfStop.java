package org.jointflights.application.flight.acts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.operation.StopOrder;
import org.springframework.stereotype.Component;

/** Tells those who must know of a stop: everybody who could move the people concerned, and who watches over them. */
@Component
class TellOfStop {

    private static final List<Role> OF_PARTY =
            List.of(Role.COORDINATOR, Role.LEGAL, Role.DOCTOR, Role.MONITOR, Role.ESCORT_LEADER);

    private final Flights flights;
    private final Participations participations;
    private final WriteNotices notices;

    TellOfStop(Flights flights, Participations participations, WriteNotices notices) {
        this.flights = flights;
        this.participations = participations;
        this.notices = notices;
    }

    /** The cause is told, the reason is not. */
    void ofStop(StopOrder order) {
        tell(order, "order/" + order.number(), "notice.order.open");
    }

    void ofLifting(StopOrder order) {
        tell(order, "lifted/" + order.number(), "notice.order.lifted");
    }

    private void tell(StopOrder order, String once, String code) {
        for (String group : groups(order)) {
            notices.send(order.reference(), group, once, code, order.reference(), order.number(), order.whom());
        }
    }

    private Set<String> groups(StopOrder order) {
        Set<String> groups = new TreeSet<>(Set.of(Role.RIGHTS_OFFICER.group(), Role.EXECUTIVE.group()));
        Party organiser = flights.get(order.reference()).organiser();
        groups.add(Role.COORDINATOR.groupOf(organiser));
        groups.add(Role.ESCORT_LEADER.groupOf(organiser));
        participations.of(order.reference()).stream()
                .filter(Participation::takesPart)
                .map(Participation::party)
                .filter(party -> !party.isFrontex() && order.concerns(party))
                .forEach(party -> OF_PARTY.forEach(role -> groups.add(role.groupOf(party))));
        return groups;
    }
}
