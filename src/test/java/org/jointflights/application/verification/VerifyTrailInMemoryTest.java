package org.jointflights.application.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jointflights.application.trail.InMemoryAuditChains;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainHead;
import org.jointflights.domain.trail.TrailVerification;
import org.junit.jupiter.api.Test;

class VerifyTrailInMemoryTest {

    private final InMemoryAuditChains chains = new InMemoryAuditChains();
    private final VerifyTrail verify = new VerifyTrail(chains);

    @Test
    void each_chain_has_a_line_with_its_head_and_the_last_line_says_what_came_out() {
        written(AuditLog.TRAIL, 1);
        written(AuditLog.TRAIL, 2);
        chains.begin(AuditLog.TRAIL);
        ChainHead head = chains.end(AuditLog.TRAIL).head();

        TrailVerification found = verify.run(List.of(head));

        assertThat(VerifyTrail.lines(found, Locale.ENGLISH))
                .containsExactly(
                        "Trail: entries: 2, to number and SHA-256 " + head + ".",
                        "Administration log: entries: 0, to number and SHA-256 " + ChainHead.START + ".",
                        "Every entry is what was written, none is missing, and what was written down earlier is contained.");
        assertThat(verify.run(List.of()).outcome()).isEqualTo(Sentence.of("verification.trail.good"));
    }

    @Test
    void a_break_has_a_line_and_stands_in_the_last() {
        written(AuditLog.ADMINISTRATION, 1);
        ChainHead lost = new ChainHead(9, "a".repeat(64));

        TrailVerification found = verify.run(List.of(lost));

        String first = "Administration log: the entry with id 1 (by somebody, 2027-03-01T09:00:00Z) has no number;"
                + " something else has written it.";
        assertThat(VerifyTrail.lines(found, Locale.ENGLISH).subList(1, 5))
                .containsExactly(
                        "Administration log: entries: 1, to number and SHA-256 " + ChainHead.START + ".",
                        first,
                        "No chain contains number 9 with SHA-256 " + lost.hash()
                                + ", which was written down earlier: entries up to there were changed or are missing.",
                        "Faults: 2. The first: " + first);
    }

    private void written(AuditLog log, long id) {
        chains.write(InMemoryAuditChains.entry(log, id));
    }
}
