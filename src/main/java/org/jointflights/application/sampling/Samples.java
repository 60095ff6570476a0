package org.jointflights.application.sampling;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.sampling.AuditSample;
import org.jointflights.domain.sampling.Population;
import org.jointflights.domain.sampling.SampleFinding;

/** The samples that were drawn, and what was found. */
public interface Samples {

    /** The claims that count and of which something was certified from then on and before the other moment. */
    Population certified(Instant from, Instant before);

    /** Its number. */
    long add(AuditSample sample);

    /** The newest first. */
    List<AuditSample> all();

    /** Throws {@link org.jointflights.domain.Unknown} if there is none. */
    AuditSample get(long id);

    void add(SampleFinding finding);

    /** Of one sample, the oldest first: of several for a claim the last one counts. */
    List<SampleFinding> findings(long sample);
}
