package org.jointflights.domain.incidents;

import org.jointflights.domain.OperationReference;

/** How many complaints of a state a flight has had. */
public record ComplaintCount(OperationReference reference, Complaint.State state, int complaints) {}
