package org.jointflights.application.logbook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.logbook.LogEntry;

/** All that was written into the logs of flights; entries are added and never changed. */
public interface LogEntries {

    /** Keeps it, with the bytes of its file where it has one; its number. */
    long add(LogEntry entry, byte[] content);

    /** The oldest first. */
    List<LogEntry> of(OperationReference reference);

    /** One of that flight. */
    Optional<LogEntry> find(OperationReference reference, long id);

    /** The bytes of its file; nothing where it has none, or they are erased. */
    Optional<byte[]> content(long id);

    /** Says that the person has read these; what they have read before keeps its time. */
    void read(Collection<Long> ids, String person, Instant at);

    /** Who has read which entries of the flight, the first reader first. */
    Map<Long, List<Reading>> readings(OperationReference reference);

    /** Somebody has read an entry. */
    record Reading(String person, Instant at) {}
}
