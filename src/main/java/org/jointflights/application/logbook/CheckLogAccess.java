package org.jointflights.application.logbook;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.overview.FindReader;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.logbook.LogEntry;
import org.springframework.stereotype.Component;

/** Who reads and who writes in a flight's log, on the page and for its files alike. */
@Component
class CheckLogAccess {

    /** Besides the parties: an auditor changes nothing, and administrators have no part in flights. */
    private static final List<Role> WRITERS_OF_NO_PARTY = List.of(Role.RIGHTS_OFFICER, Role.EXECUTIVE, Role.MANAGER);

    private final CheckFlightAccess access;
    private final FindReader readers;
    private final Participations participations;
    private final LogEntries entries;
    private final CurrentUser actor;

    CheckLogAccess(
            CheckFlightAccess access,
            FindReader readers,
            Participations participations,
            LogEntries entries,
            CurrentUser actor) {
        this.access = access;
        this.readers = readers;
        this.participations = participations;
        this.entries = entries;
        this.actor = actor;
    }

    /** Whoever is signed in, as a reader; refused as the flight's page is. */
    LogReader reader(OperationReference reference) {
        Flight flight = access.require(reference);
        return new LogReader(flight, readers.reader(flight));
    }

    /** An entry that the reader may read; for every other it is as if there were none. */
    LogEntry require(LogReader reader, long id) {
        return entries.find(reader.flight().reference(), id)
                .filter(reader::mayRead)
                .orElseThrow(() -> Unknown.of("logbook.unknown", reader.flight().reference()));
    }

    /** Those that a message can go to: whoever was asked and has not withdrawn, and Frontex. */
    Set<Party> parties(Flight flight) {
        Set<Party> parties = participations.of(flight.reference()).stream()
                .filter(part -> part.status() != Participation.Status.WITHDRAWN)
                .map(Participation::party)
                .collect(Collectors.toCollection(TreeSet::new));
        parties.add(flight.organiser());
        parties.add(Party.FRONTEX);
        return parties;
    }

    /** Whether whoever is signed in may write now. */
    boolean mayWrite(Flight flight) {
        return !flight.stage().isOver() && groups(flight).anyMatch(actor::isIn);
    }

    /** In the name of which of their groups they write; throws {@link NotYours} or, once it is over, {@link Conflict}. */
    String requireWriter(Flight flight) {
        String group = groups(flight)
                .filter(actor::isIn)
                .findFirst()
                .orElseThrow(() -> NotYours.of("logbook.notYours", flight.reference()));
        if (flight.stage().isOver()) {
            throw Conflict.of("logbook.over", flight.reference());
        }
        return group;
    }

    private Stream<String> groups(Flight flight) {
        return Stream.concat(
                parties(flight).stream()
                        .flatMap(party -> Role.ofParties().stream().map(role -> role.groupOf(party))),
                WRITERS_OF_NO_PARTY.stream().map(Role::group));
    }
}
