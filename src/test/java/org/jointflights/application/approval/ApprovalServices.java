package org.jointflights.application.approval;

import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.funding.FundingServices;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.domain.approval.PlanVersion;

/** The services of approval over what is kept in memory. */
public final class ApprovalServices {

    public final FreezePlan freeze;
    public final SignPlan sign;

    final CollectPlan plans;

    private final InMemoryPorts ports;

    public ApprovalServices(InMemoryPorts ports) {
        this.ports = ports;
        plans = new CollectPlan(
                ports.flights,
                ports.participations,
                ports.quotes,
                ports.rules,
                ports.budgets,
                ports.splits,
                ports.decisions);
        freeze = new FreezePlan(
                ports.versions,
                plans,
                new FundingServices(ports).decisions,
                ports.splits,
                ports.participations,
                ports.writeTrail,
                ports.clock);
        FindPreparers preparers = new FindPreparers(ports.work, task -> !task.startsWith("userTask_answer"));
        sign = new SignPlan(ports.versions, freeze, plans, preparers, ports.user, ports.writeTrail, ports.clock);
    }

    /** As if all had signed the plan as it is now, by that moment. */
    public PlanVersion committed(OperationReference reference) {
        PlanVersion version = plans.of(reference)
                .freeze(ports.versions.of(reference).size() + 1, ports.clock.instant())
                .routed(ApprovalRoute.ONE_FINANCE)
                .committed(ports.clock.instant());
        ports.versions.add(version);
        return version;
    }
}
