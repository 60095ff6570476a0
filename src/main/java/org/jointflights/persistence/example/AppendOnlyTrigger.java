package org.jointflights.persistence.example;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses whatever would change or delete a row, on H2, whose triggers are Java; named in {@code db/h2}. */
public final class AppendOnlyTrigger implements Trigger {

    private String table = "";

    @Override
    public void init(
            Connection connection, String schema, String trigger, String onTable, boolean before, int operations) {
        table = onTable;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("table " + table + " is only ever added to");
    }
}
