package org.jointflights.application.incidents;

import java.util.Collection;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.ComplaintCount;

/** The complaints about flights. */
public interface Complaints {

    /** By their numbers. */
    List<Complaint> of(OperationReference reference);

    /** Throws {@link org.jointflights.domain.Unknown} if there is none of that number. */
    Complaint get(OperationReference reference, int number);

    void add(Complaint complaint);

    /** Throws {@link org.jointflights.domain.Conflict} if somebody else has brought it that far at the same moment. */
    void put(Complaint complaint);

    /** How many there are of each state, by flight, for those who count. */
    List<ComplaintCount> counts(Collection<OperationReference> flights);
}
