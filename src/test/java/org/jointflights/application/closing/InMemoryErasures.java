package org.jointflights.application.closing;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.ErasureCertificate;

/** Certificates without a database. */
public final class InMemoryErasures implements Erasures {

    private final List<ErasureCertificate> certificates = new ArrayList<>();

    @Override
    public List<ErasureCertificate> of(OperationReference reference) {
        return certificates.stream()
                .filter(certificate -> certificate.reference().equals(reference))
                .toList();
    }

    @Override
    public void add(ErasureCertificate certificate) {
        certificates.add(certificate);
    }
}
