package org.jointflights.domain.file;

import java.util.Set;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.PlainText;

/**
 * A file that somebody put beside a message or a claim, without its bytes.
 *
 * @param name as whoever added it called it; empty once it is erased, and the bytes with it
 * @param hash SHA-256 of the bytes, which stays
 */
public record AttachedFile(String name, FileKind kind, int size, String hash, FileScan scan) {

    /** So many bytes at most. */
    public static final int MOST_BYTES = 10 << 20;

    private static final int LONGEST_NAME = 100;

    /** What some file system or shell takes for something else than a name. */
    private static final Pattern ODD = Pattern.compile("[/\\\\:*?\"<>|]|^\\.|\\.\\.|[. ]$");

    /** Whether its bytes are gone. */
    public boolean isErased() {
        return name.isEmpty();
    }

    /** The name of a file without its folder; throws {@link BadInput} for what could lead elsewhere or is no name. */
    public static String requireName(String typed) {
        PlainText.requireLine("fileName", typed);
        String name = typed.strip();
        if (name.isEmpty()) {
            throw BadInput.of("fileName", "", "common.missing");
        }
        if (name.length() > LONGEST_NAME) {
            throw BadInput.of("fileName", name.substring(0, 20) + "…", "common.tooLong", name.length(), LONGEST_NAME);
        }
        if (ODD.matcher(name).find()) {
            throw BadInput.of("fileName", name, "file.name");
        }
        return name;
    }

    /** What the bytes are, if one of those kinds, under a name that says so; throws {@link BadInput} otherwise. */
    public static FileKind requireKind(String name, byte[] content, Set<FileKind> kinds) {
        if (content.length == 0) {
            throw BadInput.of("file", name, "file.empty");
        }
        if (content.length > MOST_BYTES) {
            throw BadInput.of("file", name, "file.large", MOST_BYTES >> 20);
        }
        FileKind kind = FileKind.of(content)
                .filter(kinds::contains)
                .orElseThrow(() -> BadInput.of("file", name, "file.kind", FileKind.names(kinds)));
        if (!kind.fits(name)) {
            throw BadInput.of("fileName", name, "file.otherName", kind.name(), kind.ending());
        }
        return kind;
    }
}
