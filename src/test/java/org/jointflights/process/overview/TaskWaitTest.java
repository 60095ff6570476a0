package org.jointflights.process.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.TypedForms;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For how long a flight waited for whom is kept when the wait is over, however it ends. */
@ProcessTest
class TaskWaitTest {

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient sql;

    @Test
    void a_wait_is_kept_with_its_party_when_the_task_is_done_or_ended_by_something_else() throws Exception {
        users.open();
        OperationReference flight = new SomeFlights(users).proposed();
        Instant asked = clock.instant();
        assertThat(waits(flight)).as("nobody has answered").doesNotContainKey("userTask_answerOffer GB");

        clock.set(asked.plus(Duration.ofHours(30)));
        users.as("gbcoordinator").completes("userTask_answerOffer", flight, TypedForms.seats(22, 38, "STN", true));

        assertThat(waits(flight))
                .containsEntry("userTask_answerOffer GB", List.of(asked, clock.instant()))
                .doesNotContainKey("userTask_answerOffer ES");

        clock.set(asked.plus(Duration.ofDays(40)));
        users.fireTimer("boundaryEvent_deadline", flight);

        assertThat(waits(flight)).containsEntry("userTask_answerOffer ES", List.of(asked, clock.instant()));
        assertThat(sql.sql("select count(*) from task_wait where task_id in (select id from open_task)")
                        .query(Integer.class)
                        .single())
                .as("over, and waited for all the same")
                .isZero();
    }

    private Map<String, List<Instant>> waits(OperationReference flight) {
        Map<String, List<Instant>> waits = new LinkedHashMap<>();
        sql.sql("select task, party, since, ended from task_wait where reference = ?")
                .param(flight.value())
                .query(row -> {
                    waits.put(
                            row.getString("task") + " " + row.getString("party"),
                            List.of(
                                    row.getTimestamp("since").toInstant(),
                                    row.getTimestamp("ended").toInstant()));
                });
        return waits;
    }
}
