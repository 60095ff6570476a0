package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Every row of the database but those that say that somebody was refused, and the sessions and last visits of those who try: what
 * an attack could have changed.
 */
public final class StoredState {

    /** That an attempt was refused is told, and chained to what was told before. */
    private static final Map<String, String> BUT_ATTEMPTS = Map.of(
            "TRAIL", " where code <> 'trail.attemptRefused'",
            "CHAIN_HEAD", " where chain <> 'TRAIL'",
            "CHAIN_LINK", " where chain <> 'TRAIL'");

    /** What was read last of each table of a database, and H2's number of the last change to it. */
    private static final Map<JdbcClient, Map<String, Read>> READ = new ConcurrentHashMap<>();

    private record Read(long change, List<List<Object>> rows) {}

    private StoredState() {}

    /** By table, in the order of their names; only tables that were changed since the last time are read. */
    public static List<Object> of(JdbcClient database) {
        Map<String, Read> read = READ.computeIfAbsent(database, none -> new ConcurrentHashMap<>());
        List<Object> all = new ArrayList<>();
        database.sql("""
                        select table_name, last_modification from information_schema.tables
                        where table_schema = 'PUBLIC' and table_name not like 'WEB\\_SESSION%' escape '\\'
                        and table_name <> 'DESK_VISIT' order by 1
                        """)
                .query((table, number) -> Map.entry(table.getString(1), table.getLong(2)))
                .list()
                .forEach(table -> all.add(Map.entry(
                        table.getKey(),
                        read.compute(
                                        table.getKey(),
                                        (name, last) -> last != null && last.change() == table.getValue()
                                                ? last
                                                : new Read(table.getValue(), rows(database, name)))
                                .rows())));
        assertThat(read).containsKeys("FLIGHT", "PARTICIPATION", "ACT_RU_TASK", "ACT_ID_USER", "ACT_HI_OP_LOG");
        return all;
    }

    private static List<List<Object>> rows(JdbcClient database, String table) {
        return database.sql("select * from \"" + table + "\"" + BUT_ATTEMPTS.getOrDefault(table, ""))
                .query(StoredState::row)
                .list();
    }

    /** Throws {@link AssertionError} with the first table that is not as it was. */
    public static void assertUnchanged(List<Object> before, JdbcClient database) {
        List<Object> now = of(database);
        for (int i = 0; i < before.size(); i++) {
            assertThat(now.get(i)).as("what could have changed").isEqualTo(before.get(i));
        }
    }

    /** Bytes and texts of any length by what they hold. */
    private static List<Object> row(ResultSet row, int number) throws SQLException {
        List<Object> cells = new ArrayList<>();
        int columns = row.getMetaData().getColumnCount();
        for (int column = 1; column <= columns; column++) {
            Object cell = JdbcUtils.getResultSetValue(row, column);
            cells.add(cell instanceof byte[] bytes ? Arrays.hashCode(bytes) : String.valueOf(cell));
        }
        return cells;
    }
}
