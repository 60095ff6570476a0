package org.jointflights.application.logbook;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.people.Audience;
import org.jointflights.application.people.Reader;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.logbook.LogEntry;
import org.jointflights.domain.logbook.LogEntry.Addressed;

/** What of a flight's log somebody may read: their own party's messages, and those to it until it has withdrawn. */
record LogReader(Flight flight, Reader reader) {

    boolean mayRead(LogEntry entry) {
        Set<Party> own = Stream.ofNullable(Viewer.partyOf(entry.group())).collect(Collectors.toSet());
        boolean told = entry.to() == Addressed.ALL
                || reader.viewer().all()
                || Stream.concat(own.stream(), entry.parties().stream())
                        .anyMatch(reader.viewer().parties()::contains);
        return told && reader.mayRead(Audience.FLIGHT, entry.at(), own);
    }
}
