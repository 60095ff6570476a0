package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.RowsThatName;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By the exceptional channel, as a browser sends it: what database and log hold of the reporter afterwards. */
@OverHttp
@ExtendWith(OutputCaptureExtension.class)
class ExceptionalReportTest {

    private static final String REPORTER = "gbdoctor";

    @LocalServerPort
    private int port;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private JdbcClient database;

    @Test
    void neither_a_table_nor_the_session_nor_the_log_names_who_reported(CapturedOutput log) {
        users.open();
        OperationReference flight = new SomeFlights(users).proposed();
        HttpUser reporter = HttpUser.signedIn(port, REPORTER);
        String page = "/flights/" + flight;
        assertThat(reporter.get(page + "/report-incident").statusCode()).isEqualTo(200);
        Map<String, Integer> before = RowsThatName.of(database, REPORTER);
        int logged = log.getAll().length();

        reporter.submit(
                page + "/report-incident",
                page + "/report-incident",
                Map.of(
                        "channel", "EXCEPTIONAL",
                        "incidentCategory", "CATEGORY_4",
                        "incidentPhase", "BEFORE_DEPARTURE",
                        "personsConcerned", "2",
                        "whatHappened", "restrained without cause"));

        assertThat(database.sql("select count(*) from serious_incident where reference = ?")
                        .param(flight.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(RowsThatName.of(database, REPORTER)).isEqualTo(before);
        assertThat(RowsThatName.of(database, "received=report-incident")).isEmpty();
        assertThat(log.getAll().substring(logged)).doesNotContain(REPORTER);
    }
}
