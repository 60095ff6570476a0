package org.jointflights.application.overview;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.overview.OpenTasks.TaskOfFlight;
import org.jointflights.domain.OperationReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the groups of a task that it waits for them, each once, a moment after it came: whoever does it at once, or has taken it on,
 * needs no notice. Done by the clock and not with what makes the task, so that no act takes longer for it.
 */
@Service
public class TellOfTasks {

    private static final Logger LOG = LoggerFactory.getLogger(TellOfTasks.class);
    private static final int MOST = 200;

    /** The notices that come with them say more. */
    private static final Set<String> TOLD_OTHERWISE = Set.of(
            "userTask_answerOffer",
            "userTask_acceptShare",
            "userTask_answerLastCall",
            "userTask_adviseOnResuming",
            "userTask_reviewRestraint");

    private static final Map<String, String> GATES = Map.of(
            "userTask_confirmGates", "notice.gatesOpen",
            "userTask_confirmBoarding", "notice.boardingOpens",
            "userTask_confirmStopover", "notice.stopoverGatesOpen");

    /** On the day, with people waiting in an aircraft. */
    private static final Set<String> UNDER_WAY = Set.of(
            "userTask_countAboard",
            "userTask_clearDeparture",
            "userTask_recordLanding",
            "userTask_confirmHandOver",
            "userTask_countAboardAtStop",
            "userTask_clearOnward",
            "userTask_countReturned");

    private final OpenTasks tasks;
    private final WriteNotices notices;
    private final TransactionOperations transaction;

    TellOfTasks(OpenTasks tasks, WriteNotices notices, TransactionOperations transaction) {
        this.tasks = tasks;
        this.notices = notices;
        this.transaction = transaction;
    }

    /** Tells of those that nobody has taken on and nobody was told of yet. */
    public void tell() {
        for (TaskOfFlight found : tasks.untold(MOST)) {
            try {
                transaction.executeWithoutResult(status -> tell(found.reference(), found.task()));
            } catch (DataIntegrityViolationException atOnce) {
                LOG.debug("Another node tells of the same task at this moment.", atOnce);
            }
        }
    }

    private void tell(OperationReference reference, WaitingTask task) {
        boolean ours = tasks.told(task.id());
        // Incidents and complaints have notices of their own, which say no more than they should.
        if (!ours || task.isConfidential() || TOLD_OTHERWISE.contains(task.task())) {
            return;
        }
        for (String group : task.groups()) {
            tell(reference, group, task);
        }
    }

    private void tell(OperationReference reference, String group, WaitingTask task) {
        String once = "task/" + task.id();
        String gates = GATES.get(task.task());
        Instant due = task.due();
        if (gates != null) {
            notices.send(reference, group, once, gates, reference);
        } else if (UNDER_WAY.contains(task.task())) {
            notices.send(reference, group, once, "notice.taskUnderWay", reference, task.name());
        } else if (due == null) {
            notices.send(reference, group, once, "notice.task", reference, task.name());
        } else {
            notices.send(
                    reference,
                    group,
                    once,
                    "notice.taskDue",
                    reference,
                    task.name(),
                    due.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC).toLocalDateTime());
        }
    }
}
