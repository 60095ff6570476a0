package org.jointflights.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells processes to stand still and to go on, as a Unix system does it. */
final class Signals {

    private Signals() {}

    static void send(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        int sent = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (sent != 0) {
            throw new IllegalStateException(command + " ended with " + sent);
        }
    }

    /** Returns when nothing of it goes on. */
    static void suspend(Process process) throws IOException, InterruptedException {
        send("STOP", List.of(process.toHandle()));
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            try (var each = Files.list(threads)) {
                for (Path thread : each.toList()) {
                    goesOn |= !Files.readString(thread.resolve("stat")).contains(") T ");
                }
            }
        }
    }

    static void resume(Process process) throws IOException, InterruptedException {
        send("CONT", List.of(process.toHandle()));
    }
}
