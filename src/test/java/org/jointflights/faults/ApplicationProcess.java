package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointflights.JointFlightsApplication;

/** The whole application as a process of its own, which is never asked to end. */
final class ApplicationProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Process process;
    private final int port;
    private final Path log;

    private ApplicationProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Returns when its door is open. Its job executor and everything else is as anybody runs it. */
    static ApplicationProcess start(Path folder, List<String> database) throws IOException {
        return start(JointFlightsApplication.class, folder, database);
    }

    /** The same, begun by another class. */
    static ApplicationProcess start(Class<?> main, Path folder, List<String> database) throws IOException {
        return start(folder, Map.of(), List.of("-cp", classPath(), main.getName()), database);
    }

    /** The same with other options of the virtual machine, the last of which says what it runs, and more in its environment. */
    static ApplicationProcess start(
            Path folder, Map<String, String> environment, List<String> options, List<String> database)
            throws IOException {
        Path log = Files.createTempFile(folder, "life", ".log");
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("--spring.profiles.active=example", "--server.port=" + port));
        command.addAll(database);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !process.isAlive() || Files.readString(log).contains("Joint Flights is ready"));
        assertThat(process.isAlive()).as(() -> text(log)).isTrue();
        return new ApplicationProcess(process, port, log);
    }

    int port() {
        return port;
    }

    /** What it has written so far. */
    String log() {
        return text(log);
    }

    /** As {@code kill -9} does it. */
    void kill() throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor()).isEqualTo(137);
    }

    /** As whoever runs it ends it. */
    void end() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(143);
    }

    Process process() {
        return process;
    }

    /** How long it has kept processors busy. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Of the tests, with the application's. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return log + File.separator + e;
        }
    }
}
