package org.jointflights.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jointflights.process.PostgresServer;

/** An empty database for one side, on the same server, or in the same folder, as that of the other. */
record Database(String url, String user, String password, String type) {

    static Database empty(String kind, String name) throws IOException {
        if (kind.equals("postgres")) {
            Map<String, String> made = PostgresServer.environment();
            return new Database(
                    made.get("JOINTFLIGHTS_DATABASE_URL"),
                    made.get("JOINTFLIGHTS_DATABASE_USER"),
                    made.get("JOINTFLIGHTS_DATABASE_PASSWORD"),
                    "postgres");
        }
        Path folder = Files.createTempDirectory("engine-comparison");
        // As in application.yaml.
        return new Database(
                "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=50;RETENTION_TIME=500;QUERY_CACHE_SIZE=1024", "sa", "", "h2");
    }
}
