package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In Tasklist, too, people see how much of their groups' work is overdue. */
@OverHttp
class OverdueLineTest {

    private static final Pattern COUNT = Pattern.compile("\"line\":\"(?:(\\d+) overdue)?\"");

    @LocalServerPort
    private int port;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Test
    void what_is_overdue_counts_for_its_group_and_for_nobody_else() {
        users.open();
        String task = users.as("gbcoordinator")
                .open("userTask_answerOffer", new SomeFlights(users).proposed())
                .getId();
        int asked = overdue("gbcoordinator");
        int others = overdue("frfinance1");

        database.sql("update open_task set due = ? where id = ?")
                .param(Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .param(task)
                .update();

        assertThat(overdue("gbcoordinator")).isEqualTo(asked + 1);
        assertThat(overdue("frfinance1")).isEqualTo(others);
        assertThat(new HttpUser(port, "en").get("/overdue").statusCode()).isIn(302, 401);
    }

    private int overdue(String who) {
        Matcher line =
                COUNT.matcher(HttpUser.signedIn(port, who).get("/overdue").body());
        assertThat(line.find()).isTrue();
        return line.group(1) == null ? 0 : Integer.parseInt(line.group(1));
    }
}
