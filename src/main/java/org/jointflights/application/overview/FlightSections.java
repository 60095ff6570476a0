package org.jointflights.application.overview;

import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;

/** The parts of a flight's file, each by itself: whoever asks for one has the others not read. */
@Component
class FlightSections {

    private final ReadStanding standing;
    private final ReadPlanSection plan;
    private final ReadCostsSection costs;
    private final ReadSigningSection signing;
    private final ReadOperationSection operation;
    private final ReadAccountsSection accounts;
    private final ListNotices notices;

    FlightSections(
            ReadStanding standing,
            ReadPlanSection plan,
            ReadCostsSection costs,
            ReadSigningSection signing,
            ReadOperationSection operation,
            ReadAccountsSection accounts,
            ListNotices notices) {
        this.standing = standing;
        this.plan = plan;
        this.costs = costs;
        this.signing = signing;
        this.operation = operation;
        this.accounts = accounts;
        this.notices = notices;
    }

    FlightFile.Standing standing(FlightFile.Head head, KnownToReader known) {
        return standing.read(head, known);
    }

    /** The trail is read, but not whom anything was told to. */
    FlightFile.Overview overview(FlightFile.Head head, KnownToReader known) {
        return new FlightFile.Overview(standing.read(head, known), plan.way(reference(head), known), known.trail());
    }

    /** The head counts are read, but not the rest of the operation. */
    FlightFile.Seating seating(FlightFile.Head head, KnownToReader known) {
        return new FlightFile.Seating(plan(head, known), operation.counts(reference(head), known));
    }

    FlightFile.Plan plan(FlightFile.Head head, KnownToReader known) {
        return plan.read(reference(head), known);
    }

    FlightFile.Costs costs(FlightFile.Head head, KnownToReader known) {
        return costs.read(reference(head), known);
    }

    FlightFile.Signing signing(FlightFile.Head head, KnownToReader known) {
        return signing.read(reference(head), known);
    }

    FlightFile.Operation operation(FlightFile.Head head, KnownToReader known) {
        return operation.read(head.flight(), known);
    }

    FlightFile.Accounts accounts(FlightFile.Head head, KnownToReader known) {
        return accounts.read(head.flight(), known);
    }

    FlightFile.History history(FlightFile.Head head, KnownToReader known) {
        return new FlightFile.History(known.trail(), notices.of(reference(head), known.viewer()));
    }

    private static OperationReference reference(FlightFile.Head head) {
        return head.flight().reference();
    }
}
