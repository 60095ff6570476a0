package org.jointflights.application.verification;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.approval.VerificationRun;

/** Checks that were kept, without a database. */
final class InMemoryVerificationRuns implements VerificationRuns {

    private final List<VerificationRun> runs = new ArrayList<>();

    @Override
    public void add(VerificationRun run) {
        runs.add(0, run);
    }

    @Override
    public List<VerificationRun> newest(int most) {
        return runs.stream().limit(most).toList();
    }
}
