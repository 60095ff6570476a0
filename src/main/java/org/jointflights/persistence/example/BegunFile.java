package org.jointflights.persistence.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database of H2 that the first start has begun and not finished: H2 makes tables one by one, so that a kill in the middle would leave
 * something that no later start can go on with. A file beside it says so until the door opens; whoever finds that one begins anew, since nobody
 * was ever told of anything in it.
 */
final class BegunFile {

    private static final Pattern URL = Pattern.compile("jdbc:h2:file:([^;~]+)(;.*)?");

    private final Path database;
    private final Path mark;

    /** Of an address that begins with {@code jdbc:h2:file:}. */
    BegunFile(String url) {
        Matcher address = URL.matcher(url);
        String name = address.matches() ? address.group(1) : "";
        database = Path.of(name + ".mv.db");
        mark = Path.of(name + ".begun");
    }

    /** Before anything is read from it. */
    void begin() {
        try {
            if (Files.exists(mark) && Files.exists(database)) {
                deleteUnlessInUse();
            }
            if (!Files.exists(database) && !Files.exists(mark)) {
                Path folder = mark.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.createFile(mark);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another process that has it open is left alone; H2 then refuses this one. */
    private void deleteUnlessInUse() throws IOException {
        try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE);
                FileLock free = file.tryLock()) {
            if (free != null) {
                Files.delete(database);
            }
        }
    }

    /** From here on people are told of what is in it. */
    void finish() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
