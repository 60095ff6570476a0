package org.jointflights.application.incidents;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.application.closing.OpenIncidents;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.IncidentCount;
import org.jointflights.domain.incidents.SeriousIncident;

/** Serious incidents without a database. */
public final class InMemorySeriousIncidents implements SeriousIncidents, OpenIncidents {

    private final Map<Integer, SeriousIncident> incidents = new TreeMap<>();

    @Override
    public List<SeriousIncident> of(OperationReference reference) {
        return incidents.values().stream()
                .filter(incident -> incident.reference().equals(reference))
                .toList();
    }

    @Override
    public SeriousIncident get(OperationReference reference, int number) {
        return of(reference).stream()
                .filter(incident -> incident.number() == number)
                .findFirst()
                .orElseThrow(() -> Unknown.of("incidents.unknown", number, reference));
    }

    @Override
    public void add(SeriousIncident incident) {
        incidents.put(incident.number(), incident);
    }

    @Override
    public void put(SeriousIncident incident) {
        SeriousIncident there = get(incident.reference(), incident.number());
        if (there.state() != incident.state().before()) {
            throw Conflict.of(
                    "incidents.state.otherwise",
                    incident.number(),
                    incident.reference(),
                    there.state().words());
        }
        incidents.put(incident.number(), incident);
    }

    @Override
    public List<IncidentCount> counts(Collection<OperationReference> flights) {
        Map<List<Object>, Long> counts = flights.stream()
                .flatMap(flight -> of(flight).stream())
                .filter(incident -> !incident.isExceptional() || incident.state() != SeriousIncident.State.RAISED)
                .collect(groupingBy(
                        incident -> List.of(incident.reference(), incident.category(), incident.state()), counting()));
        return counts.entrySet().stream()
                .map(count -> new IncidentCount(
                        (OperationReference) count.getKey().get(0),
                        (IncidentCategory) count.getKey().get(1),
                        (SeriousIncident.State) count.getKey().get(2),
                        count.getValue().intValue()))
                .toList();
    }

    @Override
    public void hold(OperationReference reference) {
        // Nobody else is there.
    }

    @Override
    public boolean anyOf(OperationReference reference) {
        return of(reference).stream().anyMatch(incident -> !incident.state().isOver());
    }
}
