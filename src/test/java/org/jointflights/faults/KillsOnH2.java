package org.jointflights.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On H2, in files. */
class KillsOnH2 extends Kills {

    static final String SETTINGS = ";WRITE_DELAY=50;RETENTION_TIME=500;QUERY_CACHE_SIZE=1024";

    private final AtomicInteger files = new AtomicInteger();

    @Override
    List<String> empty() {
        return file("flights" + files.incrementAndGet());
    }

    @Override
    List<String> copy(List<String> database) throws Exception {
        String name = "flights" + files.incrementAndGet();
        Files.copy(data(path(database)), data(folder.resolve(name)));
        return file(name);
    }

    @Override
    JdbcClient open(List<String> database) {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + path(database), "sa", ""));
    }

    private List<String> file(String name) {
        return arguments("jdbc:h2:file:" + folder.resolve(name) + SETTINGS, "sa", "");
    }

    private static Path path(List<String> database) {
        String url = database.get(0);
        return Path.of(url.substring(url.indexOf("file:") + "file:".length(), url.indexOf(';')));
    }

    private static Path data(Path path) {
        return path.resolveSibling(path.getFileName() + ".mv.db");
    }
}
