package org.jointflights.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** On H2, in files. */
class KillsOnH2 extends Kills {

    private static final String SETTINGS = ";WRITE_DELAY=0;QUERY_CACHE_SIZE=1024";

    private final AtomicInteger files = new AtomicInteger();
    private @Nullable SingleConnectionDataSource seen;
    private @Nullable Path copied;

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

    /** Of another copy, so that the application finds the file as the kill has left it; the one before is closed. */
    @Override
    JdbcClient open(List<String> database) throws Exception {
        return seen(copy(database));
    }

    private JdbcClient seen(List<String> copy) throws IOException {
        close();
        copied = path(copy);
        // H2 would open the file anew for each question.
        seen = new SingleConnectionDataSource("jdbc:h2:file:" + copied, "sa", "", true);
        return JdbcClient.create(seen);
    }

    private void close() throws IOException {
        if (seen != null && copied != null) {
            seen.destroy();
            Files.delete(data(copied));
        }
    }

    /** A kill leaves the file as it is when nothing of the process goes on. */
    @Override
    JdbcClient asKilledNow(ApplicationProcess process, List<String> database) throws Exception {
        process.suspend();
        List<String> left = copy(database);
        process.resume();
        return seen(left);
    }

    @Override
    void forget(List<String> database) throws Exception {
        Files.delete(data(path(database)));
    }

    private List<String> file(String name) {
        return arguments(
                "jdbc:h2:file:" + folder.resolve(name) + SETTINGS, "sa", "", "--jointflights.example-flights=false");
    }

    private static Path path(List<String> database) {
        String url = database.get(0);
        return Path.of(url.substring(url.indexOf("file:") + "file:".length(), url.indexOf(';')));
    }

    private static Path data(Path path) {
        return path.resolveSibling(path.getFileName() + ".mv.db");
    }
}
