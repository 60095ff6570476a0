package org.jointflights.domain.trail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.approval.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * How far a chain goes: the number of an entry, counted from 1 without gaps, and its hash, which covers that entry and all
 * before it. Whoever has written one down can tell later whether the chain still contains it.
 */
public record ChainHead(long number, String hash) {

    /** Before the first entry. */
    public static final ChainHead START = new ChainHead(0, "0".repeat(64));

    private static final Pattern WRITTEN = Pattern.compile("\\d{1,18}:[0-9a-fA-F]{64}");

    /** What was written down as {@code <number>:<SHA-256>}. Throws {@link BadInput} for anything else. */
    public static ChainHead of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw BadInput.of("trailHead", written, "verification.trail.head.format");
        }
        int colon = written.indexOf(':');
        return new ChainHead(
                Long.parseLong(written.substring(0, colon)),
                written.substring(colon + 1).toLowerCase(Locale.ROOT));
    }

    public boolean isStart() {
        return equals(START);
    }

    /**
     * The head once that entry is added. What is hashed, in UTF-8: the hash before, the new number and every cell of the
     * entry, each as its length in bytes, a colon and itself; where there is nothing, a hyphen. So no two entries have one
     * spelling.
     */
    public ChainHead next(AuditEntry entry) {
        StringBuilder spelling = new StringBuilder();
        spell(hash, spelling);
        spell(Long.toString(number + 1), spelling);
        entry.cells().forEach(cell -> spell(cell, spelling));
        return new ChainHead(number + 1, CanonicalJson.hash(spelling.toString()));
    }

    private static void spell(@Nullable String cell, StringBuilder spelling) {
        if (cell == null) {
            spelling.append('-');
        } else {
            spelling.append(cell.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(cell);
        }
    }

    /** As it is written down. */
    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
