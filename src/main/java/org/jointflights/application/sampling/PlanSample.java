package org.jointflights.application.sampling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.sampling.AuditSample;
import org.jointflights.domain.sampling.CertifiedAmount;
import org.jointflights.domain.sampling.DrawnClaim;
import org.jointflights.domain.sampling.Population;
import org.jointflights.domain.sampling.SampleFinding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Auditors draw a sample of certified claims, and say what they found of each. */
@Service
@Transactional
public class PlanSample {

    /** More are not looked at one by one. */
    public static final int MOST_DRAWS = 500;

    /** What is typed as the cause where nothing is wrong: said, and never taken for granted. */
    public static final String ACCEPTED = "ACCEPTED";

    private static final int LONGEST_YEARS = 5;

    /** As a lottery prints it, or dice: it is typed, so that nobody has to believe the machine. */
    private static final Pattern SEED = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{3,39}");

    private final Samples samples;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    PlanSample(Samples samples, CurrentUser actor, WriteTrail trail, Clock clock) {
        this.samples = samples;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The number of a new sample: of the period from {@code sampleFrom} to {@code sampleTo}, with so many {@code draws} and that
     * {@code seed}. Throws {@link NotYours} for anybody but auditors and {@link BadInput} for what cannot be drawn.
     */
    public long draw(TypedFields typed) {
        requireAuditor();
        LocalDate from = typed.date("sampleFrom");
        LocalDate to = typed.date("sampleTo");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!to.isBefore(today)) {
            throw BadInput.of("sampleTo", to, "sampling.notOver", today);
        }
        if (to.isBefore(from) || from.plusYears(LONGEST_YEARS).isBefore(to)) {
            throw BadInput.of("sampleTo", to, "sampling.period", from, LONGEST_YEARS);
        }
        int draws = typed.wholeNumber("draws", 1, MOST_DRAWS);
        String seed = typed.text("seed");
        if (!SEED.matcher(seed).matches()) {
            throw BadInput.of("seed", seed, "sampling.seed");
        }
        Population population = ReadSamples.population(samples, from, to);
        if (population.claims().isEmpty()) {
            throw BadInput.of("sampleFrom", from, "sampling.nothing", to);
        }
        List<DrawnClaim> drawn = population.draw(seed, draws);
        long id = samples.add(new AuditSample(
                0,
                from,
                to,
                draws,
                seed,
                population.claims().size(),
                population.total(),
                population.hash(),
                actor.id(),
                clock.instant(),
                drawn));
        drawn.stream()
                .map(DrawnClaim::amount)
                .forEach(amount -> trail.record(amount.reference(), TrailEvent.SAMPLED, amount.claim(), id));
        return id;
    }

    /**
     * What was found of a drawn claim: nothing wrong, or an {@code errorAmount} in euro for an {@code errorCause}. It is kept beside
     * what was found before. Throws {@link Conflict} for a claim that was not drawn.
     */
    public void find(long sample, long claim, TypedFields typed) {
        requireAuditor();
        CertifiedAmount amount = samples.get(sample).claims().stream()
                .map(DrawnClaim::amount)
                .filter(drawn -> drawn.claim() == claim)
                .findFirst()
                .orElseThrow(() -> Conflict.of("sampling.notDrawn", claim, sample));
        SampleFinding finding = typed.text("errorCause").equals(ACCEPTED)
                ? accepted(sample, claim, typed)
                : wrong(sample, amount, typed);
        samples.add(finding);
        trail.recordOf(
                amount.reference(),
                amount.claimant(),
                TrailEvent.SAMPLE_FINDING,
                claim,
                finding.error(),
                amount.eligible(),
                sample);
    }

    private SampleFinding accepted(long sample, long claim, TypedFields typed) {
        if (!typed.isEmpty("errorAmount")
                && !typed.money("errorAmount", Money.EUR).isZero()) {
            throw BadInput.of("errorCause", ACCEPTED, "sampling.cause.missing");
        }
        return new SampleFinding(sample, claim, Money.zero(Money.EUR), null, actor.id(), clock.instant());
    }

    private SampleFinding wrong(long sample, CertifiedAmount amount, TypedFields typed) {
        Money error = typed.money("errorAmount", Money.EUR);
        if (error.minor() <= 0 || error.compareTo(amount.eligible()) > 0) {
            throw BadInput.of("errorAmount", error.decimal().toPlainString(), "sampling.error", amount.eligible());
        }
        SampleFinding.Cause cause = typed.choice("errorCause", SampleFinding.Cause.class);
        return new SampleFinding(sample, amount.claim(), error, cause, actor.id(), clock.instant());
    }

    /** Throws {@link NotYours} for anybody but auditors. */
    public void requireAuditor() {
        if (!actor.isIn(Role.AUDITOR.group())) {
            throw NotYours.of("sampling.auditors");
        }
    }
}
