package org.jointflights.domain.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
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
     * The head once that entry is added. What is hashed: the hash before, the new number, and every cell of the entry with its
     * arguments as they are sealed.
     */
    public ChainHead next(AuditEntry entry, SealedArguments arguments) {
        List<@Nullable String> cells = new ArrayList<>(List.of(hash, Long.toString(number + 1)));
        cells.addAll(entry.cells(arguments));
        return new ChainHead(number + 1, Spelling.hash(cells.toArray(String[]::new)));
    }

    /** As it is written down. */
    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
