package org.jointflights.application.closing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jointflights.application.settlement.VoucherFiles;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.ErasureCertificate;
import org.jointflights.domain.closing.RetentionTerm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases the files of vouchers when accounts need no longer be proven: five years after those of their flight were closed, or
 * later where the texts of the flight are kept for some reason then. Their SHA-256 stays, and a certificate says so.
 */
@Service
@Transactional
public class DropVoucherFiles {

    /** Regulation (EU, Euratom) 2018/1046, Article 132(1): five years after the balance is paid. */
    static final int YEARS = 5;

    /** The name on the certificate, which is none of the flight's texts. */
    static final String VOUCHERS = "VOUCHERS";

    private static final String RULE = "VOUCHERS";

    private final VoucherFiles files;
    private final LegalHolds holds;
    private final Erasures erasures;
    private final WriteTrail trail;
    private final Clock clock;

    DropVoucherFiles(VoucherFiles files, LegalHolds holds, Erasures erasures, WriteTrail trail, Clock clock) {
        this.files = files;
        this.holds = holds;
        this.erasures = erasures;
        this.trail = trail;
        this.clock = clock;
    }

    /** Of all flights whose time is over. */
    public void drop() {
        Instant now = clock.instant();
        Instant closed = now.atZone(ZoneOffset.UTC).minusYears(YEARS).toInstant();
        files.ofAccountsClosedBefore(closed).stream()
                .filter(reference -> !holds.stand(reference))
                .forEach(reference -> drop(reference, now));
    }

    private void drop(OperationReference reference, Instant now) {
        int erased = files.erase(reference);
        if (erased == 0) {
            return;
        }
        RetentionTerm term = new RetentionTerm(YEARS * 365, RULE);
        erasures.add(new ErasureCertificate(
                reference,
                erasures.of(reference).size() + 1,
                now,
                term,
                Map.of("voucher_file.name", erased, "voucher_file_content.content", erased),
                VOUCHERS));
        trail.record(reference, TrailEvent.VOUCHERS_ERASED, erased, term.words());
    }
}
