package org.jointflights.application.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.jointflights.domain.file.FileScan;
import org.springframework.stereotype.Component;

/** Looks at a file before it is kept: its name, its size, what stands in it, and what a scanner says of it. */
@Component
public class CheckFile {

    private final FileScans scans;

    CheckFile(FileScans scans) {
        this.scans = scans;
    }

    /** What is known of the file; throws {@link BadInput} for what is none of those kinds, or should be kept by nobody. */
    public AttachedFile require(String typedName, byte[] content, Set<FileKind> kinds) {
        String name = AttachedFile.requireName(typedName);
        FileKind kind = AttachedFile.requireKind(name, content, kinds);
        FileScan scan = scans.of(content);
        if (scan == FileScan.INFECTED) {
            throw BadInput.of("file", name, "file.infected");
        }
        return new AttachedFile(name, kind, content.length, hash(content), scan);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
