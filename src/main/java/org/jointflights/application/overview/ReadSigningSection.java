package org.jointflights.application.overview;

import org.jointflights.application.approval.SignedVersions;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.approval.Signature;
import org.springframework.stereotype.Component;

/** What was signed for a flight, and by whom. */
@Component
class ReadSigningSection {

    private final SignedVersions versions;

    ReadSigningSection(SignedVersions versions) {
        this.versions = versions;
    }

    FlightFile.Signing read(OperationReference reference, KnownToReader known) {
        return new FlightFile.Signing(
                known.versions(versions.of(reference)),
                known.signatures(versions.signatures(reference)).stream()
                        .map(signature ->
                                known.viewer().seesDetailsOf(signature.party()) ? signature : withoutReason(signature))
                        .toList(),
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
