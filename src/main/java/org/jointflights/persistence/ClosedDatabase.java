package org.jointflights.persistence;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Has the pool give up a connection to an H2 database that has closed, for want of room on its disk for example: such a connection
 * calls itself valid for ever, while a new one opens the database again. Made by the pool, by its class name.
 */
public final class ClosedDatabase implements SQLExceptionOverride {

    /** Closed, its files not readable or writable, connection broken, closing. */
    private static final Set<String> GONE = Set.of("90028", "90031", "90067", "90098", "90121");

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && GONE.contains(state) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
