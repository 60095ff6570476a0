package org.jointflights.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a kill leaves of an H2 database: looked at in copies, so that the application finds its own file as it was. */
final class H2AsKilled implements AutoCloseable {

    private final Path folder;
    private @Nullable SingleConnectionDataSource open;

    H2AsKilled(Path folder) {
        this.folder = folder;
    }

    /** Of a process that goes on: a kill leaves the file as it is when nothing of the process goes on. */
    JdbcClient of(Process process, Path file) throws IOException, InterruptedException {
        close();
        Signals.suspend(process);
        Files.copy(data(file), data(seen()));
        Signals.resume(process);
        return open();
    }

    /** Of one that was killed. */
    JdbcClient of(Path file) throws IOException {
        close();
        Files.copy(data(file), data(seen()));
        return open();
    }

    private JdbcClient open() {
        // H2 would open the file anew for each question.
        SingleConnectionDataSource one = new SingleConnectionDataSource("jdbc:h2:file:" + seen(), "sa", "", true);
        open = one;
        return JdbcClient.create(one);
    }

    private Path seen() {
        return folder.resolve("seen");
    }

    static Path data(Path file) {
        return file.resolveSibling(file.getFileName() + ".mv.db");
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.destroy();
            open = null;
        }
        Files.deleteIfExists(data(seen()));
    }
}
