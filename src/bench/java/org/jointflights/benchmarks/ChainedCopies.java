package org.jointflights.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.domain.trail.AuditEntry;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainHead;
import org.jointflights.domain.trail.SealedArguments;

/** Chains the copied trail anew, in the order of its ids, so that verifying it finds nothing and takes as long as of a real one. */
final class ChainedCopies {

    private static final int AT_A_TIME = 5_000;

    private ChainedCopies() {}

    /** Does nothing if the head is the last entry's already. */
    static void make(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            if (number(statement, "select number from chain_head where chain = 'TRAIL'")
                    == number(statement, "select count(*) from trail")) {
                return;
            }
            database.setAutoCommit(false);
            statement.execute("set session_replication_role = replica");
            statement.execute("delete from chain_link where chain = 'TRAIL'");
            statement.setFetchSize(AT_A_TIME);
            ChainHead head = ChainHead.START;
            try (ResultSet row = statement.executeQuery("select * from trail order by id");
                    PreparedStatement insert = database.prepareStatement("insert into chain_link (chain, number, entry, kept,"
                            + " digest, hash) values ('TRAIL', ?, ?, ?, ?, ?)")) {
                while (row.next()) {
                    AuditEntry entry = entry(row);
                    SealedArguments sealed =
                            SealedArguments.of(entry, SentenceJson.withoutTexts(row.getString("arguments")));
                    head = head.next(entry, sealed);
                    insert.setLong(1, head.number());
                    insert.setLong(2, entry.id());
                    insert.setString(3, sealed.kept());
                    insert.setString(4, sealed.digest());
                    insert.setString(5, head.hash());
                    insert.addBatch();
                    if (head.number() % AT_A_TIME == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            try (PreparedStatement update =
                    database.prepareStatement("update chain_head set number = ?, hash = ? where chain = 'TRAIL'")) {
                update.setLong(1, head.number());
                update.setString(2, head.hash());
                update.executeUpdate();
            }
            database.commit();
            database.setAutoCommit(true);
            statement.execute("set session_replication_role = default");
            statement.execute("vacuum full chain_link");
            statement.execute("vacuum analyze");
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                AuditLog.TRAIL,
                row.getLong("id"),
                row.getString("reference"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_party"),
                row.getString("party"),
                null,
                row.getString("code"),
                row.getString("arguments"),
                row.getString("salt"));
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
