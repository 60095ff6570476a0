package org.jointflights.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.acts.SuspendFlight;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.example.ExampleUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finding 9 as the two people see it: the officer advises, and the executive reads the advice before deciding. */
@BrowserTest
class SuspensionInTasklistBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    TasklistUsers users;

    @Autowired
    ExampleUsers exampleUsers;

    @Autowired
    Flights flights;

    @Autowired
    SuspendFlight suspension;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void a_rights_officer_advises_and_the_executive_reads_it_and_lets_the_flight_go_on(Chromium.Sessions sessions) {
        OperationReference flight = users.as("frcoordinator").proposes(Map.of("invited", "GB"));
        exampleUsers.runJobs(flight);
        exampleUsers.as("rightsofficer1", () -> suspension.suspend(flight, "A report of ill-treatment is examined."));

        try (BrowserUser officer = new BrowserUser(sessions.open("en-GB"), port)) {
            officer.signsIn("rightsofficer2").claims("Advise on resuming");
            assertThat(officer.form())
                    .contains(
                            "A report of ill-treatment is examined.",
                            "The executive cannot let the flight go on before");
            officer.picks("Your advice", "Against: the flight should stay suspended")
                    .types("Reasons", "A witness has not been heard yet.")
                    .keepsPicture("advise-on-resuming");
            assertThat(officer.sends()).isEqualTo(204);
        }
        try (BrowserUser executive = new BrowserUser(sessions.open("en-GB"), port)) {
            executive.signsIn("executive1").claims("Resume the flight").comesBackToTheTask();
            assertThat(executive.form())
                    .contains("against letting the flight go on.", "A witness has not been heard yet.")
                    .contains("If you let the flight go on against the advice, every party is told so.");
            executive.types("Reason", "The court has decided.").keepsPicture("resume-flight");
            assertThat(executive.sends()).isEqualTo(204);
        }
        assertThat(flights.get(flight).isSuspended()).isFalse();
    }
}
