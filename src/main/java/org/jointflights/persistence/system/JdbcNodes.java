package org.jointflights.persistence.system;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jointflights.application.system.Node;
import org.jointflights.application.system.Nodes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNodes implements Nodes {

    private final JdbcClient jdbc;

    JdbcNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void seen(Node node) {
        boolean known = jdbc.sql("update node set last_seen = ?, clock_ahead = ? where id = ?")
                        .params(node.lastSeen().atOffset(ZoneOffset.UTC), node.clockAhead(), node.id())
                        .update()
                == 1;
        if (!known) {
            jdbc.sql("""
                            insert into node (id, host, port, version, started, last_seen, clock_ahead)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            node.id(),
                            node.host(),
                            node.port(),
                            node.version(),
                            node.started().atOffset(ZoneOffset.UTC),
                            node.lastSeen().atOffset(ZoneOffset.UTC),
                            node.clockAhead())
                    .update();
        }
    }

    @Override
    public List<Node> all() {
        return jdbc.sql("select * from node order by started, id")
                .query(JdbcNodes::node)
                .list();
    }

    @Override
    public void forgetBefore(Instant moment) {
        jdbc.sql("delete from node where last_seen < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Node node(ResultSet row, int number) throws SQLException {
        return new Node(
                row.getString("id"),
                row.getString("host"),
                row.getInt("port"),
                row.getString("version"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                row.getLong("clock_ahead"));
    }
}
