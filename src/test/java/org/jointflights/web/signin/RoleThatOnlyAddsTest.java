package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.process.PostgresServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The rights that docs/production.md gives the application's role, taken from there. */
class RoleThatOnlyAddsTest {

    private static final String ROLE = "jointflights_app";

    private final Map<String, String> owner = PostgresServer.environment();
    private final String url = owner.get("JOINTFLIGHTS_DATABASE_URL");
    /** Somebody else on the same server; its own database is not used. */
    private final Map<String, String> role = PostgresServer.environment();

    @Test
    void the_application_runs_as_a_role_that_can_neither_change_nor_delete_what_happened() throws IOException {
        production(owner).close();
        for (String right : rights()) {
            database(owner)
                    .sql(right.replace(ROLE, role.get("JOINTFLIGHTS_DATABASE_USER")))
                    .update();
        }

        try (ConfigurableApplicationContext application = production(role)) {
            application.getBean(LogAdministration.class).record("people.administration.partyAdded", "ZZ", "somebody");
        }

        JdbcClient database = database(role);
        assertThat(database.sql("select number from chain_head where chain = 'ADMINISTRATION'")
                        .query(Long.class)
                        .single())
                .isEqualTo(database.sql("select count(*) from administration_log")
                        .query(Long.class)
                        .single())
                .isPositive();
        for (String change : List.of(
                "update trail set actor = 'x'",
                "update administration_log set arguments = null, salt = null",
                "delete from trail",
                "truncate trail",
                "update administration_log set actor = 'x'",
                "delete from administration_log",
                "truncate administration_log",
                "update chain_link set number = 9",
                "delete from chain_link",
                "truncate chain_link",
                "delete from chain_head",
                "truncate chain_head",
                "insert into chain_head values ('X', 1, 'x')",
                "delete from flyway_schema_history",
                "drop trigger append_only on trail",
                "alter table trail disable trigger all",
                "drop table trail",
                "set session_replication_role = replica")) {
            assertThatThrownBy(() -> database.sql(change).update())
                    .as(change)
                    .hasStackTraceContaining("ERROR: ")
                    .rootCause()
                    .message()
                    .matches("(?s)ERROR: (permission denied|must be owner of).*");
        }

        database(owner)
                .sql("grant update (arguments, salt) on trail, administration_log to "
                        + role.get("JOINTFLIGHTS_DATABASE_USER"))
                .update();
        assertThat(database.sql("update administration_log set arguments = null, salt = null")
                        .update())
                .as("what a role needs that is to erase, by docs/trail.md")
                .isPositive();
        assertThatThrownBy(() -> database.sql("update administration_log set arguments = '[]', salt = 'x'")
                        .update())
                .hasMessageContaining("is only ever added to");
    }

    private static List<String> rights() throws IOException {
        String page = Files.readString(Path.of("docs/production.md"));
        String sql = page.substring(page.indexOf("```sql") + "```sql".length());
        return sql.substring(0, sql.indexOf("```"))
                .strip()
                .lines()
                .map(String::strip)
                .toList();
    }

    private JdbcClient database(Map<String, String> user) {
        return JdbcClient.create(new DriverManagerDataSource(
                url, user.get("JOINTFLIGHTS_DATABASE_USER"), user.get("JOINTFLIGHTS_DATABASE_PASSWORD")));
    }

    private ConfigurableApplicationContext production(Map<String, String> user) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=postgres",
                "--JOINTFLIGHTS_PROXY=::1",
                "--JOINTFLIGHTS_ADMIN_PASSWORD=One-Secret-1",
                "--JOINTFLIGHTS_ADMIN2_PASSWORD=Two-Secrets-2",
                "--JOINTFLIGHTS_DATABASE_URL=" + url,
                "--JOINTFLIGHTS_DATABASE_USER=" + user.get("JOINTFLIGHTS_DATABASE_USER"),
                "--JOINTFLIGHTS_DATABASE_PASSWORD=" + user.get("JOINTFLIGHTS_DATABASE_PASSWORD"),
                "--server.port=0",
                "--management.server.port=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--jointflights.sign-in.password-cost=4",
                "--camunda.bpm.process-engine-name=roleonly",
                "--camunda.bpm.webapp.enabled=false",
                "--camunda.bpm.deployment-resource-pattern=classpath:sign-in-slice/*.bpmn"));
        return new SpringApplicationBuilder(SignInSlice.class).run(arguments.toArray(String[]::new));
    }
}
