package org.jointflights.persistence.figures;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.jointflights.process.PostgresServer;

class FiguresOnPostgresTest extends FiguresInDatabase {

    FiguresOnPostgresTest() {
        super("postgresql", database());
    }

    private static DataSource database() {
        Map<String, String> server = PostgresServer.environment();
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(server.get("JOINTFLIGHTS_DATABASE_URL"));
        connections.setUsername(server.get("JOINTFLIGHTS_DATABASE_USER"));
        connections.setPassword(server.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
        connections.setMaximumPoolSize(2);
        return connections;
    }
}
