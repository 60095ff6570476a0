package org.jointflights.application.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.StoredVersion;

/** Every version that was ever frozen for signature, and every answer given to it. */
public interface SignedVersions {

    /** In the order of their numbers, as they are stored. */
    List<StoredVersion> of(OperationReference reference);

    /** Of all flights, by reference and number. */
    List<StoredVersion> all();

    /** The newest of any flight that is stored with that hash. */
    Optional<StoredVersion> byHash(String hash);

    /** The newest, if it is not void. Throws {@link org.jointflights.domain.Conflict} if its content lacks its hash. */
    Optional<PlanVersion> current(OperationReference reference);

    /** All answers to all versions, void ones too, in the order in which they were given. */
    List<Signature> signatures(OperationReference reference);

    /** Of all flights, in the order in which they were given. */
    List<Signature> signatures();

    void add(PlanVersion version);

    /** Writes which signatures the version needs, and when all were there. Its content is never written again. */
    void put(PlanVersion version);

    /** Throws {@link org.jointflights.domain.NotYours} if the person has answered to that document of the version. */
    void add(Signature signature);

    /** Makes the version void with every answer to it, whatever it holds; all stay on record with the reason. */
    void makeVoid(OperationReference reference, int number, Sentence why, Instant at);
}
