package org.jointflights.application.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in a database that the application has not touched yet. */
public interface StoredAccounts {

    /**
     * Somebody's account as it is stored.
     *
     * @param administrator whether it belongs to the administrators' group
     * @param hash what is kept of the password, or nothing where it is kept elsewhere
     * @param salt what was added to it
     */
    record StoredAccount(
            String id,
            boolean administrator,
            @Nullable String hash,
            @Nullable String salt) {}

    /** Nothing where no start has said it. */
    Optional<Origin> origin();

    /** None in an empty database. */
    List<StoredAccount> all();
}
