package org.jointflights.application.flight.acts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.approval.ApprovalServices;
import org.jointflights.application.flight.FlightServices;
import org.jointflights.application.monitoring.RecordActTimes;
import org.jointflights.application.planning.PlanningServices;
import org.jointflights.application.work.WorkServices;

/** What can be decided about flights, over what is kept in memory. */
public final class FlightActServices {

    public final CloseAnswers closeAnswers;
    public final ChangePlan changePlan;
    public final PostponeFlight postpone;
    public final WithdrawState withdraw;
    public final SuspendFlight suspend;
    public final AdviseOnResuming advise;
    public final StopPeople stop;
    public final LiftStop lift;
    public final CancelFlight cancel;
    public final ResumeFlight resume;
    public final SubmitFlightAct submit;
    public final RecordStage stages;
    public final ContractCarrier contract;
    public final ApplyFlightChange apply;

    final CheckFlightIsOpen open;

    public FlightActServices(InMemoryPorts ports) {
        open = new CheckFlightIsOpen(ports.flights, ports.cancellations, ports.user);
        TellParties parties = new TellParties(ports.participations, ports.notices);
        ReopenCarrierChoice carrier =
                new ReopenCarrierChoice(ports.contracts, ports.quotes, ports.flightWorkflow, ports.clock);
        ApprovalServices approval = new ApprovalServices(ports);
        closeAnswers = new CloseAnswers(open, ports.participations, ports.flightWorkflow, ports.writeTrail);
        changePlan = new ChangePlan(
                open,
                ports.flights,
                ports.participations,
                new PlanningServices(ports).routes,
                carrier,
                ports.writeTrail,
                parties,
                ports.flightWorkflow);
        postpone = new PostponeFlight(
                open,
                ports.flights,
                new PlanningServices(ports).check,
                ports.writeTrail,
                parties,
                ports.flightWorkflow,
                ports.clock);
        withdraw = new WithdrawState(
                open, ports.participations, ports.writeTrail, parties, ports.flightWorkflow, ports.clock);
        suspend = new SuspendFlight(
                open,
                ports.flights,
                ports.suspensions,
                ports.writeTrail,
                parties,
                ports.flightWorkflow,
                ports.user,
                ports.clock);
        advise = new AdviseOnResuming(
                open,
                ports.flights,
                ports.suspensions,
                ports.writeTrail,
                parties,
                ports.flightWorkflow,
                ports.user,
                ports.clock);
        TellOfStop tell = new TellOfStop(ports.flights, ports.participations, ports.notices);
        stop = new StopPeople(
                open,
                ports.participations,
                ports.stopOrders,
                ports.writeTrail,
                tell,
                ports.operation,
                ports.user,
                ports.clock);
        lift = new LiftStop(
                open,
                ports.participations,
                ports.stopOrders,
                ports.writeTrail,
                tell,
                ports.operation,
                ports.user,
                ports.clock);
        cancel = new CancelFlight(
                open,
                ports.participations,
                ports.cancellations,
                ports.writeTrail,
                parties,
                ports.flightWorkflow,
                ports.user,
                ports.clock);
        resume = new ResumeFlight(
                ports.flights,
                ports.suspensions,
                ports.user,
                ports.writeTrail,
                parties,
                ports.notices,
                ports.flightWorkflow,
                ports.clock);
        stages = new RecordStage(ports.flights, ports.writeTrail, parties, ports.contracts, ports.clock);
        contract = new ContractCarrier(
                ports.flights,
                ports.quotes,
                ports.contracts,
                ports.cancellations,
                ports.permits,
                approval.sign,
                ports.writeTrail,
                ports.clock);
        apply = new ApplyFlightChange(
                ports.flights, ports.quotes, approval.freeze, ports.flightWorkflow, ports.operation, ports.clock);
        submit = submitting(ports, stop, lift, closeAnswers, changePlan, postpone, withdraw, suspend, advise, cancel);
    }

    /** What lets people decide these. */
    public static SubmitFlightAct submitting(InMemoryPorts ports, FlightAct... acts) {
        return new SubmitFlightAct(
                List.of(acts),
                new FlightServices(ports).access,
                new CheckFlightIsOpen(ports.flights, ports.cancellations, ports.user),
                WorkServices.recording(ports),
                ports.user,
                new RecordActTimes(new SimpleMeterRegistry()));
    }
}
