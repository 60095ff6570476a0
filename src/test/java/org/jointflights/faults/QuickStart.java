package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.JointFlightsApplication;

/**
 * The application with an archive of its classes, as docs/production.md starts it quickly, but for the example's database, which
 * the packaged file has not. Nothing of the tests is on its class path but the libraries that they use.
 */
final class QuickStart {

    private final Path folder;
    private final String classPath;
    private final Path archive;

    private QuickStart(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
        this.archive = folder.resolve("classes.jsa");
    }

    /** An archive knows jars alone, so that the classes are put into one. */
    static QuickStart in(Path folder) throws URISyntaxException {
        Path classes = Path.of(JointFlightsApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path jar = folder.resolve("application.jar");
        int made = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        assertThat(made).isZero();
        return new QuickStart(
                folder,
                Stream.concat(
                                Stream.of(jar.toString()),
                                Stream.of(ApplicationProcess.classPath().split(File.pathSeparator, -1))
                                        .filter(entry -> entry.endsWith(".jar")))
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    /** Once it is asked to end it writes the archive. */
    ApplicationProcess first(List<String> database) throws IOException {
        return start(Map.of(), "-XX:ArchiveClassesAtExit=" + archive, database);
    }

    /** With the archive; without one it takes longer. */
    ApplicationProcess start(List<String> database) throws IOException {
        return start(Map.of(), database);
    }

    /** The same with more in its environment. */
    ApplicationProcess start(Map<String, String> environment, List<String> database) throws IOException {
        return start(environment, "-XX:SharedArchiveFile=" + archive, database);
    }

    private ApplicationProcess start(Map<String, String> environment, String option, List<String> database)
            throws IOException {
        return ApplicationProcess.start(
                folder,
                environment,
                List.of(option, "-cp", classPath, JointFlightsApplication.class.getName()),
                database);
    }
}
