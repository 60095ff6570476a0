package org.jointflights.application.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.trail.AuditChains;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainCheck;
import org.jointflights.domain.trail.ChainEnd;
import org.jointflights.domain.trail.ChainHead;
import org.jointflights.domain.trail.ChainReport;
import org.jointflights.domain.trail.TrailVerification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks whether every entry of the trail and of the administration log is still what was written. Nothing is stored. */
@Service
@Transactional(readOnly = true)
public class VerifyTrail {

    private final AuditChains chains;

    VerifyTrail(AuditChains chains) {
        this.chains = chains;
    }

    /** Each of the witnesses, heads that were written down earlier, has to be in one of the chains too. */
    public TrailVerification run(Collection<ChainHead> witnesses) {
        List<ChainReport> reports = new ArrayList<>();
        for (AuditLog log : AuditLog.values()) {
            ChainCheck check = new ChainCheck(log, witnesses);
            // What others add meanwhile lies behind this end, and each entry has its place from the moment it is there.
            ChainEnd end = chains.end(log);
            chains.follow(log, end.lastLink(), check::follow);
            reports.add(check.end(end.head(), chains.unchained(log)));
        }
        return new TrailVerification(reports, witnesses);
    }

    /** The same as text: a line for each chain, a line for each break, and in the end what came out. */
    public static List<String> lines(TrailVerification found, Locale language) {
        List<String> lines = new ArrayList<>();
        for (ChainReport chain : found.chains()) {
            lines.add(Sentence.of("verification.trail.line", chain.log().words(), chain.entries(), chain.head())
                    .in(language));
        }
        found.faults().forEach(fault -> lines.add(fault.in(language)));
        lines.add(found.outcome().in(language));
        return lines;
    }
}
