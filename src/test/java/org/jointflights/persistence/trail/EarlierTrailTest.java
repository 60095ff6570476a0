package org.jointflights.persistence.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jointflights.process.PostgresServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whose the entries are that were written before an entry said so. */
class EarlierTrailTest {

    private static final String STEP = "{\"code\":\"step.userTask_%s\",\"arguments\":[]}";
    private static final String ROLE = "{\"code\":\"approval.role.%s\",\"arguments\":[]}";
    private static final String EURO = "{\"minor\":5,\"currency\":\"EUR\"}";
    private static final String NOBODYS = "null/null";

    private record Written(String actor, String code, String arguments, String becomes) {}

    private static final List<Written> ENTRIES = List.of(
            new Written("esc", "trail.withdrawn", "[\"ES\",\"GB\"]", "ES/null"),
            new Written("frf", "trail.share.objected", "[\"FR\"," + EURO + ",\"GB\"]", "FR/null"),
            new Written("frc", "trail.acknowledged", "[\"ES\",\"GB\"]", "ES/FR"),
            new Written("frc", "trail.quoted", "[\"GB\"," + EURO + "]", "null/FR"),
            new Written("fxf", "trail.accounts.certified", "[" + EURO + "," + EURO + ",\"7\",\"GB\"]", "GB/FX"),
            new Written("frf", "trail.accounts.corrected", "[\"7\",\"GB\",\"ES\"]", "GB/FR"),
            new Written("esf", "trail.accounts.paid", "[\"GB\",\"ES\"," + EURO + ",\"FR\"]", "GB/ES"),
            new Written("esf", "trail.accounts.waived", "[\"ES\",\"GB\"," + EURO + ",\"FR\",\"FR\"]", "GB/ES"),
            new Written("system", "trail.accounts.penalty", "[" + EURO + ",\"GB\"]", "FR/null"),
            new Written(
                    "fxf",
                    "trail.signed",
                    "[" + ROLE.formatted("DECISION_FOR_FRONTEX") + ",\"GB\",\"1\",\"\"]",
                    "GB/FX"),
            new Written("gbf", "trail.refused", "[" + ROLE.formatted("FINANCE") + ",\"GB\",\"1\",\"FR\"]", "GB/null"),
            new Written("man", "trail.signed", "[" + ROLE.formatted("MANAGER") + ",\"–\",\"1\",\"FR\"]", NOBODYS),
            new Written("gbf", "trail.comment", "[" + STEP.formatted("acceptShare") + ",\"FR\"]", "GB/null"),
            new Written("two", "trail.comment", "[" + STEP.formatted("acceptShare") + ",\"FR\"]", NOBODYS),
            new Written("new", "trail.comment", "[" + STEP.formatted("acceptShare") + ",\"FR\"]", NOBODYS),
            new Written("frc", "trail.comment", "[" + STEP.formatted("decideObjection") + ",\"GB\"]", "FR/null"),
            new Written("man", "trail.comment", "[" + STEP.formatted("fixKey") + ",\"GB\"]", NOBODYS),
            new Written("gbf", "trail.takenOver", "[\"gbf\"," + STEP.formatted("acceptShare") + ",\"old\"]", "GB/null"),
            new Written("fxc", "trail.takenOver", "[\"fxc\"," + STEP.formatted("setCeilings") + ",\"old\"]", "FX/null"),
            new Written("zzc", "trail.declined", "[\"ZZ\",\"no party of ours\"]", NOBODYS));

    @Test
    void are_known_from_what_is_stored_beyond_doubt_and_otherwise_nobodys_in_h2() {
        migrates("jdbc:h2:mem:earlier-trail;DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Test
    void are_known_from_what_is_stored_beyond_doubt_and_otherwise_nobodys_in_postgres() {
        Map<String, String> server = PostgresServer.environment();
        migrates(
                server.get("JOINTFLIGHTS_DATABASE_URL"),
                server.get("JOINTFLIGHTS_DATABASE_USER"),
                server.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
    }

    private static void migrates(String url, String user, String password) {
        Flyway.configure().dataSource(url, user, password).target("75?").load().migrate();
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, user, password));
        for (String party : List.of("FR", "GB", "ES", "FX")) {
            database.sql("insert into party (code, authority, since) values (?, 'a', current_timestamp)")
                    .param(party)
                    .update();
        }
        database.sql("""
                        insert into flight (reference, type, organiser, destination, departure, zone, real_date, capacity,
                            stage, stage_since, revision)
                        values ('F', 'JRO', 'FR', 'd', current_timestamp, 'UTC', current_date, 1, 'PLANNING',
                            current_timestamp, 0)
                        """).update();
        done(database, "gbf", "GB");
        done(database, "two", "FR");
        done(database, "two", "GB");
        ENTRIES.forEach(entry -> database.sql("""
                        insert into trail (reference, at, actor, code, arguments)
                        values ('F', current_timestamp, ?, ?, ?)
                        """)
                .params(entry.actor(), entry.code(), entry.arguments())
                .update());

        Flyway.configure().dataSource(url, user, password).load().migrate();

        List<String> became = database.sql("select * from trail order by id")
                .query((row, number) -> row.getString("actor") + " " + row.getString("code") + " "
                        + row.getString("party") + "/" + row.getString("actor_party"))
                .list();
        assertThat(became)
                .containsExactlyElementsOf(ENTRIES.stream()
                        .map(entry -> entry.actor() + " " + entry.code() + " " + entry.becomes())
                        .toList());
    }

    private static void done(JdbcClient database, String actor, String party) {
        database.sql("insert into completed_task (task_id, task, reference, party, actor, at) "
                        + "values (?, 'userTask_acceptShare', 'F', ?, ?, current_timestamp)")
                .params(actor + party, party, actor)
                .update();
    }
}
