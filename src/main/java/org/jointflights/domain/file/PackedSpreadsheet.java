package org.jointflights.domain.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Which spreadsheet a packed file is. Only its table of contents is read, and of one part the first 64 kilobytes: whatever a
 * hostile file would unpack to, it is not unpacked here. What would unpack to more than a spreadsheet needs is none.
 */
final class PackedSpreadsheet {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int DEFLATED = 8;
    private static final int STORED = 0;

    private static final int MOST_ENTRIES = 5000;
    private static final long MOST_UNPACKED = 300L << 20;
    private static final int MOST_READ = 64 << 10;

    private static final String ODS_PART = "mimetype";
    private static final String XLSX_PART = "[Content_Types].xml";
    private static final String XLSX_BOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /** Part of the file, as its table of contents has it. */
    private record Part(String name, int method, int packed, long unpacked, int at) {}

    private final ByteBuffer bytes;

    private PackedSpreadsheet(byte[] content) {
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Nothing for every other file, and for one whose table of contents does not fit it. */
    static Optional<FileKind> kindOf(byte[] content) {
        try {
            return new PackedSpreadsheet(content).kind();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DataFormatException broken) {
            return Optional.empty();
        }
    }

    private Optional<FileKind> kind() throws DataFormatException {
        if (bytes.capacity() < END_SIZE || bytes.getInt(0) != LOCAL) {
            return Optional.empty();
        }
        List<Part> parts = parts();
        long unpacked = parts.stream().mapToLong(Part::unpacked).sum();
        if (unpacked > MOST_UNPACKED || parts.stream().anyMatch(part -> isProgram(part.name()))) {
            return Optional.empty();
        }
        for (Part part : parts) {
            if (part.name().equals(ODS_PART)
                    && part.at() == 0
                    && part.method() == STORED
                    && read(part).equals(FileKind.ODS.type())) {
                return Optional.of(FileKind.ODS);
            }
            if (part.name().equals(XLSX_PART) && read(part).contains('"' + XLSX_BOOK + '"')) {
                return Optional.of(FileKind.XLSX);
            }
        }
        return Optional.empty();
    }

    /** Macros. */
    private static boolean isProgram(String name) {
        return name.endsWith("vbaProject.bin") || name.startsWith("Basic/") || name.startsWith("Scripts/");
    }

    private List<Part> parts() {
        int end = end();
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        if (count > MOST_ENTRIES) {
            return List.of();
        }
        int at = bytes.getInt(end + 16);
        List<Part> parts = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            if (bytes.getInt(at) != ENTRY) {
                throw new IllegalArgumentException("no entry");
            }
            int name = Short.toUnsignedInt(bytes.getShort(at + 28));
            int extra = Short.toUnsignedInt(bytes.getShort(at + 30));
            int comment = Short.toUnsignedInt(bytes.getShort(at + 32));
            parts.add(new Part(
                    text(at + ENTRY_SIZE, name),
                    Short.toUnsignedInt(bytes.getShort(at + 10)),
                    bytes.getInt(at + 20),
                    Integer.toUnsignedLong(bytes.getInt(at + 24)),
                    bytes.getInt(at + 42)));
            at += ENTRY_SIZE + name + extra + comment;
        }
        return parts;
    }

    /** Where the table of contents ends: behind it there is at most a comment. */
    private int end() {
        int last = bytes.capacity() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END) {
                return at;
            }
        }
        throw new IllegalArgumentException("no end");
    }

    private String read(Part part) throws DataFormatException {
        if (bytes.getInt(part.at()) != LOCAL) {
            throw new IllegalArgumentException("no part");
        }
        int from = part.at()
                + LOCAL_SIZE
                + Short.toUnsignedInt(bytes.getShort(part.at() + 26))
                + Short.toUnsignedInt(bytes.getShort(part.at() + 28));
        if (part.method() == STORED) {
            return text(from, Math.min(part.packed(), MOST_READ));
        }
        if (part.method() != DEFLATED) {
            return "";
        }
        Inflater unpacking = new Inflater(true);
        try {
            unpacking.setInput(bytes.array(), from, part.packed());
            byte[] text = new byte[MOST_READ];
            int read = 0;
            int more = unpacking.inflate(text);
            while (more > 0 && read + more < MOST_READ) {
                read += more;
                more = unpacking.inflate(text, read, MOST_READ - read);
            }
            return new String(text, 0, read + more, StandardCharsets.UTF_8);
        } finally {
            unpacking.end();
        }
    }

    private String text(int from, int length) {
        return new String(bytes.array(), from, length, StandardCharsets.UTF_8);
    }
}
