package org.jointflights.application.overview;

import java.util.List;
import org.jointflights.application.operation.HeadCounts;
import org.jointflights.application.operation.Restraints;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Restraint;
import org.springframework.stereotype.Component;

/** Who is on board or was handed over, and who is restrained: counts alone. */
@Component
class ReadHeads {

    private final HeadCounts counts;
    private final Restraints restraints;

    ReadHeads(HeadCounts counts, Restraints restraints) {
        this.counts = counts;
        this.restraints = restraints;
    }

    List<CountedParty> counted(OperationReference reference) {
        return CountedParty.of(
                counts.takenOff(reference),
                counts.boardings(reference),
                counts.handOvers(reference),
                counts.returned(reference));
    }

    List<Restraint> restraints(OperationReference reference) {
        return restraints.of(reference);
    }
}
