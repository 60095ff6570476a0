package org.jointflights.domain.file;

import org.jointflights.domain.Sentence;

/** What a look for malicious programs in a file said. */
public enum FileScan {
    /** Nobody has looked. */
    NOT_SCANNED,
    /** Nothing was found. */
    CLEAN,
    /** Something was found: such a file is not taken. */
    INFECTED;

    /** What people read beside the file. */
    public Sentence words() {
        return Sentence.of("file.scan." + name());
    }
}
