package org.jointflights.persistence.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jointflights.application.system.Backup;
import org.jointflights.application.system.Backups;
import org.jointflights.domain.Conflict;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * H2 lets no other process in and has to write its backup itself, beside its file: no path comes from outside. PostgreSQL
 * has its own command, which works while the application does.
 */
@Repository
class JdbcBackups implements Backups {

    /** A file's name on every system: no colons. */
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    /** An act takes less than a second; whoever waits for a backup sees its page turn meanwhile. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final ActsUnderWay acts;
    private final boolean inFile;

    JdbcBackups(JdbcClient jdbc, ActsUnderWay acts, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.inFile = url.startsWith("jdbc:h2:file:");
    }

    @Override
    public Optional<Backup> last() {
        return jdbc.sql("select taken, file from backup order by taken desc, id desc limit 1")
                .query((row, number) ->
                        new Backup(row.getObject("taken", OffsetDateTime.class).toInstant(), row.getString("file")))
                .optional();
    }

    @Override
    public boolean canBeTakenHere() {
        return inFile;
    }

    @Override
    public Backup take(Instant at) {
        if (!inFile) {
            throw Conflict.of("system.backup.byCommand");
        }
        Path database =
                Path.of(jdbc.sql("select database_path()").query(String.class).single());
        Path file = database.resolveSibling("backups")
                .resolve(database.getFileName() + "-" + STAMP.format(at.atOffset(ZoneOffset.UTC)) + ".zip");
        if (Files.exists(file)) {
            throw Conflict.of("system.backup.there", file.getFileName());
        }
        acts.alone(LONGEST, () -> jdbc.sql("backup to ?").param(file.toString()).update());
        Backup backup = new Backup(at, String.valueOf(file.getFileName()));
        jdbc.sql("insert into backup (taken, file) values (?, ?)")
                .params(at.atOffset(ZoneOffset.UTC), backup.file())
                .update();
        return backup;
    }
}
