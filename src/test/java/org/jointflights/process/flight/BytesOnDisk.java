package org.jointflights.process.flight;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for canaries in bytes: of files, whatever wrote them, and of what stands compressed in a database. */
final class BytesOnDisk {

    /** Nothing of a test that walks one flight is longer. */
    private static final long LONGEST = 200_000_000;

    private final Canaries canaries;

    BytesOnDisk(Canaries canaries) {
        this.canaries = canaries;
    }

    /** The fields whose words stand in files of that folder that were written since, by file. */
    Map<String, Set<String>> in(Path folder, Instant since) {
        Map<String, Set<String>> found = new TreeMap<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                    boolean ours = about.isRegularFile()
                            && about.size() < LONGEST
                            && !about.lastModifiedTime().toInstant().isBefore(since)
                            && Files.isReadable(file);
                    Set<String> fields = ours ? in(Files.readAllBytes(file)) : Set.of();
                    if (!fields.isEmpty()) {
                        found.put(folder.relativize(file).toString(), fields);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** In UTF-8, and in UTF-16 of either order, which is the same with a zero before or after each letter. */
    Set<String> in(byte[] bytes) {
        String letters = new String(bytes, StandardCharsets.ISO_8859_1);
        Set<String> fields = new TreeSet<>();
        for (String text : List.of(letters, letters.replace("\0", ""))) {
            if (text.contains(canaries.start())) {
                canaries.foundIn(text).forEach(canary -> fields.add(canary.field()));
            }
        }
        return fields;
    }

    /** In all bytes of an H2 database that are compressed in one of the usual ways. */
    Set<String> compressedIn(JdbcClient database) {
        Set<String> fields = new TreeSet<>();
        database
                .sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = 'PUBLIC'
                        """)
                .query((row, number) ->
                        row.getString(3).toUpperCase(Locale.ROOT).startsWith("BINARY")
                                ? "select \"" + row.getString(2) + "\" from \"" + row.getString(1) + "\" where \""
                                        + row.getString(2) + "\" is not null"
                                : "")
                .list()
                .stream()
                .filter(query -> !query.isEmpty())
                .forEach(query -> database.sql(query)
                        .query((row, number) -> row.getBytes(1))
                        .list()
                        .forEach(bytes -> unpacked(bytes).forEach(inner -> fields.addAll(in(inner)))));
        return fields;
    }

    private static List<byte[]> unpacked(byte[] bytes) {
        List<byte[]> all = new ArrayList<>();
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            all.add(gzip.readAllBytes());
        } catch (IOException notSo) {
            // Most bytes are not compressed at all.
        }
        try (InputStream deflated = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            all.add(deflated.readAllBytes());
        } catch (IOException notSo) {
            // As above.
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                all.add(zip.readAllBytes());
            }
        } catch (IOException notSo) {
            // As above.
        }
        return all;
    }
}
