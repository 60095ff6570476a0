package org.jointflights.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a word in everything that an H2 database holds. */
public final class RowsThatName {

    private RowsThatName() {}

    /** In how many rows of every table, ours and the engine's, the word stands as text or as bytes. */
    public static Map<String, Integer> of(JdbcClient database, String word) {
        Map<String, Integer> found = new TreeMap<>();
        Map<String, List<String>> conditions = new TreeMap<>();
        database.sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where upper(table_schema) = 'PUBLIC'
                        """).query(row -> {
            String type = row.getString(3).toUpperCase(Locale.ROOT);
            String column = "\"" + row.getString(2) + "\"";
            if (type.startsWith("CHARACTER")) {
                conditions
                        .computeIfAbsent(row.getString(1), first -> new ArrayList<>())
                        .add("position(cast(:word as varchar) in " + column + ") > 0");
            } else if (type.startsWith("BINARY")) {
                conditions
                        .computeIfAbsent(row.getString(1), first -> new ArrayList<>())
                        .add("locate(rawtohex(cast(:word as varchar)), rawtohex(" + column + ")) > 0");
            }
        });
        conditions.forEach((table, columns) -> {
            int rows = database.sql("select count(*) from \"" + table + "\" where " + String.join(" or ", columns))
                    .param("word", word)
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                found.put(table.toUpperCase(Locale.ROOT), rows);
            }
        });
        return found;
    }
}
