package org.jointflights.application.incidents;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.ComplaintCount;

/** Complaints without a database. */
public final class InMemoryComplaints implements Complaints {

    private final Map<Integer, Complaint> complaints = new TreeMap<>();

    @Override
    public List<Complaint> of(OperationReference reference) {
        return complaints.values().stream()
                .filter(complaint -> complaint.reference().equals(reference))
                .toList();
    }

    @Override
    public Complaint get(OperationReference reference, int number) {
        return of(reference).stream()
                .filter(complaint -> complaint.number() == number)
                .findFirst()
                .orElseThrow(() -> Unknown.of("incidents.complaint.unknown", number, reference));
    }

    @Override
    public void add(Complaint complaint) {
        complaints.put(complaint.number(), complaint);
    }

    @Override
    public void put(Complaint complaint) {
        Complaint there = get(complaint.reference(), complaint.number());
        if (there.state() != complaint.state().before()) {
            throw Conflict.of(
                    "incidents.complaint.otherwise",
                    complaint.number(),
                    complaint.reference(),
                    there.state().words());
        }
        complaints.put(complaint.number(), complaint);
    }

    @Override
    public List<ComplaintCount> counts(Collection<OperationReference> flights) {
        Map<List<Object>, Long> counts = flights.stream()
                .flatMap(flight -> of(flight).stream())
                .collect(groupingBy(complaint -> List.of(complaint.reference(), complaint.state()), counting()));
        return counts.entrySet().stream()
                .map(count -> new ComplaintCount(
                        (OperationReference) count.getKey().get(0),
                        (Complaint.State) count.getKey().get(1),
                        count.getValue().intValue()))
                .toList();
    }
}
