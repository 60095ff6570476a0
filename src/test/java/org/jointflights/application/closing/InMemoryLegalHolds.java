package org.jointflights.application.closing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.LegalHold;

/** Holds without a database. */
public final class InMemoryLegalHolds implements LegalHolds {

    private final List<LegalHold> holds = new ArrayList<>();

    @Override
    public List<LegalHold> of(OperationReference reference) {
        return holds.stream().filter(hold -> hold.reference().equals(reference)).toList();
    }

    /** Only what people set: what else keeps texts is known to the database. */
    @Override
    public boolean stand(OperationReference reference) {
        return !of(reference).isEmpty();
    }

    @Override
    public void set(LegalHold hold, String reason) {
        holds.add(hold);
    }

    @Override
    public void lift(LegalHold hold, String by, Instant at) {
        holds.removeIf(standing -> standing.reference().equals(hold.reference())
                && standing.holder().equals(hold.holder()));
    }
}
