package org.jointflights.process.signin;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's own table of who is in which group: it is asked with every claim and every form, and the engine's query
 * takes several times as long as the database.
 */
@Component
class EngineMemberships {

    private static final String GROUPS = """
            select m.GROUP_ID_ from ACT_ID_MEMBERSHIP m join ACT_ID_USER u on u.ID_ = m.USER_ID_ where u.ID_ = ?
            """;

    private final JdbcClient jdbc;

    EngineMemberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The groups of somebody who has an account; of anybody else none. */
    Set<String> of(String person) {
        return Set.copyOf(
                new TreeSet<>(jdbc.sql(GROUPS).param(person).query(String.class).list()));
    }
}
