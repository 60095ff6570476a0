package org.jointflights.application.overview;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.overview.OpenTasks.TaskOfFlight;
import org.jointflights.application.work.NoticeOfTask;
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

    private static final String WORK = "notice.task";
    private static final String UNDER_WAY = "notice.taskUnderWay";

    private final OpenTasks tasks;
    private final NoticeOfTask kinds;
    private final WriteNotices notices;
    private final TransactionOperations transaction;

    TellOfTasks(OpenTasks tasks, NoticeOfTask kinds, WriteNotices notices, TransactionOperations transaction) {
        this.tasks = tasks;
        this.kinds = kinds;
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
            } catch (RuntimeException failed) {
                LOG.warn("Nobody could be told of the task {}.", found.task().id(), failed);
            }
        }
    }

    private void tell(OperationReference reference, WaitingTask task) {
        boolean ours = tasks.told(task.id());
        // Incidents and complaints have notices of their own, which say no more than they should.
        if (!ours || task.isConfidential()) {
            return;
        }
        kinds.of(task.task()).ifPresent(code -> task.groups().forEach(group -> tell(reference, group, task, code)));
    }

    private void tell(OperationReference reference, String group, WaitingTask task, String code) {
        String once = "task/" + task.id();
        Instant due = task.due();
        if (!code.equals(WORK) && !code.equals(UNDER_WAY)) {
            notices.sendOfTask(task.id(), reference, group, once, code, reference);
        } else if (due == null || code.equals(UNDER_WAY)) {
            notices.sendOfTask(task.id(), reference, group, once, code, reference, task.name());
        } else {
            notices.sendOfTask(
                    task.id(),
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
