package org.jointflights.application.approval;

import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.approval.SignPlan.Place;
import org.jointflights.application.funding.DraftDecisions;
import org.jointflights.application.funding.FundingServices;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.work.FindPreparers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.RequiredSignatures.Missing;

/** The services of approval over what is kept in memory. */
public final class ApprovalServices {

    public final FreezePlan freeze;
    public final SignPlan sign;
    public final WriteSigningDocuments documents;
    public final InMemoryPeople people = new InMemoryPeople(new InMemoryAccounts(id -> false));

    final CollectPlan plans;

    private final InMemoryPorts ports;

    public ApprovalServices(InMemoryPorts ports) {
        this.ports = ports;
        DraftDecisions decisions = new FundingServices(ports).decisions;
        plans = new CollectPlan(
                ports.flights,
                ports.participations,
                ports.quotes,
                ports.rules,
                ports.budgets,
                ports.splits,
                ports.decisions,
                ports.kinds);
        freeze = new FreezePlan(
                ports.versions,
                plans,
                decisions,
                ports.splits,
                ports.participations,
                ports.writeTrail,
                ports.notices,
                ports.clock);
        FindPreparers preparers =
                new FindPreparers(ports.work, task -> !task.startsWith("userTask_answer"), ports.trail);
        sign = new SignPlan(ports.versions, freeze, plans, preparers, ports.user, ports.writeTrail, ports.clock);
        documents = new WriteSigningDocuments(plans, ports.splits, ports.versions, decisions, ports.crews, people);
    }

    /** The plan as it is now, without a split being asked for, as its next version. */
    public PlanVersion frozen(OperationReference reference) {
        PlanVersion version =
                plans.of(reference).freeze(ports.versions.of(reference).size() + 1, ports.clock.instant());
        ports.versions.add(version);
        return version;
    }

    /** The same, as if all had signed it by now. */
    public PlanVersion committed(OperationReference reference) {
        PlanVersion version =
                frozen(reference).routed(ApprovalRoute.ONE_FINANCE).committed(ports.clock.instant());
        ports.versions.put(version);
        return version;
    }

    /** All whose answer is missing sign the current version, one after the other, each somebody else. */
    public void signAll(OperationReference reference) {
        PlanVersion version = freeze.current(reference);
        for (Missing missing : freeze.required(reference).missing(freeze.given(version))) {
            String party = missing.party() == null ? "" : missing.party() + " ";
            ports.user.is(party + missing.role() + ports.versions.signatures().size());
            sign.sign(reference, new Place(version.hash(), missing.role(), missing.party()), null);
        }
    }
}
