package org.jointflights.application.closing;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.ErasureCertificate;

/** The certificates of what was erased. */
public interface Erasures {

    /** By their numbers. */
    List<ErasureCertificate> of(OperationReference reference);

    void add(ErasureCertificate certificate);
}
