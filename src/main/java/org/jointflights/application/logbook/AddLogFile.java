package org.jointflights.application.logbook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.logbook.AttachedFile;
import org.jointflights.domain.logbook.FileKind;
import org.jointflights.domain.logbook.FileScan;
import org.jointflights.domain.logbook.LogEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a file beside a message: as an answer to it, for those who read the message. */
@Service
@Transactional
public class AddLogFile {

    /** So many stand in one flight's log. */
    static final int MOST = 100;

    private final CheckLogAccess access;
    private final LogEntries entries;
    private final FileScans scans;
    private final TellOfLog others;
    private final CurrentUser author;
    private final WriteTrail trail;
    private final Clock clock;

    AddLogFile(
            CheckLogAccess access,
            LogEntries entries,
            FileScans scans,
            TellOfLog others,
            CurrentUser author,
            WriteTrail trail,
            Clock clock) {
        this.access = access;
        this.entries = entries;
        this.scans = scans;
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

    /** The number of the entry that holds the file. Throws {@link BadInput} for what is no file of the kinds that are taken. */
    public long add(OperationReference reference, long id, String typedName, byte[] content) {
        requirePossible(reference, id, typedName);
        LogReader reader = access.reader(reference);
        LogEntry answered = access.require(reader, id);
        String name = AttachedFile.requireName(typedName);
        FileKind kind = AttachedFile.requireKind(name, content);
        FileScan scan = scans.of(content);
        if (scan == FileScan.INFECTED) {
            throw BadInput.of("file", name, "logbook.file.infected");
        }
        AttachedFile file = new AttachedFile(name, kind, content.length, hash(content), scan);
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
        trail.record(reference, TrailEvent.LOG_FILE, number, kind.name(), content.length, file.hash());
        others.written(reader.flight(), entry.numbered(number));
        return number;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
