package org.jointflights.application.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.approval.VersionFate;

/** Versions and signatures without a database. */
public final class InMemorySignedVersions implements SignedVersions {

    private final List<StoredVersion> versions = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();

    @Override
    public List<StoredVersion> of(OperationReference reference) {
        return all().stream()
                .filter(version -> version.reference().equals(reference))
                .toList();
    }

    @Override
    public List<StoredVersion> all() {
        return versions.stream()
                .sorted(Comparator.comparing(StoredVersion::reference).thenComparing(StoredVersion::number))
                .toList();
    }

    @Override
    public Optional<StoredVersion> byHash(String hash) {
        return all().stream().filter(version -> version.hash().equals(hash)).reduce((older, newer) -> newer);
    }

    @Override
    public Optional<PlanVersion> current(OperationReference reference) {
        return of(reference).stream()
                .reduce((older, newer) -> newer)
                .filter(version -> version.voidedFor() == null)
                .map(StoredVersion::proven);
    }

    @Override
    public List<Signature> signatures(OperationReference reference) {
        return signatures.stream()
                .filter(signature -> signature.reference().equals(reference))
                .toList();
    }

    @Override
    public List<Signature> signatures() {
        return List.copyOf(signatures);
    }

    @Override
    public void add(PlanVersion version) {
        add(new StoredVersion(
                version.reference(),
                version.number(),
                version.content(),
                version.hash(),
                version.bindingHash(),
                version.seats(),
                version.total(),
                new VersionFate(version.frozen(), version.route(), version.committed(), null, version.voidedFor())));
    }

    /** As it lies there, whatever somebody has done to it. */
    public void add(StoredVersion version) {
        versions.add(version);
    }

    @Override
    public void put(PlanVersion version) {
        versions.replaceAll(stored -> is(stored, version.reference(), version.number())
                ? new StoredVersion(
                        stored.reference(),
                        stored.number(),
                        stored.content(),
                        stored.hash(),
                        stored.bindingHash(),
                        stored.seats(),
                        stored.total(),
                        new VersionFate(
                                stored.frozen(),
                                version.route(),
                                version.committed(),
                                stored.voided(),
                                stored.voidedFor()))
                : stored);
    }

    @Override
    public void add(Signature signature) {
        boolean answered = signatures(signature.reference()).stream()
                .anyMatch(given -> given.version() == signature.version()
                        && given.person().equals(signature.person())
                        && given.document().equals(signature.document()));
        if (answered) {
            throw NotYours.of("approval.signer.twice", signature.version());
        }
        signatures.add(signature);
    }

    @Override
    public void makeVoid(OperationReference reference, int number, Sentence why, Instant at) {
        versions.replaceAll(stored -> is(stored, reference, number)
                ? new StoredVersion(
                        reference,
                        number,
                        stored.content(),
                        stored.hash(),
                        stored.bindingHash(),
                        stored.seats(),
                        stored.total(),
                        new VersionFate(stored.frozen(), stored.route(), stored.committed(), at, why))
                : stored);
        signatures.replaceAll(
                given -> given.reference().equals(reference) && given.version() == number && given.voidedFor() == null
                        ? new Signature(
                                reference,
                                number,
                                given.hash(),
                                given.role(),
                                given.party(),
                                given.person(),
                                given.at(),
                                given.refused(),
                                given.reason(),
                                why)
                        : given);
    }

    private static boolean is(StoredVersion stored, OperationReference reference, int number) {
        return stored.reference().equals(reference) && stored.number() == number;
    }
}
