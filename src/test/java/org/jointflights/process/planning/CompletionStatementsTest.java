package org.jointflights.process.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.Statements;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What one press of a button costs the database, so that a loop over rows is seen when it is written. */
@ProcessTest
class CompletionStatementsTest {

    @Autowired
    TasklistUsers users;

    @Autowired
    Statements statements;

    @Autowired
    TaskService tasks;

    @Test
    void an_answer_to_an_offer_asks_the_database_as_often_among_many_flights_as_among_one() throws Exception {
        users.open();
        List<String> first = statementsOfAnAnswer();
        for (int i = 0; i < 5; i++) {
            proposed();
        }

        List<String> later = statementsOfAnAnswer();

        assertThat(first).hasSizeLessThanOrEqualTo(75);
        assertThat(later).hasSameSizeAs(first);
    }

    private List<String> statementsOfAnAnswer() throws Exception {
        OperationReference flight = proposed();
        TasklistUsers.Person coordinator = users.as("gbcoordinator");
        Task task = coordinator.open("userTask_answerOffer", flight);
        coordinator.does(() -> tasks.claim(task.getId(), "gbcoordinator"));
        Map<String, Object> answer =
                Map.of("takesPart", "yes", "returnees", 14L, "escorts", 29L, "embarkation", "STN", "answerFinal", "no");
        return statements.during(() -> coordinator.submits(task, answer));
    }

    private OperationReference proposed() {
        return users.as("frcoordinator").proposes(Map.of("embarkations", "CDG, STN", "invited", "GB"));
    }
}
