package org.jointflights.application.flight.acts;

import org.jointflights.application.flight.Participations;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation.Status;
import org.springframework.stereotype.Component;

/** Tells the coordinators of all who were asked and have not declined; or a group of no party. */
@Component
class TellParties {

    private final Participations participations;
    private final WriteNotices notices;

    TellParties(Participations participations, WriteNotices notices) {
        this.participations = participations;
        this.notices = notices;
    }
    /** {@code once} names the occasion within the flight, so that nothing is told twice. */
    void tell(Flight flight, String once, String code, Object... arguments) {
        participations.of(flight.reference()).stream()
                .filter(participation -> participation.status() != Status.DECLINED)
                .forEach(participation -> notices.send(
                        flight.reference(), Role.COORDINATOR.groupOf(participation.party()), once, code, arguments));
    }

    /** The same for those of a role that is no party's, who have something to do. */
    void tell(Role role, Flight flight, String once, String code, Object... arguments) {
        notices.send(flight.reference(), role.group(), once, code, arguments);
    }
}
