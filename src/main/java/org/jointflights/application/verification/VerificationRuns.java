package org.jointflights.application.verification;

import java.util.List;
import org.jointflights.domain.approval.VerificationRun;

/** The checks of everything signed and posted that were kept. */
public interface VerificationRuns {

    /** Keeps one more. */
    void add(VerificationRun run);

    /** At most so many, the newest first. */
    List<VerificationRun> newest(int most);
}
