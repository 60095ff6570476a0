package org.jointflights.application.sampling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.sampling.AuditSample;
import org.jointflights.domain.sampling.CertifiedAmount;
import org.jointflights.domain.sampling.Population;
import org.jointflights.domain.sampling.SampleFinding;

/** Samples without a database. */
public final class InMemorySamples implements Samples {

    /** What was certified, all at the same moment. */
    public final List<CertifiedAmount> certified = new ArrayList<>();

    private final Instant at;
    private final List<AuditSample> samples = new ArrayList<>();
    private final List<SampleFinding> findings = new ArrayList<>();

    public InMemorySamples(Instant at) {
        this.at = at;
    }

    @Override
    public Population certified(Instant from, Instant before) {
        return new Population(at.isBefore(from) || !at.isBefore(before) ? List.of() : certified);
    }

    @Override
    public long add(AuditSample sample) {
        long id = samples.size() + 1L;
        samples.add(sample.numbered(id));
        return id;
    }

    @Override
    public List<AuditSample> all() {
        return samples.stream()
                .sorted(Comparator.comparingLong(AuditSample::id).reversed())
                .toList();
    }

    @Override
    public AuditSample get(long id) {
        return samples.stream()
                .filter(sample -> sample.id() == id)
                .findFirst()
                .orElseThrow(() -> Unknown.of("sampling.unknown", id));
    }

    @Override
    public void add(SampleFinding finding) {
        findings.add(finding);
    }

    @Override
    public List<SampleFinding> findings(long sample) {
        return findings.stream().filter(finding -> finding.sample() == sample).toList();
    }
}
