package org.jointflights.persistence.example;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.h2.tools.TriggerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses whatever would delete or change a row, but for its arguments and their salt becoming null together, on H2, whose
 * triggers are Java; named in {@code db/h2}.
 */
public final class ErasureOnlyTrigger extends TriggerAdapter {

    private static final Set<String> ERASABLE = Set.of("arguments", "salt");

    @Override
    public void fire(Connection connection, @Nullable ResultSet before, @Nullable ResultSet after) throws SQLException {
        if (before == null || after == null || !erases(before, after)) {
            throw new SQLException("table " + tableName + " is only ever added to");
        }
    }

    private static boolean erases(ResultSet before, ResultSet after) throws SQLException {
        for (int column = 1; column <= after.getMetaData().getColumnCount(); column++) {
            String name = after.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT);
            Object expected = ERASABLE.contains(name) ? null : before.getObject(column);
            if (!Objects.equals(after.getObject(column), expected)) {
                return false;
            }
        }
        return true;
    }
}
