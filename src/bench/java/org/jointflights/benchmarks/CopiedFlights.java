package org.jointflights.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Copies flights that were played, with all that our tables and the engine's hold of them, running and past: each copy has a
 * reference, ids, days and a destination of its own. What counts over all flights is not made anew: the trail's hashes
 * do not fit, and what rounding leaves over is not carried.
 */
final class CopiedFlights {

    /** Everything with a number of its own gets one from the copy's own million. */
    private static final long NUMBERS = 1_000_000;

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** They name what all flights share: models, their jobs, and the people of the engine. */
    private static final Set<String> SHARED = Set.of(
            "proc_def_id_",
            "process_def_id_",
            "proc_def_key_",
            "process_def_key_",
            "job_def_id_",
            "deployment_id_",
            "name_",
            "user_id_",
            "group_id_",
            "assignee_");

    private static final String CONVERSIONS = "%s in (select conversion from budget_line where reference = %%1$s"
            + " union select conversion from claim where reference = %%1$s)";

    /** Ours that belong to a flight by way of something else of it. */
    private static final Map<String, String> OF_PARTS = Map.of(
            "open_task_group", "id in (select id from open_task where reference = %s)",
            "voucher", "claim_id in (select id from claim where reference = %s)",
            "payment", "transfer_id in (select id from transfer where reference = %s)",
            "waiver", "transfer_id in (select id from transfer where reference = %s)",
            "conversion", CONVERSIONS.formatted("id"),
            "conversion_rate", CONVERSIONS.formatted("conversion"),
            "chain_link", "chain = 'TRAIL' and entry in (select id from trail where reference = %s)");

    private final Connection database;
    private final int kept;
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();
    private final Set<String> numbered;

    /** What ended more than so many days ago has left the engine's tables and is in ours alone. */
    CopiedFlights(Connection database, int kept) throws SQLException {
        this.database = database;
        this.kept = kept;
        execute("set session_replication_role = replica");
        query("select table_name, column_name, data_type from information_schema.columns where table_schema = 'public'"
                        + " order by table_name, ordinal_position")
                .forEach(row -> tables.computeIfAbsent(row.get(0), table -> new LinkedHashMap<>())
                        .put(row.get(1), row.get(2)));
        numbered = Set.copyOf(query("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and is_identity = 'YES'"
                        + " union select conrelid::regclass || '.' || a.attname from pg_constraint c"
                        + " join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)"
                        + " where c.contype = 'f' and a.atttypid = 'bigint'::regtype"
                        + " union values ('chain_link.number'), ('chain_link.entry')")
                .stream()
                .map(row -> row.get(0))
                .toList());
    }

    /**
     * So many more of that flight; the copies' numbers begin with the one given, and they lie up to so many days earlier. Their
     * references are as long as its own, so that every text has room for them.
     */
    void copy(String reference, int first, int number, int days) throws SQLException {
        execute("drop table if exists copies");
        execute("""
                create temporary table copies as
                select i as copy,
                    'JRO-' || (2019 - i / 10000) || '-' || lpad((i %% 10000)::text, 4, '0') as reference,
                    (hashtext(i::text) & 1048575) %% %d * interval '1 day' as earlier,
                    (array['Kosovo', 'Albania', 'Nigeria', 'Georgia', 'Pakistan', 'Ethiopia', 'Côte d''Ivoire', 'Armenia'])
                        [1 + (hashtext('to' || i) & 1048575) %% 8] as destination
                from generate_series(%d, %d) i
                """.formatted(days, first, first + number - 1));
        execute("drop table if exists processes");
        execute("create temporary table processes as select p.id_ from act_hi_procinst p where p.root_proc_inst_id_ in"
                + " (select r.id_ from act_hi_procinst r where r.business_key_ = " + quoted(reference) + ")");
        for (Map.Entry<String, Map<String, String>> table : tables.entrySet()) {
            String rows = rowsOf(table.getKey(), table.getValue().keySet(), reference);
            if (rows != null) {
                copy(table.getKey(), table.getValue(), rows, reference);
            }
        }
    }

    private static String rowsOf(String table, Set<String> columns, String reference) {
        if (!table.startsWith("act_")) {
            return columns.contains("reference")
                    ? "reference = " + quoted(reference)
                    : OF_PARTS.containsKey(table) ? OF_PARTS.get(table).formatted(quoted(reference)) : null;
        }
        String processes = " in (select id_ from processes)";
        if (table.equals("act_ge_bytearray")) {
            return "root_proc_inst_id_" + processes
                    + " or id_ in (select v.bytearray_id_ from act_ru_variable v where v.proc_inst_id_" + processes + ")";
        }
        if (table.equals("act_ru_identitylink")) {
            return "task_id_ in (select t.id_ from act_ru_task t where t.proc_inst_id_" + processes + ")";
        }
        for (String column : List.of("root_proc_inst_id_", "proc_inst_id_", "process_instance_id_")) {
            if (columns.contains(column)) {
                return column + processes;
            }
        }
        return null;
    }

    private void copy(String table, Map<String, String> columns, String rows, String reference) throws SQLException {
        execute("drop table if exists original");
        execute("create temporary table original as select * from " + table + " where " + rows);
        if (query("select 1 from original limit 1").isEmpty()) {
            return;
        }
        StringJoiner names = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        for (Map.Entry<String, String> column : columns.entrySet()) {
            names.add(column.getKey());
            values.add(value(table, column.getKey(), column.getValue(), reference));
        }
        execute("insert into " + table + " (" + names + ") overriding system value select " + values
                + " from original o cross join copies k"
                + (table.startsWith("act_") ? " where k.earlier < interval '" + kept + " days'" : ""));
    }

    private String value(String table, String column, String type, String reference) throws SQLException {
        String own = "o." + column;
        if (numbered.contains(table + "." + column)) {
            return own + " + k.copy * " + NUMBERS + "::bigint";
        }
        if (table.equals("flight") && column.equals("destination")) {
            return "k.destination";
        }
        if (type.startsWith("timestamp")) {
            return own + " - k.earlier";
        }
        if (type.equals("date")) {
            return "(" + own + " - k.earlier)::date";
        }
        return type.equals("text") || type.startsWith("character") ? text(column, own, reference) : own;
    }

    private String text(String column, String own, String reference) throws SQLException {
        String value = own;
        if (holds(column, "like '%" + reference + "%'")) {
            value = "replace(" + value + ", " + quoted(reference) + ", k.reference)";
        }
        if (!SHARED.contains(column) && holds(column, "~ '" + UUID + "'")) {
            execute("alter table original alter column " + column + " type text using regexp_replace(" + column + ", '("
                    + UUID + ")', '~\\1~')");
            value = "case when position('~' in " + own + ") > 0 then split_part(" + value + ", '~', 1) || md5(split_part("
                    + own + ", '~', 2) || k.copy) || split_part(" + own + ", '~', 3) else " + value + " end";
        }
        return value;
    }

    private boolean holds(String column, String what) throws SQLException {
        return !query("select 1 from original where " + column + " " + what + " limit 1").isEmpty();
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }

    private List<List<String>> query(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)).toLowerCase(Locale.ROOT));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
