package org.jointflights.application.approval;

import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;

/** Every version that was ever frozen for signature, and every answer given to it. */
public interface SignedVersions {

    /** In the order of their numbers. */
    List<PlanVersion> of(OperationReference reference);

    /** The newest, if it is not void. */
    Optional<PlanVersion> current(OperationReference reference);

    /** All answers to all versions, void ones too, in the order in which they were given. */
    List<Signature> signatures(OperationReference reference);

    void add(PlanVersion version);

    /** Writes the version's fate: route, commitment, or why it is void. Its content is never written again. */
    void put(PlanVersion version);

    /** Throws {@link org.jointflights.domain.NotYours} if the person has answered to that document of the version. */
    void add(Signature signature);

    /** Makes every answer to the version void; they stay on record with the reason. */
    void voidSignatures(PlanVersion version, String why);
}
