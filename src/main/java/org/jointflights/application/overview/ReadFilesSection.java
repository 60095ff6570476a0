package org.jointflights.application.overview;

import java.util.List;
import org.jointflights.application.incidents.ReadIncidents;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Component;

/** Serious incidents and complaints, as far as the reader may know of them; a state that has left is told nothing new. */
@Component
class ReadFilesSection {

    private final ReadIncidents incidents;

    ReadFilesSection(ReadIncidents incidents) {
        this.incidents = incidents;
    }

    FlightFile.Files read(Flight flight, KnownToReader known) {
        ReadIncidents.Known told = incidents.of(flight, known.viewer().groups());
        boolean left = known.reader().leftAt() != null;
        return new FlightFile.Files(
                left ? List.of() : told.counts(),
                told.readable(),
                left ? List.of() : told.complaintCounts(),
                told.complaints());
    }
}
