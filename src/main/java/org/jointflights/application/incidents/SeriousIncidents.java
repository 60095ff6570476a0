package org.jointflights.application.incidents;

import java.util.Collection;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.incidents.IncidentCount;
import org.jointflights.domain.incidents.SeriousIncident;

/** The serious incidents of flights. */
public interface SeriousIncidents {

    /** By their numbers. */
    List<SeriousIncident> of(OperationReference reference);

    /** Throws {@link org.jointflights.domain.Unknown} if there is none of that number. */
    SeriousIncident get(OperationReference reference, int number);

    void add(SeriousIncident incident);

    /** Throws {@link org.jointflights.domain.Conflict} if somebody else has brought it that far at the same moment. */
    void put(SeriousIncident incident);

    /**
     * How many there are of each category and state, by flight, for those who count and read no texts; of the exceptional
     * channel only those that are assessed, since a number that grows says when somebody reported.
     */
    List<IncidentCount> counts(Collection<OperationReference> flights);
}
