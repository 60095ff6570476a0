package org.jointflights.process.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jointflights.application.work.NoticeOfTask;
import org.springframework.stereotype.Component;

/** Gates and what is done on the day have words of their own. */
@Component
public class EngineNoticeOfTask implements NoticeOfTask {

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

    @Override
    public Optional<String> of(String task) {
        if (TOLD_OTHERWISE.contains(task)) {
            return Optional.empty();
        }
        String work = UNDER_WAY.contains(task) ? "notice.taskUnderWay" : "notice.task";
        return Optional.of(GATES.getOrDefault(task, work));
    }
}
