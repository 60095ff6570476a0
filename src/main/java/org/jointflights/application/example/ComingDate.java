package org.jointflights.application.example;

import java.time.Instant;
import java.util.SortedSet;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Worded;
import org.jspecify.annotations.Nullable;

/**
 * What comes next of a flight.
 *
 * @param flight nothing for what belongs to no flight
 * @param what a task's name, or that of a step which waits for a date
 * @param groups whom it waits for; nobody where the application itself waits
 */
public record ComingDate(Instant at, @Nullable OperationReference flight, Worded what, SortedSet<String> groups) {}
