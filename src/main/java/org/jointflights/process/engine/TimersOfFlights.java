package org.jointflights.process.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jointflights.application.flight.Flights;
import org.jointflights.domain.flight.Flight;

/**
 * A timer that is due while its flight is suspended does nothing but wait anew, in whichever model and whichever version of it:
 * nobody is closed as declined, reminded or asked. When the flight goes on, every timer is set by its model again. Not so the
 * timers of a restraint: people who are restrained are looked after whether their flight rests or not.
 */
final class TimersOfFlights {

    /** How long it waits; not shorter, since each time leaves an entry in the engine's history. */
    private static final Duration ANEW = Duration.ofHours(6);

    /** What goes on while a flight is suspended, which it often is because of them. */
    private static final Set<String> GO_ON = Set.of("seriousIncident", "complaint", "fileRetention", "restraint");

    private final Flights flights;

    /** Whether the timers of such processes run on while their flight is suspended. */
    static boolean goOn(String process) {
        return GO_ON.contains(process);
    }

    TimersOfFlights(Flights flights) {
        this.flights = flights;
    }

    /** In place of the engine's own. */
    @SuppressWarnings("rawtypes") // as the engine takes them
    List<JobHandler> handlers() {
        return List.of(new AtActivity(), new BetweenActivities());
    }

    /** True if the flight is suspended: then the timer has begun to wait again. */
    private boolean waitsAnew(TimerJobConfiguration due, ExecutionEntity execution, JobHandler<?> handler) {
        boolean suspended = !goOn(execution.getProcessDefinition().getKey())
                && FlightVariables.REFERENCE
                        .find(execution)
                        .flatMap(flights::find)
                        .filter(Flight::isSuspended)
                        .isPresent();
        if (suspended) {
            TimerEntity timer = execution.getJobs().stream()
                    .filter(job -> job.getJobHandlerType().equals(handler.getType()))
                    .filter(job -> due.toCanonicalString().equals(job.getJobHandlerConfigurationRaw()))
                    .map(TimerEntity.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no timer " + due.toCanonicalString()));
            timer.createNewTimerJob(Date.from(later(timer.getDuedate().toInstant())));
        }
        return suspended;
    }

    /** One that somebody has fired before its time keeps its time. */
    private static Instant later(Instant due) {
        Instant now = ClockUtil.getCurrentTime().toInstant();
        return due.isAfter(now) ? due : now.plus(ANEW);
    }

    /** One that is attached to a task, a sub-process or a called process. */
    private final class AtActivity extends TimerExecuteNestedActivityJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration timer, ExecutionEntity execution, CommandContext context, String tenant) {
            if (!waitsAnew(timer, execution, this)) {
                super.execute(timer, execution, context, tenant);
            }
        }
    }

    /** One on the way from one step to the next. */
    private final class BetweenActivities extends TimerCatchIntermediateEventJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration timer, ExecutionEntity execution, CommandContext context, String tenant) {
            if (!waitsAnew(timer, execution, this)) {
                super.execute(timer, execution, context, tenant);
            }
        }
    }
}
