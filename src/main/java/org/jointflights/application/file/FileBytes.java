package org.jointflights.application.file;

import org.jointflights.domain.file.AttachedFile;

/** The bytes of a file, and what it is. */
public final class FileBytes {

    private final AttachedFile file;
    private final byte[] content;

    /** Of that file. */
    public FileBytes(AttachedFile file, byte[] content) {
        this.file = file;
        this.content = content.clone();
    }

    public AttachedFile file() {
        return file;
    }

    public byte[] content() {
        return content.clone();
    }
}
