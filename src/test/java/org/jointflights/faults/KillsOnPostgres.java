package org.jointflights.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.process.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** On PostgreSQL, whose server lives on; run when wanted, beside {@link KillsOnH2}. */
class KillsOnPostgres extends Kills {

    private final Map<List<String>, Map<String, String>> environments = new HashMap<>();
    private @Nullable Connection moment;

    @Override
    List<String> empty() {
        return known(PostgresServer.environment());
    }

    @Override
    List<String> copy(List<String> database) {
        return known(PostgresServer.copy(environments.get(database)));
    }

    @Override
    JdbcClient open(List<String> database) {
        Map<String, String> environment = environments.get(database);
        return JdbcClient.create(new DriverManagerDataSource(
                environment.get("JOINTFLIGHTS_DATABASE_URL"),
                environment.get("JOINTFLIGHTS_DATABASE_USER"),
                environment.get("JOINTFLIGHTS_DATABASE_PASSWORD")));
    }

    /** Whatever is not committed is undone when the connection breaks: a kill leaves what a new transaction sees. */
    @Override
    JdbcClient asKilledNow(ApplicationProcess process, List<String> database) throws SQLException {
        if (moment != null) {
            moment.close();
        }
        Map<String, String> environment = environments.get(database);
        moment = DriverManager.getConnection(
                environment.get("JOINTFLIGHTS_DATABASE_URL"),
                environment.get("JOINTFLIGHTS_DATABASE_USER"),
                environment.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
        moment.setAutoCommit(false);
        moment.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return JdbcClient.create(new SingleConnectionDataSource(moment, true));
    }

    @Override
    void forget(List<String> database) {
        // The server ends with the machine, and its databases with it.
        environments.remove(database);
    }

    private List<String> known(Map<String, String> environment) {
        List<String> arguments = arguments(
                environment.get("JOINTFLIGHTS_DATABASE_URL"),
                environment.get("JOINTFLIGHTS_DATABASE_USER"),
                environment.get("JOINTFLIGHTS_DATABASE_PASSWORD"),
                "--camunda.bpm.database.type=postgres",
                "--jointflights.example-flights=false");
        environments.put(arguments, environment);
        return arguments;
    }
}
