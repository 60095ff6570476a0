package org.jointflights.application.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.people.SomebodySignedIn;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionOperations;

class ReadChainsTest {

    private final InMemoryAuditChains stored = new InMemoryAuditChains();
    private final SomebodySignedIn user = new SomebodySignedIn();
    private final ReadChains chains = new ReadChains(stored, user);

    @BeforeEach
    void an_application_has_started_on_what_was_written_before() {
        stored.write(InMemoryAuditChains.entry(AuditLog.TRAIL, 3));
        stored.write(InMemoryAuditChains.entry(AuditLog.ADMINISTRATION, 5));
        stored.write(InMemoryAuditChains.entry(AuditLog.TRAIL, 4));
        new ChainEarlierEntries(stored, TransactionOperations.withoutTransaction()).afterSingletonsInstantiated();
    }

    @Test
    void whoever_may_read_a_log_gets_all_of_it_in_its_order() {
        user.is("auditor", "auditor");

        assertThat(read(AuditLog.TRAIL)).extracting(ChainLink::entryId).containsExactly(3L, 4L);
        assertThat(read(AuditLog.ADMINISTRATION)).extracting(ChainLink::entryId).containsExactly(5L);
        assertThat(stored.unchained(AuditLog.TRAIL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "manager, true, false",
        "auditor, true, true",
        "camunda-admin, false, true",
        "FRfinance, false, false",
        "rightsOfficer, false, false"
    })
    void the_trail_is_for_managers_and_auditors_and_the_other_log_for_administrators_and_auditors(
            String group, boolean trail, boolean administration) {
        user.is("somebody", group);

        open(AuditLog.TRAIL, trail, "The whole trail is for managers and auditors.");
        open(
                AuditLog.ADMINISTRATION,
                administration,
                "The whole administration log is for administrators and auditors.");
    }

    private void open(AuditLog log, boolean open, String refusal) {
        if (open) {
            chains.requireReader(log);
            assertThat(read(log)).isNotEmpty();
        } else {
            assertThatThrownBy(() -> chains.requireReader(log)).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> read(log))
                    .isInstanceOfSatisfying(
                            NotYours.class,
                            refused ->
                                    assertThat(refused.sentence(Locale.ENGLISH)).isEqualTo(refusal));
        }
    }

    private List<ChainLink> read(AuditLog log) {
        List<ChainLink> links = new ArrayList<>();
        chains.read(log, links::add);
        return links;
    }
}
