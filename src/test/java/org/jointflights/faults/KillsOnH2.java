package org.jointflights.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On H2, in files. */
class KillsOnH2 extends Kills {

    static final String SETTINGS = ";WRITE_DELAY=50;RETENTION_TIME=500;QUERY_CACHE_SIZE=1024";

    private final AtomicInteger files = new AtomicInteger();
    private @Nullable H2AsKilled left;

    @Override
    List<String> empty() {
        return file("flights" + files.incrementAndGet());
    }

    @Override
    List<String> copy(List<String> database) throws Exception {
        String name = "flights" + files.incrementAndGet();
        Files.copy(H2AsKilled.data(path(database)), H2AsKilled.data(folder.resolve(name)));
        return file(name);
    }

    @Override
    JdbcClient open(List<String> database) throws Exception {
        return left().of(path(database));
    }

    @Override
    JdbcClient asKilledNow(ApplicationProcess process, List<String> database) throws Exception {
        return left().of(process.process(), path(database));
    }

    private H2AsKilled left() {
        if (left == null) {
            left = new H2AsKilled(folder);
        }
        return left;
    }

    @Override
    void forget(List<String> database) throws Exception {
        Files.delete(H2AsKilled.data(path(database)));
    }

    private List<String> file(String name) {
        return arguments(
                "jdbc:h2:file:" + folder.resolve(name) + SETTINGS, "sa", "", "--jointflights.example-flights=false");
    }

    private static Path path(List<String> database) {
        String url = database.get(0);
        return Path.of(url.substring(url.indexOf("file:") + "file:".length(), url.indexOf(';')));
    }
}
