package org.jointflights.persistence.trail;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jointflights.application.people.administration.AdministrationEntries;
import org.jointflights.application.trail.AuditChains;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.verification.VerifyTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainHead;
import org.jointflights.domain.trail.ChainReport;
import org.jointflights.domain.trail.TrailVerification;
import org.jointflights.process.PostgresServer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own with all migrations, and the part of the application that keeps the logs: one node. */
final class TrailDatabase implements AutoCloseable {

    static final OperationReference FLIGHT = new OperationReference("JRO-2027-0001");

    private static final Instant AT = Instant.parse("2027-03-01T09:00:00.123Z");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static final String ANY_FLIGHT = """
            insert into flight (reference, type, organiser, destination, departure, zone, real_date, capacity,
                stage, stage_since, revision)
            select 'JRO-2027-0001', 'JRO', 'FR', 'Nigeria', current_timestamp, 'UTC', current_date, 200,
                'PLANNING', current_timestamp, 0
            where not exists (select 1 from flight)
            """;

    /** Where it is, so that a second node can use the same. */
    record Place(String vendor, String url, String user, String password) {

        static Place onH2() {
            return new Place(
                    "h2",
                    "jdbc:h2:mem:trail" + NUMBERS.incrementAndGet() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024",
                    "sa",
                    "");
        }

        /** A copy of one with all migrations: sooner there than if each ran them. */
        static Place onPostgres() {
            return postgres(PostgresServer.copy(Migrated.DATABASE));
        }

        static Place emptyOnPostgres() {
            return postgres(PostgresServer.environment());
        }

        private static Place postgres(Map<String, String> database) {
            return new Place(
                    "postgresql",
                    database.get("JOINTFLIGHTS_DATABASE_URL"),
                    database.get("JOINTFLIGHTS_DATABASE_USER"),
                    database.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
        }

        private DriverManagerDataSource connections() {
            return new DriverManagerDataSource(url, user, password);
        }
    }

    private static final class Migrated {

        static final Map<String, String> DATABASE = PostgresServer.environment();

        static {
            Place place = Place.postgres(DATABASE);
            migrations(place, place.connections()).load().migrate();
        }
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {"org.jointflights.persistence", "org.jointflights.application.verification"},
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {
                                TrailEntries.class,
                                AdministrationEntries.class,
                                AuditChains.class,
                                ChainAtCommit.class,
                                VerifyTrail.class
                            }))
    static class Node {

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }
    }

    private final Place place;
    private final AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
    private final TrailEntries trail;
    private final AdministrationEntries administration;
    final AuditChains chains;
    final JdbcClient sql;
    final TransactionTemplate transaction;

    TrailDatabase(Place place) {
        this.place = place;
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(place.url);
        connections.setUsername(place.user);
        connections.setPassword(place.password);
        connections.setMinimumIdle(1);
        migrations(place, connections).load().migrate();
        node.registerBean(DataSource.class, () -> connections, bean -> bean.setDestroyMethodName("close"));
        node.register(Node.class);
        node.refresh();
        trail = node.getBean(TrailEntries.class);
        administration = node.getBean(AdministrationEntries.class);
        chains = node.getBean(AuditChains.class);
        sql = node.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(node.getBean(PlatformTransactionManager.class));
        sql.sql(ANY_FLIGHT).update();
    }

    /** One whose two entries were written and chained by the version before, with the triggers of then. */
    static TrailDatabase ofTheVersionBeforeErasure(Place place) {
        DriverManagerDataSource connections = place.connections();
        migrations(place, connections).target("13").load().migrate();
        JdbcClient sql = JdbcClient.create(connections);
        for (String statement : List.of(
                ANY_FLIGHT,
                "insert into trail (reference, at, actor, code, arguments)"
                        + " values ('JRO-2027-0001', current_timestamp, 'x', 'trail.resumed', '[\"one\"]')",
                "insert into trail (reference, at, actor, code, arguments)"
                        + " values ('JRO-2027-0001', current_timestamp, 'x', 'trail.resumed', '[\"two\"]')",
                "insert into chain_link values ('TRAIL', 1, 1, repeat('a', 64))",
                "insert into chain_link values ('TRAIL', 2, 2, repeat('b', 64))",
                "update chain_head set number = 2, hash = repeat('b', 64) where chain = 'TRAIL'")) {
            sql.sql(statement).update();
        }
        List<String> tables = List.of("trail", "administration_log", "chain_link");
        for (String table : tables) {
            sql.sql("drop trigger if exists "
                            + (place.vendor.equals("h2") ? table + "_append_only" : "append_only on " + table))
                    .update();
            sql.sql(
                            place.vendor.equals("h2")
                                    ? "create trigger " + table + "_append_only before update, delete on " + table
                                            + " call 'org.jointflights.persistence.example.AppendOnlyTrigger'"
                                    : "create trigger append_only before update or delete or truncate on " + table
                                            + " for each statement execute function refuse_change()")
                    .update();
        }
        // Its scripts for them were others.
        sql.sql("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" is null")
                .update();
        return new TrailDatabase(place);
    }

    private static FluentConfiguration migrations(Place place, DataSource connections) {
        return Flyway.configure().dataSource(connections).locations("db/migration", "db/" + place.vendor);
    }

    boolean isH2() {
        return place.vendor.equals("h2");
    }

    @Override
    public void close() {
        node.close();
    }

    /** One transaction with an entry of each of these events on the trail. */
    void happens(String... remarks) {
        transaction.executeWithoutResult(status -> add(remarks));
    }

    /** The same inside of somebody's transaction. */
    void add(String... remarks) {
        for (String remark : remarks) {
            trail.add(new TrailEntry(
                    FLIGHT,
                    AT,
                    "gbfinance1",
                    TrailEvent.COMMENT,
                    new Party("GB"),
                    new Party("FR"),
                    List.of("Sign", remark)));
        }
    }

    void administratorActs() {
        transaction.executeWithoutResult(status -> administration.add(
                AT, "admin", "frfinance1", Sentence.of("people.administration.partyAdded", "ZZ", "é \"x\"\n")));
    }

    /** As an attacker who owns the tables: takes the triggers away first. */
    void attacks(String... statements) {
        for (String table : List.of("trail", "administration_log", "chain_link", "chain_head")) {
            sql.sql(
                            isH2()
                                    ? "drop trigger if exists " + table + "_append_only"
                                    : "alter table " + table + " disable trigger user")
                    .update();
        }
        for (String statement : statements) {
            sql.sql(statement).update();
        }
    }

    /** As docs/trail.md says, with the triggers in place. */
    void erase(String table, long id) {
        int erased = sql.sql("update " + table + " set arguments = null, salt = null where id = ?")
                .param(id)
                .update();
        if (erased != 1) {
            throw new IllegalStateException("nothing to erase");
        }
    }

    /** The trail of the flight, as people read it. */
    List<String> said(Locale language) {
        return trail.of(FLIGHT).stream().map(entry -> entry.what().in(language)).toList();
    }

    /** The administration log, as people read it. */
    List<String> acts(Locale language) {
        return administration.before(Long.MAX_VALUE, 10).stream()
                .map(entry -> entry.what().in(language))
                .toList();
    }

    String everythingStored() {
        return List.of("trail", "administration_log", "chain_link", "chain_head").stream()
                .map(table ->
                        sql.sql("select * from " + table).query().listOfRows().toString())
                .collect(joining());
    }

    TrailVerification verified(ChainHead... witnesses) {
        return node.getBean(VerifyTrail.class).run(List.of(witnesses));
    }

    /** Every break, by the last word of its key and what it names. */
    List<String> faults(ChainHead... witnesses) {
        return verified(witnesses).faults().stream()
                .map(fault -> fault.code().replace("verification.trail.break.", "") + " "
                        + String.join(
                                " ",
                                fault.arguments().stream()
                                        .filter(String.class::isInstance)
                                        .map(String.class::cast)
                                        .toList()))
                .toList();
    }

    ChainHead head(AuditLog log) {
        return chains.end(log).head();
    }

    ChainReport report(AuditLog log) {
        return verified().chains().stream()
                .filter(chain -> chain.log() == log)
                .findFirst()
                .orElseThrow();
    }
}
