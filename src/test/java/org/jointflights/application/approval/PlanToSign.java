package org.jointflights.application.approval;

import static org.jointflights.application.ParisToLagos.REFERENCE;

import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.costs.CannotDivide;
import org.jointflights.application.costs.CostServices;
import org.jointflights.application.costs.Split;
import org.jointflights.application.work.TaskDone;
import org.jointflights.domain.Seats;
import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.RateMissing;

/**
 * The flight of {@link ParisToLagos} in approval: Air One is chosen, the charter that France pays is shared by returnees,
 * the United Kingdom has escorts of its own, and both have accepted their shares.
 */
final class PlanToSign {

    final InMemoryPorts ports = new InMemoryPorts();
    final ApprovalServices services = new ApprovalServices(ports);
    final CostServices costs = new CostServices(ports);

    PlanToSign() {
        ParisToLagos.at(Stage.APPROVAL, ports);
        ports.quotes.put(ParisToLagos.quote(1, "Air Two"));
        ports.quotes.put(ParisToLagos.quote(2, "Air One").chosen("It flies at night."));
        costs.budget.add(REFERENCE, CostServices.charter(Key.PER_RETURNEE));
        costs.budget.add(REFERENCE, CostServices.british("Escorts", CostServices.euro(50_000)));
        split(Split.Status.AGREED);
    }

    /** What is planned now is split once more, with that outcome. */
    void split(Split.Status status) {
        try {
            costs.convert.convert(REFERENCE);
            Split split = costs.split.forAnswers(REFERENCE, 1);
            ports.splits.mark(REFERENCE, split.number(), status);
        } catch (CannotDivide | RateMissing cannot) {
            throw new AssertionError(cannot);
        }
    }

    /** A version that one person of each finance signs. */
    PlanVersion frozen() {
        services.freeze.freeze(REFERENCE);
        services.freeze.route(REFERENCE, ApprovalRoute.ONE_FINANCE);
        return services.freeze.current(REFERENCE);
    }

    /** The United Kingdom comes with other people than before. */
    void britishCome(Seats seats) {
        ports.participations.put(ports.participations
                .get(REFERENCE, ParisToLagos.GB)
                .declared(seats, "STN", "LOS", ports.clock.instant()));
    }

    /** That person completes a task now. */
    void completes(String person, String task) {
        String id = "task-" + ports.work.of(REFERENCE).size();
        ports.work.add(new TaskDone(id, task, REFERENCE, null, person, ports.clock.instant()));
    }
}
