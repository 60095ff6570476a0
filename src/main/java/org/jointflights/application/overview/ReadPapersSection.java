package org.jointflights.application.overview;

import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.closing.Erasures;
import org.jointflights.application.closing.LegalHolds;
import org.jointflights.application.closing.MonitorReports;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.approval.Signature;
import org.springframework.stereotype.Component;

/** What was signed, permitted, cancelled and owed for a flight. */
@Component
class ReadPapersSection {

    private final SignedVersions versions;
    private final Contracts contracts;
    private final Permits permits;
    private final Cancellations cancellations;
    private final Transfers transfers;
    private final MonitorReports reports;
    private final LegalHolds holds;
    private final Erasures erasures;

    ReadPapersSection(
            SignedVersions versions,
            Contracts contracts,
            Permits permits,
            Cancellations cancellations,
            Transfers transfers,
            MonitorReports reports,
            LegalHolds holds,
            Erasures erasures) {
        this.versions = versions;
        this.contracts = contracts;
        this.permits = permits;
        this.cancellations = cancellations;
        this.transfers = transfers;
        this.reports = reports;
        this.holds = holds;
        this.erasures = erasures;
    }

    FlightFile.Papers read(OperationReference reference, KnownToReader known) {
        return new FlightFile.Papers(
                known.versions(versions.of(reference)),
                known.signatures(versions.signatures(reference)).stream()
                        .map(signature ->
                                known.viewer().seesDetailsOf(signature.party()) ? signature : withoutReason(signature))
                        .toList(),
                known.contracts(contracts.of(reference)),
                known.permits(permits.of(reference)),
                known.cancellation(cancellations.of(reference).orElse(null)),
                transfers.of(reference),
                known.reports(reports.of(reference)),
                holds.of(reference),
                erasures.of(reference),
                known.reader().readsAccounts());
    }

    private static Signature withoutReason(Signature signature) {
        return new Signature(
                signature.reference(),
                signature.version(),
                signature.hash(),
                signature.role(),
                signature.party(),
                signature.person(),
                signature.at(),
                signature.refused(),
                null,
                signature.voidedFor());
    }
}
