package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No build but that of the profile {@code bench} compiles the benchmarks: here those are that need nothing of their own. */
class BenchmarksCompileTest {

    private static final Path SOURCES = Path.of("src/bench/java");

    /** What is on the class path of that profile alone. */
    private static final Pattern OF_THE_PROFILE =
            Pattern.compile("\\bimport (static )?(org\\.openjdk\\.jmh|org\\.javamoney|javax\\.money)\\.");

    @Test
    void the_benchmarks_compile_with_the_code_of_today(@TempDir Path classes) throws IOException {
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(20);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-nowarn",
                                    "--release",
                                    "17",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    System.getProperty(
                                            "surefire.test.class.path", System.getProperty("java.class.path"))),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    /** Without those that need what only the profile has, and those that name one of them. */
    private static List<Path> sources() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            all = new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
        Set<Path> left = new HashSet<>();
        for (Path file : all) {
            if (OF_THE_PROFILE.matcher(Files.readString(file)).find()) {
                left.add(file);
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Path file : all) {
                more |= !left.contains(file) && namesOneOf(left, file) && left.add(file);
            }
        }
        all.removeAll(left);
        return all;
    }

    private static boolean namesOneOf(Set<Path> files, Path source) throws IOException {
        String text = Files.readString(source);
        return files.stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .anyMatch(name ->
                        Pattern.compile("\\b" + name + "\\b").matcher(text).find());
    }
}
