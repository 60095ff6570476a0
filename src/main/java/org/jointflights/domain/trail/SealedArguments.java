package org.jointflights.domain.trail;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What an entry's hash covers instead of its arguments, so that what people typed can be erased later and the chain still
 * fits.
 *
 * @param kept the arguments without what somebody may have typed, which stay for good
 * @param digest the SHA-256 of the salt and the arguments, letter by letter as stored: nobody guesses a text from it once its
 *     salt is gone
 */
public record SealedArguments(String kept, String digest) {

    /** Throws {@link NullPointerException} for an entry that is erased. */
    public static SealedArguments of(AuditEntry entry, String kept) {
        return new SealedArguments(kept, digest(requireNonNull(entry.salt()), requireNonNull(entry.arguments())));
    }

    /** Whether that is what was sealed, or all of it is erased. */
    public boolean fits(AuditEntry entry) {
        return entry.isErased() || digest(entry.salt(), entry.arguments()).equals(digest);
    }

    private static String digest(@Nullable String salt, @Nullable String arguments) {
        return Spelling.hash(salt, arguments);
    }
}
