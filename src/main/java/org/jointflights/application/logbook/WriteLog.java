package org.jointflights.application.logbook;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.logbook.LogEntry;
import org.jointflights.domain.logbook.LogEntry.Addressed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever has a part in a flight writes to the others, or answers. */
@Service
@Transactional
public class WriteLog {

    private final CheckLogAccess access;
    private final LogEntries entries;
    private final TellOfLog others;
    private final CurrentUser author;
    private final WriteTrail trail;
    private final Clock clock;

    WriteLog(
            CheckLogAccess access,
            LogEntries entries,
            TellOfLog others,
            CurrentUser author,
            WriteTrail trail,
            Clock clock) {
        this.access = access;
        this.entries = entries;
        this.others = others;
        this.author = author;
        this.trail = trail;
        this.clock = clock;
    }

    /** The number of a new message: its {@code text}, to whom ({@code addressed}), and to some to which ({@code parties}). */
    public long write(OperationReference reference, TypedFields typed, Collection<String> chosen) {
        LogReader reader = access.reader(reference);
        Flight flight = reader.flight();
        String group = access.requireWriter(flight);
        String text = typed.remark("logText");
        Addressed to = typed.choice("addressed", Addressed.class);
        return keep(flight, null, group, to, parties(flight, to, chosen), text);
    }

    /** The number of an answer, which goes to those who read what it answers. */
    public long answer(OperationReference reference, long id, TypedFields typed) {
        LogReader reader = access.reader(reference);
        LogEntry answered = access.require(reader, id);
        String group = access.requireWriter(reader.flight());
        String text = typed.remark("logText");
        return keep(reader.flight(), answered.head(), group, answered.to(), readersOf(answered), text);
    }

    /** The parties that read an entry which does not go to all: those that it goes to, and its author's. */
    static Set<Party> readersOf(LogEntry entry) {
        Set<Party> readers = new TreeSet<>(entry.parties());
        if (entry.to() != Addressed.ALL) {
            Stream.ofNullable(Viewer.partyOf(entry.group())).forEach(readers::add);
        }
        return readers;
    }

    private long keep(
            Flight flight, @Nullable Long answers, String group, Addressed to, Set<Party> parties, String text) {
        LogEntry entry = new LogEntry(
                0, flight.reference(), answers, author.id(), group, clock.instant(), to, parties, text, null);
        long id = entries.add(entry, new byte[0]);
        trail.record(flight.reference(), TrailEvent.LOG_WRITTEN, id, to.words());
        others.written(flight, entry.numbered(id));
        return id;
    }

    private Set<Party> parties(Flight flight, Addressed to, Collection<String> chosen) {
        return switch (to) {
            case ALL -> Set.of();
            case ORGANISER -> Set.of(flight.organiser());
            case SOME -> {
                Set<Party> possible = access.parties(flight);
                Set<Party> parties = new HashSet<>();
                for (String code : chosen) {
                    Party party = Party.named("parties", code);
                    if (!possible.contains(party)) {
                        throw BadInput.of("parties", code, "common.choice", Party.codes(possible));
                    }
                    parties.add(party);
                }
                if (parties.isEmpty()) {
                    throw BadInput.of("parties", "", "common.missing");
                }
                yield parties;
            }
        };
    }
}
