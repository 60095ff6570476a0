package org.jointflights.persistence.closing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointflights.application.closing.TypedReasons;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.trail.AuditLog;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A text that is erased becomes an empty one: where there is none at all, that often says something too. The texts of serious
 * incidents and complaints have terms of their own: {@code JdbcFileTexts} erases them.
 */
@Repository
class JdbcTypedReasons implements TypedReasons {

    /** Where it is stored, which is also what the certificate calls it. */
    private record Column(String table, String name) {

        String kind() {
            return table + "." + name;
        }

        /** The statement with the two in its gaps: the table first, then the column wherever it stands. */
        String in(String statement) {
            return statement.replace("{table}", table).replace("{column}", name);
        }
    }

    private static final Column HAND_OVER = new Column("hand_over", "reason");
    private static final Column WAIVER = new Column("waiver", "reason");

    private static final List<Column> TYPED = List.of(
            new Column("gate_answer", "reason"),
            new Column("taken_off", "reason"),
            new Column("diversion", "reason"),
            new Column("landed_back", "reason"),
            new Column("participation", "reason"),
            new Column("cancellation", "reason"),
            new Column("flight", "suspended_for"),
            new Column("suspension", "advice"),
            new Column("stop_order", "reason"),
            new Column("stop_order", "view_of_it"),
            new Column("share_answer", "reason"),
            new Column("signature", "reason"),
            new Column("statement_answer", "objection"),
            new Column("statement_answer", "reply"),
            new Column("claim", "certify_reason"),
            new Column("claim", "withdrawn_for"),
            new Column("quote", "chosen_because"),
            new Column("legal_hold", "reason"),
            new Column("log_entry", "said"),
            new Column("log_file", "name"),
            HAND_OVER,
            WAIVER);

    private static final Column FILE = new Column("log_file_content", "content");
    private static final Column SCENARIO = new Column("scenario", "name");
    private static final Column NOTICE = new Column("outbox", "arguments");
    private static final Column TRAIL = new Column("trail", "arguments");

    /** Where no person has typed the reason, this stands in its place. */
    private static final String NOBODY_TYPED = "'LAST_CALL'";

    private static final List<Column> SENTENCES =
            List.of(new Column("plan_version", "voided_for"), new Column("signature", "voided_for"));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcTypedReasons(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Map<String, Integer> erase(OperationReference reference) {
        String flight = reference.value();
        Map<String, Integer> erased = new TreeMap<>();
        for (Column column : withTexts(flight)) {
            count(erased, column, emptied(column, flight));
        }
        count(
                erased,
                FILE,
                jdbc.sql("delete from log_file_content where reference = ?")
                        .param(flight)
                        .update());
        // Whoever tried the flight's figures out may have named somebody: without its name nobody could find it.
        count(
                erased,
                SCENARIO,
                jdbc.sql("delete from scenario where from_flight = ?")
                        .param(flight)
                        .update());
        for (Column column : SENTENCES) {
            count(erased, column, sentencesErased(column, flight));
        }
        count(erased, NOTICE, noticesErased(flight));
        count(erased, TRAIL, trailErased(flight));
        return erased;
    }

    /** Of two dozen columns a flight has texts in a few: they are asked for in one statement. */
    private List<Column> withTexts(String flight) {
        String asked = TYPED.stream()
                .map(column -> column.in("select '{table}' as stored_in, '{column}' as called"
                        + " where exists (select 1 from {table} where " + whereTyped(column) + ")"))
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(asked)
                .param("flight", flight)
                .query((row, number) -> new Column(row.getString("stored_in"), row.getString("called")))
                .list();
    }

    private int emptied(Column column, String flight) {
        return jdbc.sql(column.in("update {table} set {column} = '' where " + whereTyped(column)))
                .param("flight", flight)
                .update();
    }

    private static String whereTyped(Column column) {
        if (column.equals(WAIVER)) {
            return "{column} <> '' and transfer_id in (select id from transfer where reference = :flight)";
        }
        return "reference = :flight and {column} <> ''"
                + (column.equals(HAND_OVER) ? " and {column} <> " + NOBODY_TYPED : "");
    }

    /** What the database keeps of a sentence is its key and what fills its gaps: the gaps that somebody typed are erased. */
    private int sentencesErased(Column column, String flight) {
        List<String> texts = jdbc.sql(
                        column.in("select distinct {column} from {table} where reference = ? and {column} is not null"))
                .param(flight)
                .query(String.class)
                .list();
        int erased = 0;
        for (String text : texts) {
            Sentence said = SentenceJson.readWhole(text);
            String left = SentenceJson.writeWhole(
                    SentenceJson.read(said.code(), SentenceJson.withoutTexts(SentenceJson.write(said))));
            if (!left.equals(text)) {
                erased += jdbc.sql(column.in("update {table} set {column} = ? where reference = ? and {column} = ?"))
                        .params(left, flight, text)
                        .update();
            }
        }
        return erased;
    }

    private record Told(long id, String arguments) {}

    private int noticesErased(String flight) {
        List<Told> notices = jdbc.sql("select id, arguments from outbox where reference = ?")
                .param(flight)
                .query((row, number) -> new Told(row.getLong("id"), row.getString("arguments")))
                .list();
        List<Object[]> changed = new ArrayList<>();
        for (Told notice : notices) {
            String left = SentenceJson.withoutTexts(notice.arguments());
            if (!left.equals(notice.arguments())) {
                changed.add(new Object[] {left, notice.id()});
            }
        }
        batches.batchUpdate("update outbox set arguments = ? where id = ?", changed);
        return changed.size();
    }

    /**
     * The one change that the trail allows: its chain covers the digest of what is erased, with a salt that goes too. What this
     * transaction has written itself has no place in the chain yet, and without its text would never get one.
     */
    private int trailErased(String flight) {
        List<String> codes = Arrays.stream(TrailEvent.values())
                .filter(TrailEvent::holdsReason)
                .map(TrailEvent::code)
                .toList();
        return jdbc.sql("update trail set arguments = null, salt = null "
                        + "where reference = :flight and code in (:codes) and arguments is not null "
                        + "and id in (select entry from chain_link where chain = :trail)")
                .param("trail", AuditLog.TRAIL.name())
                .param("flight", flight)
                .param("codes", codes)
                .update();
    }

    private static void count(Map<String, Integer> erased, Column column, int texts) {
        if (texts > 0) {
            erased.put(column.kind(), texts);
        }
    }
}
