package org.jointflights.application.operation;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Restraint;

/** Restraints without a database. */
public final class InMemoryRestraints implements Restraints {

    private final List<Restraint> restraints = new ArrayList<>();

    @Override
    public List<Restraint> of(OperationReference reference) {
        return restraints.stream()
                .filter(restraint -> restraint.reference().equals(reference))
                .toList();
    }

    @Override
    public void add(Restraint restraint) {
        restraints.add(restraint);
    }

    @Override
    public void add(Restraint restraint, Restraint.Review review) {
        restraints.replaceAll(
                known -> known.reference().equals(restraint.reference()) && known.number() == restraint.number()
                        ? with(known, review)
                        : known);
    }

    private static Restraint with(Restraint restraint, Restraint.Review review) {
        List<Restraint.Review> reviews = new ArrayList<>(restraint.reviews());
        reviews.add(review);
        return new Restraint(
                restraint.reference(),
                restraint.number(),
                restraint.party(),
                restraint.assessments(),
                restraint.started(),
                restraint.by(),
                reviews);
    }
}
