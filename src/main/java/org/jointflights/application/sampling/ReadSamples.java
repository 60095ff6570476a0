package org.jointflights.application.sampling;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.sampling.AuditSample;
import org.jointflights.domain.sampling.DrawnClaim;
import org.jointflights.domain.sampling.Population;
import org.jointflights.domain.sampling.SampleFinding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The samples, for auditors and managers. */
@Service
@Transactional(readOnly = true)
public class ReadSamples {

    private final Samples samples;
    private final CurrentUser reader;

    ReadSamples(Samples samples, CurrentUser reader) {
        this.samples = samples;
        this.reader = reader;
    }

    /**
     * A sample and how far it is.
     *
     * @param claims in the order of their numbers
     * @param drawnAnew whether the claims of the period, drawn anew with the same seed, are the same ones
     */
    public record Looked(AuditSample sample, List<LookedAt> claims, boolean drawnAnew) {

        /** What was found wrong, all together. */
        public Money errors() {
            return claims.stream()
                    .map(LookedAt::finding)
                    .filter(finding -> finding != null)
                    .map(SampleFinding::error)
                    .reduce(Money.zero(Money.EUR), Money::plus);
        }

        /** How many claims nobody has looked at yet. */
        public long open() {
            return claims.stream().filter(claim -> claim.finding() == null).count();
        }
    }

    /**
     * A drawn claim.
     *
     * @param finding the last one, or nothing yet
     */
    public record LookedAt(DrawnClaim drawn, @Nullable SampleFinding finding) {}

    /** All of them; throws {@link NotYours} for anybody but auditors and managers. */
    public List<AuditSample> all() {
        requireReader();
        return samples.all();
    }

    /** One; refused in the same way, and {@link org.jointflights.domain.Unknown} if there is none. */
    public Looked sample(long id) {
        requireReader();
        AuditSample sample = samples.get(id);
        Map<Long, SampleFinding> last = new HashMap<>();
        samples.findings(id).forEach(finding -> last.put(finding.claim(), finding));
        return new Looked(
                sample,
                sample.claims().stream()
                        .map(drawn ->
                                new LookedAt(drawn, last.get(drawn.amount().claim())))
                        .toList(),
                sample.isDrawnFrom(population(samples, sample.from(), sample.to())));
    }

    /** Whether whoever is signed in may draw samples and say what was found. */
    public boolean mayFind() {
        return reader.isIn(Role.AUDITOR.group());
    }

    static Population population(Samples samples, LocalDate from, LocalDate to) {
        return samples.certified(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Throws {@link NotYours} for anybody but auditors and managers. */
    public void requireReader() {
        if (List.of(Role.AUDITOR, Role.MANAGER).stream().map(Role::group).noneMatch(reader::isIn)) {
            throw NotYours.of("sampling.notYours");
        }
    }
}
