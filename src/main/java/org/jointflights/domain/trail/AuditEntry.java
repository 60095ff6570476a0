package org.jointflights.domain.trail;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it is stored, with all that was ever said in it and is not erased.
 *
 * @param id its number among all that was ever begun; some are left out, where something was begun and given up
 * @param about the person whom an administrator's act concerns
 * @param arguments what fills the gaps of its sentence, letter by letter as stored, or null once that is erased
 * @param salt what nobody can guess, so that nobody guesses the arguments by their digest; null once they are erased
 */
public record AuditEntry(
        AuditLog log,
        long id,
        @Nullable String reference,
        Instant at,
        String actor,
        @Nullable String actorParty,
        @Nullable String party,
        @Nullable String about,
        String code,
        @Nullable String arguments,
        @Nullable String salt) {

    /** The names of {@link #cells}, as an export has them. */
    public static List<String> columns() {
        return List.of(
                "log", "id", "reference", "at", "actor", "actor_party", "party", "about", "code", "kept", "digest");
    }

    /** Whether neither its arguments nor their salt are there any more. */
    public boolean isErased() {
        return arguments == null && salt == null;
    }

    /** All that is hashed of it, as text and in that order; null where there is nothing. */
    public List<@Nullable String> cells(SealedArguments sealed) {
        return Arrays.asList(
                log.name(),
                Long.toString(id),
                reference,
                at.toString(),
                actor,
                actorParty,
                party,
                about,
                code,
                sealed.kept(),
                sealed.digest());
    }
}
