package org.jointflights.application.overview;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.List;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.people.Reader;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever is signed in, as the reader of a flight. */
@Component
public class FindReader {

    private final CheckFlightAccess access;
    private final Participations participations;
    private final ReadAccounts accounts;
    private final TrailEntries trail;

    FindReader(CheckFlightAccess access, Participations participations, ReadAccounts accounts, TrailEntries trail) {
        this.access = access;
        this.participations = participations;
        this.accounts = accounts;
        this.trail = trail;
    }

    KnownToReader of(Flight flight) {
        return new KnownToReader(reader(flight), () -> trail.of(flight.reference()));
    }

    /** What they may look at, and until when. */
    public Reader reader(Flight flight) {
        OperationReference reference = flight.reference();
        Viewer viewer = access.viewer();
        return new Reader(viewer, accounts.areOpen(reference), leftAt(flight, participations.of(reference), viewer));
    }

    /** When the last of the reader's parties withdrew; nothing while one is in, or if none ever was. */
    private static @Nullable Instant leftAt(Flight flight, List<Participation> participations, Viewer viewer) {
        List<Participation> withdrawn = participations.stream()
                .filter(participation -> participation.status() == Participation.Status.WITHDRAWN)
                .toList();
        if (!viewer.hasLeft(flight.organiser(), parties(participations), parties(withdrawn))) {
            return null;
        }
        return withdrawn.stream()
                .filter(participation -> viewer.parties().contains(participation.party()))
                .map(Participation::since)
                .max(naturalOrder())
                .orElse(null);
    }

    private static List<Party> parties(List<Participation> participations) {
        return participations.stream().map(Participation::party).toList();
    }
}
