package org.jointflights.application.approval;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.work.TaskDone;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;

/**
 * Who fed a version: everybody who completed a task of the flight before it was frozen, except the tasks in which people
 * only answer to what others prepared, or see to its being carried out. A task that is not named here counts as preparing.
 */
@Component
class Preparers {

    private static final Set<String> ONLY_ANSWERS = Set.of(
            "userTask_acceptShare",
            "userTask_signDecisionForFrontex",
            "userTask_signDecisionForState",
            "userTask_signPlan",
            "userTask_confirmLegalBasis",
            "userTask_giveRightsOpinion",
            "userTask_signAsManager",
            "userTask_giveGo",
            "userTask_confirmGates",
            "userTask_confirmBoarding",
            "userTask_confirmStopover",
            "userTask_answerLastCall",
            "userTask_resumeFlight");

    private final WorkLog work;

    Preparers(WorkLog work) {
        this.work = work;
    }

    /** Their sign-in names. */
    Set<String> of(OperationReference reference, Instant frozen) {
        return work.of(reference).stream()
                .filter(done -> !done.at().isAfter(frozen) && !ONLY_ANSWERS.contains(done.task()))
                .map(TaskDone::actor)
                .collect(Collectors.toUnmodifiableSet());
    }
}
