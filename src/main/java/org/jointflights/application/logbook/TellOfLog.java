package org.jointflights.application.logbook;

import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.logbook.LogEntry;
import org.jointflights.domain.logbook.LogEntry.Addressed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells those to whom a message goes that there is one, without a word of it. */
@Service
@Transactional
class TellOfLog {

    private final CheckLogAccess access;
    private final LogEntries entries;
    private final WriteNotices notices;
    private final People people;
    private final CurrentUser author;

    TellOfLog(CheckLogAccess access, LogEntries entries, WriteNotices notices, People people, CurrentUser author) {
        this.access = access;
        this.entries = entries;
        this.notices = notices;
        this.people = people;
        this.author = author;
    }

    /** The coordinators of each party, and whoever has written in the same thread; nobody who would hear of their own alone. */
    void written(Flight flight, LogEntry written) {
        Set<Party> still = access.parties(flight);
        Set<String> groups = new TreeSet<>();
        Set<Party> told = written.to() == Addressed.ALL ? still : written.parties();
        told.stream().filter(still::contains).map(Role.COORDINATOR::groupOf).forEach(groups::add);
        entries.of(flight.reference()).stream()
                .filter(entry -> entry.head() == written.head() && entry.id() != written.id())
                .map(LogEntry::group)
                .filter(group -> isStillIn(group, still))
                .forEach(groups::add);
        groups.stream()
                .filter(this::hasOthers)
                .forEach(group -> notices.send(
                        flight.reference(), group, "log/" + written.id(), "notice.log", flight.reference()));
    }

    private static boolean isStillIn(String group, Set<Party> still) {
        Party party = Viewer.partyOf(group);
        return party == null || still.contains(party);
    }

    private boolean hasOthers(String group) {
        return people.membersOf(group).stream().anyMatch(person -> !person.id().equals(author.account()));
    }
}
