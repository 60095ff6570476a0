package org.jointflights.application.operation;

import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Safeguards;
import org.springframework.beans.factory.ListableBeanFactory;

/** What the application itself reads of a flight when it decides. */
public final class StoredSafeguards {

    private StoredSafeguards() {}

    public static Safeguards of(OperationReference reference, ListableBeanFactory application) {
        return application.getBean(ReadSafeguards.class).safeguards(reference);
    }
}
