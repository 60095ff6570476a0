package org.jointflights.domain.incidents;

import org.jointflights.domain.OperationReference;

/** How many serious incidents of a category and a state a flight has had. */
public record IncidentCount(
        OperationReference reference, IncidentCategory category, SeriousIncident.State state, int incidents) {}
