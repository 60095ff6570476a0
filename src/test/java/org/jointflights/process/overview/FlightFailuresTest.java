package org.jointflights.process.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jointflights.application.overview.FlightFailures;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class FlightFailuresTest {

    @Autowired
    TasklistUsers users;

    @Autowired
    ManagementService management;

    @Autowired
    FlightFailures steps;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void a_flight_whose_step_has_failed_says_so_until_the_step_is_tried_again_or_gone() {
        OperationReference flight =
                users.as("frcoordinator").proposes(Map.of("embarkations", "CDG", "invited", "GB, ES"));
        Set<OperationReference> only = Set.of(flight);
        Job job = users.timers("boundaryEvent_reminder", flight).get(0);

        management.setJobRetries(job.getId(), 0);
        assertThat(steps.among(only)).containsExactly(flight);
        management.setJobRetries(job.getId(), 1);
        assertThat(steps.among(only)).isEmpty();

        management.setJobRetries(job.getId(), 0);
        assertThat(steps.among(only)).containsExactly(flight);
        management.deleteJob(job.getId());
        assertThat(steps.among(only)).isEmpty();
    }
}
