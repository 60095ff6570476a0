package org.jointflights.application.overview;

import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Component;

/** What was signed, permitted, cancelled and owed for a flight. */
@Component
class ReadPapersSection {

    private final SignedVersions versions;
    private final Contracts contracts;
    private final Permits permits;
    private final Cancellations cancellations;
    private final Transfers transfers;
    private final ReadClosingSection closing;
    private final ReadFilesSection files;

    ReadPapersSection(
            SignedVersions versions,
            Contracts contracts,
            Permits permits,
            Cancellations cancellations,
            Transfers transfers,
            ReadClosingSection closing,
            ReadFilesSection files) {
        this.versions = versions;
        this.contracts = contracts;
        this.permits = permits;
        this.cancellations = cancellations;
        this.transfers = transfers;
        this.closing = closing;
        this.files = files;
    }

    FlightFile.Papers read(Flight flight, KnownToReader known) {
        OperationReference reference = flight.reference();
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
                closing.read(reference, known),
                files.read(flight, known),
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
