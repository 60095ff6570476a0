package org.jointflights.application.logbook;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.jointflights.application.file.CheckFile;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.jointflights.domain.logbook.LogEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a file beside a message: as an answer to it, for those who read the message. */
@Service
@Transactional
public class AddLogFile {

    /** So many stand in one flight's log. */
    static final int MOST = 100;

    private static final Set<FileKind> KINDS =
            EnumSet.of(FileKind.PDF, FileKind.PNG, FileKind.JPEG, FileKind.ODS, FileKind.XLSX);

    private final CheckLogAccess access;
    private final LogEntries entries;
    private final CheckFile check;
    private final TellOfLog others;
    private final CurrentUser author;
    private final WriteTrail trail;
    private final Clock clock;

    AddLogFile(
            CheckLogAccess access,
            LogEntries entries,
            CheckFile check,
            TellOfLog others,
            CurrentUser author,
            WriteTrail trail,
            Clock clock) {
        this.access = access;
        this.entries = entries;
        this.check = check;
        this.others = others;
        this.author = author;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asked before the bytes are read: throws what {@link #add} would throw whatever they are. */
    @Transactional(readOnly = true)
    public void requirePossible(OperationReference reference, long id, String typedName) {
        LogReader reader = access.reader(reference);
        access.require(reader, id);
        access.requireWriter(reader.flight());
        AttachedFile.requireName(typedName);
        if (entries.of(reference).stream().filter(entry -> entry.file() != null).count() >= MOST) {
            throw Conflict.of("logbook.file.many", reference, MOST);
        }
    }

    /** The number of the entry that holds the file. Throws {@link org.jointflights.domain.BadInput} for what is no file of the kinds that are taken. */
    public long add(OperationReference reference, long id, String typedName, byte[] content) {
        requirePossible(reference, id, typedName);
        LogReader reader = access.reader(reference);
        LogEntry answered = access.require(reader, id);
        AttachedFile file = check.require(typedName, content, KINDS);
        LogEntry entry = new LogEntry(
                0,
                reference,
                answered.head(),
                author.id(),
                access.requireWriter(reader.flight()),
                clock.instant(),
                answered.to(),
                WriteLog.readersOf(answered),
                "",
                file);
        long number = entries.add(entry, content);
        trail.record(reference, TrailEvent.LOG_FILE, number, file.kind().name(), file.size(), file.hash());
        others.written(reader.flight(), entry.numbered(number));
        return number;
    }
}
