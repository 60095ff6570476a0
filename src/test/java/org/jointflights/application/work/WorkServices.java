package org.jointflights.application.work;

import java.util.Optional;
import org.jointflights.application.InMemoryPorts;

/** The services about who did what, over what is kept in memory. */
public final class WorkServices {

    private WorkServices() {}

    /** Where no task is open. */
    public static RecordRefusedAttempts recording(InMemoryPorts ports) {
        return recording(ports, id -> Optional.empty());
    }

    static RecordRefusedAttempts recording(InMemoryPorts ports, FlightTasks tasks) {
        return new RecordRefusedAttempts(tasks, ports.work, ports.flights, ports.trail, ports.clock);
    }
}
