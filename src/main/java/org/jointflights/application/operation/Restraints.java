package org.jointflights.application.operation;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Restraint;

/** The restraints of a flight with their reviews: counts, never a person. */
public interface Restraints {

    /** In the order of their numbers, those that have ended too. */
    List<Restraint> of(OperationReference reference);

    /** One that begins, without a review. */
    void add(Restraint restraint);

    /** A further review of it. */
    void add(Restraint restraint, Restraint.Review review);
}
