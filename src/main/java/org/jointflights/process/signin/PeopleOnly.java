package org.jointflights.process.signin;

import java.util.List;

/** How the engine is started for a command that only needs the people it knows. */
public final class PeopleOnly {

    /** No pages, no models, no jobs, no change of its tables. */
    public static final List<String> SETTINGS = List.of(
            "--camunda.bpm.webapp.enabled=false",
            "--camunda.bpm.auto-deployment-enabled=false",
            "--camunda.bpm.job-execution.enabled=false",
            "--camunda.bpm.database.schema-update=false",
            // The engine's own log of changes has it too, although nobody is signed in.
            "--camunda.bpm.generic-properties.properties.restrict-user-operation-log-to-authenticated-users=false");

    private PeopleOnly() {}
}
