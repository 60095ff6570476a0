package org.jointflights.application.replay;

import java.util.List;
import org.jointflights.domain.figures.ReleasedOperation;
import org.springframework.stereotype.Service;

/** Lists the real operations that come with the product, read once. */
@Service
public class ListReleasedOperations {

    /** Read with the first question. */
    private static final class Read {

        static final List<ReleasedOperation> OPERATIONS = ReadLedger.released();
    }

    /** All of them, in the order of the ledger. */
    public List<ReleasedOperation> all() {
        return Read.OPERATIONS;
    }
}
