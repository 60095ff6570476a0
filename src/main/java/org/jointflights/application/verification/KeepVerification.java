package org.jointflights.application.verification;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.Verification;
import org.jointflights.domain.approval.VerificationRun;
import org.jointflights.domain.trail.ChainReport;
import org.jointflights.domain.trail.TrailVerification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks everything signed and posted and the whole trail, and keeps when that was, by whom, and what came out. */
@Service
@Transactional
public class KeepVerification {

    private final VerifySignatures signatures;
    private final VerifyTrail trail;
    private final VerificationRuns runs;
    private final CurrentUser actor;
    private final Clock clock;

    KeepVerification(
            VerifySignatures signatures, VerifyTrail trail, VerificationRuns runs, CurrentUser actor, Clock clock) {
        this.signatures = signatures;
        this.trail = trail;
        this.runs = runs;
        this.actor = actor;
        this.clock = clock;
    }

    /** What came out, which is kept from now on. Throws {@link NotYours} for anybody but managers and auditors. */
    public VerificationRun run() {
        requireReader();
        Verification found = signatures.run();
        TrailVerification chains = trail.run(List.of());
        List<Sentence> faults = Stream.concat(
                        found.faults().stream().map(Refusal::asSentence), chains.faults().stream())
                .toList();
        VerificationRun run = new VerificationRun(
                clock.instant(),
                actor.id(),
                found.versions(),
                found.signatures(),
                found.postings(),
                chains.chains().stream().mapToLong(ChainReport::entries).sum(),
                faults.size(),
                faults.stream().limit(VerificationRun.MOST).toList());
        runs.add(run);
        return run;
    }

    /** The newest of those kept, the last first. Throws {@link NotYours} for anybody but managers and auditors. */
    @Transactional(readOnly = true)
    public List<VerificationRun> newest(int most) {
        requireReader();
        return runs.newest(most);
    }

    private void requireReader() {
        if (!Viewer.of(actor.groups()).readsReports()) {
            throw NotYours.of("verification.notYours");
        }
    }
}
