package org.jointflights.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.process.PostgresServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On PostgreSQL, whose server lives on; run when wanted, beside {@link KillsOnH2}. */
class KillsOnPostgres extends Kills {

    private final Map<List<String>, Map<String, String>> environments = new HashMap<>();

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
