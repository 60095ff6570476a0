package org.jointflights.application.logbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.logbook.LogEntry;

/** A log without a database. */
public final class InMemoryLogEntries implements LogEntries {

    private final Map<Long, LogEntry> entries = new TreeMap<>();
    private final Map<Long, byte[]> contents = new HashMap<>();
    private final Map<Long, List<Reading>> readings = new TreeMap<>();

    @Override
    public long add(LogEntry entry, byte[] content) {
        long id = 100L + entries.size();
        entries.put(id, entry.numbered(id));
        if (entry.file() != null) {
            contents.put(id, content.clone());
        }
        return id;
    }

    @Override
    public List<LogEntry> of(OperationReference reference) {
        return entries.values().stream()
                .filter(entry -> entry.reference().equals(reference))
                .toList();
    }

    @Override
    public Optional<LogEntry> find(OperationReference reference, long id) {
        return of(reference).stream().filter(entry -> entry.id() == id).findFirst();
    }

    @Override
    public Optional<byte[]> content(long id) {
        return Optional.ofNullable(contents.get(id));
    }

    @Override
    public void read(Collection<Long> ids, String person, Instant at) {
        for (Long id : ids) {
            List<Reading> readers = readings.computeIfAbsent(id, first -> new ArrayList<>());
            if (readers.stream().noneMatch(reading -> reading.person().equals(person))) {
                readers.add(new Reading(person, at));
            }
        }
    }

    @Override
    public Map<Long, List<Reading>> readings(OperationReference reference) {
        return readings;
    }
}
