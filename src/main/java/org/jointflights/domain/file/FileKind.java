package org.jointflights.domain.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file may be, by what stands in it and not by what it is called. Six kinds need six marks: a library that knows a
 * thousand kinds would bring a thousand ways to read a hostile file. Whoever takes files says which of them.
 */
public enum FileKind {
    PDF("application/pdf", ".pdf", ".pdf"),
    PNG("image/png", ".png", ".png"),
    JPEG("image/jpeg", ".jpg", ".jpeg"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", ".ods", ".ods"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", ".xlsx"),
    XML("application/xml", ".xml", ".xml");

    private static final byte[] PDF_MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] XML_MARK = "<?xml".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] JPEG_MARK = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final String type;
    private final String ending;
    private final String otherEnding;

    FileKind(String type, String ending, String otherEnding) {
        this.type = type;
        this.ending = ending;
        this.otherEnding = otherEnding;
    }

    /** The one that the bytes are, or nothing for every other. */
    public static Optional<FileKind> of(byte[] content) {
        if (startsWith(content, PDF_MARK)) {
            return Optional.of(PDF);
        }
        if (startsWith(content, PNG_MARK)) {
            return Optional.of(PNG);
        }
        if (startsWith(content, JPEG_MARK)) {
            return Optional.of(JPEG);
        }
        if (startsWith(content, XML_MARK) || startsWith(content, BYTE_ORDER_MARK, XML_MARK)) {
            return Optional.of(XML);
        }
        return PackedSpreadsheet.kindOf(content);
    }

    /** What HTTP calls it. */
    public String type() {
        return type;
    }

    /** Whether a file of that name is taken for this kind by whoever saves it. */
    public boolean fits(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(ending) || lower.endsWith(otherEnding);
    }

    /** How the name of such a file ends. */
    public String ending() {
        return ending;
    }

    /** Some of them in their order, for a sentence. */
    public static String names(Set<FileKind> kinds) {
        return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static boolean startsWith(byte[] content, byte[] before, byte[] mark) {
        return startsWith(content, before)
                && startsWith(Arrays.copyOfRange(content, before.length, content.length), mark);
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length > mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
