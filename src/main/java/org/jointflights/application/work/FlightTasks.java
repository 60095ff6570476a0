package org.jointflights.application.work;

import java.util.Optional;

/** What people could lay hands on: the open tasks of flights, and the running work that they belong to. */
public interface FlightTasks {

    /** The open task, or the running work, of that id; nothing if there is none of any flight. */
    Optional<NamedWork> find(String id);
}
