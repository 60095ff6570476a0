package org.jointflights.application.overview;

import java.util.List;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Component;

/** How a flight is carried out: what is asked, who is on board, and what went wrong. */
@Component
class ReadOperationSection {

    private final AnswerGates gates;
    private final ReadHeads heads;
    private final ReadFilesSection files;

    ReadOperationSection(AnswerGates gates, ReadHeads heads, ReadFilesSection files) {
        this.gates = gates;
        this.heads = heads;
        this.files = files;
    }

    FlightFile.Operation read(Flight flight, KnownToReader known) {
        OperationReference reference = flight.reference();
        return new FlightFile.Operation(
                gates.rules(reference),
                counts(reference, known),
                known.restraints(heads.restraints(reference)),
                files.read(flight, known));
    }

    List<CountedParty> counts(OperationReference reference, KnownToReader known) {
        return known.counts(heads.counted(reference));
    }
}
