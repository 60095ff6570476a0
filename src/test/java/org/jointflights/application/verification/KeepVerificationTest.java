package org.jointflights.application.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.settlement.InMemoryPostings;
import org.jointflights.application.settlement.InMemoryStatements;
import org.jointflights.application.trail.InMemoryAuditChains;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.VerificationRun;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.trail.AuditLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came out of a check stays as it was found, whatever is found later. */
class KeepVerificationTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final InMemoryStatements statements = new InMemoryStatements();
    private final InMemoryPostings postings = new InMemoryPostings();
    private final InMemoryAuditChains chains = new InMemoryAuditChains();
    private final KeepVerification keep = new KeepVerification(
            new VerifySignatures(ports.versions, statements, postings, List::of),
            new VerifyTrail(chains),
            new InMemoryVerificationRuns(),
            ports.user,
            ports.clock);

    @BeforeEach
    void an_auditor() {
        ports.user.is("auditor", "auditor");
    }

    @Test
    void who_checked_when_how_much_and_what_did_not_fit_is_kept_beside_what_was_kept_before() {
        Instant first = ports.clock.instant();
        postings.add(REFERENCE, List.of(posting(5)), Instant.EPOCH);
        statements.add(Statement.computed(REFERENCE, 1, first, List.of(posting(5))));
        assertThat(keep.run()).isEqualTo(new VerificationRun(first, "auditor", 1, 0, 1, 0, 0, List.of()));

        ports.clock.advance(Duration.ofDays(1));
        ports.user.is("manager1", "manager");
        statements.add(Statement.computed(REFERENCE, 2, ports.clock.instant(), List.of(posting(6))));
        chains.write(InMemoryAuditChains.entry(AuditLog.ADMINISTRATION, 1));
        VerificationRun second = keep.run();

        assertThat(second.by()).isEqualTo("manager1");
        assertThat(second.at()).isEqualTo(first.plus(Duration.ofDays(1)));
        assertThat(second.faults()).isEqualTo(2);
        assertThat(second.first().get(0).in(Locale.ENGLISH))
                .startsWith("The postings of flight " + REFERENCE + " are not those that version 2");
        assertThat(second.first().get(1).in(Locale.ENGLISH)).startsWith("Administration log: the entry with id 1");
        assertThat(keep.newest(5)).extracting(VerificationRun::faults).containsExactly(2, 0);
    }

    @Test
    void only_managers_and_auditors_check_or_read_what_was_found() {
        for (String other : List.of("camunda-admin", "executive", GB + "finance")) {
            ports.user.is("somebody", other);
            assertThatThrownBy(keep::run).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> keep.newest(1)).isInstanceOf(NotYours.class);
        }
        ports.user.is("auditor", "auditor");
        assertThat(keep.newest(1)).isEmpty();
    }

    private static Posting posting(long cents) {
        return new Posting(
                1,
                1,
                1L,
                null,
                Fund.NATIONAL,
                Posting.Kind.PAID,
                GB,
                Money.euro(cents),
                "5/1",
                "",
                Sentence.of("common.said", "why"),
                null);
    }
}
