package org.jointflights.application.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.OperationReference;

/** Where a test lets flights stand, without an engine. */
final class InMemoryPositions implements Positions {

    private final Map<OperationReference, List<Position>> positions = new HashMap<>();

    @Override
    public List<Position> of(OperationReference reference) {
        return positions.getOrDefault(reference, List.of());
    }

    void stand(OperationReference reference, Position position) {
        positions.computeIfAbsent(reference, first -> new ArrayList<>()).add(position);
    }
}
