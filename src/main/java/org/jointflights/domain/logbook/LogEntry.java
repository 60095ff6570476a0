package org.jointflights.domain.logbook;

import java.time.Instant;
import java.util.Set;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.file.AttachedFile;
import org.jspecify.annotations.Nullable;

/**
 * A message in a flight's log, or a file in it. Nothing of it is ever changed; whoever wants to say something else answers.
 *
 * @param id of all entries of all flights, so that a number that is missing says nothing
 * @param answers the message at the head of those that answer it; nothing for one that begins
 * @param group in whose name its author wrote it
 * @param parties to whom it goes, where it does not go to all; its author's party reads it besides
 * @param text empty once it is erased, and of a file
 */
public record LogEntry(
        long id,
        OperationReference reference,
        @Nullable Long answers,
        String author,
        String group,
        Instant at,
        Addressed to,
        Set<Party> parties,
        String text,
        @Nullable AttachedFile file) {

    /** So many characters at most. */
    public static final int LONGEST_TEXT = 1000;

    public LogEntry {
        parties = Set.copyOf(parties);
    }

    /** To whom a message goes. */
    public enum Addressed {
        ALL,
        SOME,
        ORGANISER;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("logbook.to." + name());
        }
    }

    /** The message at the head: itself, unless it answers another. */
    public long head() {
        return answers == null ? id : answers;
    }

    /** Whether what was written is gone. */
    public boolean isErased() {
        return file == null ? text.isEmpty() : file.isErased();
    }

    /** The same under the number that it was given. */
    public LogEntry numbered(long number) {
        return new LogEntry(number, reference, answers, author, group, at, to, parties, text, file);
    }
}
