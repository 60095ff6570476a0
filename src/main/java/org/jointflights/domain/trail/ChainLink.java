package org.jointflights.domain.trail;

import org.jspecify.annotations.Nullable;

/**
 * An entry's place in its chain, as stored.
 *
 * @param entryId whose place it is
 * @param entry that entry, or null where there is none any more
 * @param arguments the entry's, as they are hashed
 */
public record ChainLink(
        ChainHead head, long entryId, @Nullable AuditEntry entry, SealedArguments arguments) {}
