package org.jointflights.persistence.people;

import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jointflights.application.people.SessionClasses;
import org.jointflights.application.system.Outages;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions in the database: any node serves any request, and a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SessionStoreConfiguration {

    private static final String TABLE = "web_session";

    /** Each node does it, a minute apart or at once; what another has removed is not there to be removed. */
    private static final String EVERY_TEN_MINUTES = "0 */10 * * * *";

    /** Nothing where the session has ended meanwhile. */
    private static final String ATTRIBUTE =
            "select s.primary_id, a.name, a.bytes from (select cast(? as varchar) as id, "
                    + "cast(? as varchar) as name, cast(? as bytea) as bytes) a join web_session s on s.primary_id = a.id";

    private static final String INTO =
            " into web_session_attributes (session_primary_id, attribute_name, attribute_bytes) ";

    @Bean
    SessionSecrets sessionSecrets() {
        return new SessionSecrets();
    }

    @Bean
    JdbcIndexedSessionRepository sessionTables(
            DataSource database,
            PlatformTransactionManager transactions,
            SessionSecrets secrets,
            @Value("${server.servlet.session.timeout}") Duration timeout) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository tables = new JdbcIndexedSessionRepository(jdbc, own);
        tables.setTableName(TABLE);
        tables.setCreateSessionAttributeQuery(addAttribute(jdbc));
        tables.setSessionIdGenerator(secrets);
        tables.setDefaultMaxInactiveInterval(timeout);
        tables.setCleanupCron(Scheduled.CRON_DISABLED);
        tables.setIndexResolver(session -> Map.of());
        // What is read and written are bytes; SessionContent alone knows what may be in them.
        tables.setConversionService(bytes());
        return tables;
    }

    @Bean
    @Primary
    <S extends Session> SparingSessions<S> sessions(
            @Qualifier("sessionTables") SessionRepository<S> tables,
            SessionSecrets secrets,
            SessionClasses others,
            Outages outages) {
        return new SparingSessions<>(tables, secrets, new SessionContent(others), outages);
    }

    @Bean
    ExpiredSessions expiredSessions(JdbcIndexedSessionRepository tables) {
        return new ExpiredSessions(tables);
    }

    /** Not by the sessions' own clock: ours says in one line that the database is away, where that one writes a stack. */
    static final class ExpiredSessions {

        private final JdbcIndexedSessionRepository tables;

        ExpiredSessions(JdbcIndexedSessionRepository tables) {
            this.tables = tables;
        }

        @Scheduled(cron = EVERY_TEN_MINUTES)
        void remove() {
            tables.cleanUpExpiredSessions();
        }
    }

    /** Two requests of a page that has just been opened may both be the first to write an attribute. */
    private static String addAttribute(JdbcTemplate jdbc) {
        ConnectionCallback<String> name =
                (Connection connection) -> connection.getMetaData().getDatabaseProductName();
        return Objects.equals(jdbc.execute(name), "H2")
                ? "merge" + INTO + "key (session_primary_id, attribute_name) " + ATTRIBUTE
                : "insert" + INTO + ATTRIBUTE
                        + " on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes";
    }

    private static GenericConversionService bytes() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, byte[].class::cast);
        conversion.addConverter(byte[].class, Object.class, bytes -> bytes);
        return conversion;
    }
}
