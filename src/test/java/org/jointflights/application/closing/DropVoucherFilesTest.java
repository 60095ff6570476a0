package org.jointflights.application.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.application.settlement.SettlementServices;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.closing.LegalHold;
import org.jointflights.domain.file.SomeFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of vouchers are evidence of the accounts, for five years; which flights that are the database says. */
class DropVoucherFilesTest {

    private final SettlementServices services = SettlementServices.withClaims();
    private final InMemoryErasures erasures = new InMemoryErasures();
    private final InMemoryLegalHolds holds = new InMemoryLegalHolds();
    private final DropVoucherFiles dropping =
            new DropVoucherFiles(services.files, holds, erasures, services.ports.writeTrail, services.ports.clock);

    @BeforeEach
    void a_voucher_is_there() {
        services.as("gbfinance1");
        services.vouchers.add(REFERENCE, 1, "a.pdf", SomeFiles.pdf("a"));
    }

    @Test
    void names_and_bytes_go_with_a_certificate_and_the_hash_stays() {
        String hash = services.files.of(REFERENCE).get(0).file().hash();
        dropping.drop();
        dropping.drop();

        assertThat(services.files.content(1)).isEmpty();
        assertThat(services.files.of(REFERENCE).get(0).file().hash()).isEqualTo(hash);
        assertThat(erasures.of(REFERENCE)).singleElement().satisfies(certificate -> {
            assertThat(certificate.file()).isEqualTo("VOUCHERS");
            assertThat(certificate.isOfFlight())
                    .as("the flight's own texts are another matter")
                    .isFalse();
            assertThat(certificate.total()).isEqualTo(2);
        });
        assertThat(services.ports.trail.last().event()).isEqualTo(TrailEvent.VOUCHERS_ERASED);
    }

    @Test
    void a_hold_keeps_them() {
        LegalHold hold = new LegalHold(REFERENCE, "GBlegal", "gblegal1", Instant.EPOCH);
        holds.set(hold, "In court.");
        dropping.drop();
        assertThat(services.files.content(1)).isPresent();

        holds.lift(hold, "gblegal1", Instant.EPOCH.plus(Duration.ofDays(1)));
        dropping.drop();
        assertThat(services.files.content(1)).isEmpty();
    }
}
