package org.jointflights.persistence.example;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jointflights.persistence.system.ActsUnderWay;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * H2 in a file writes a commit some time after it: here it is written before anybody is told of it, so that a kill loses nothing of
 * that. H2 has a setting for it too, but with that one it never uses the room again of what it has written anew.
 */
@Configuration(proxyBeanMethods = false)
@Profile("example")
@ConditionalOnExpression("'${spring.datasource.url:}'.startsWith('jdbc:h2:file:')")
class WrittenAtCommit {

    @Bean
    PlatformTransactionManager transactionManager(DataSource database, OpenDoor door, ActsUnderWay acts) {
        return new Writing(database, door, acts);
    }

    @Bean
    OpenDoor openDoor(DataSource pool, Environment settings) {
        return new OpenDoor(pool, begun(settings));
    }

    /** Runs before there is a pool. */
    @Bean
    static BeanFactoryPostProcessor beginAnew(Environment settings) {
        return factory -> begun(settings).begin();
    }

    private static BegunFile begun(Environment settings) {
        return new BegunFile(settings.getRequiredProperty("spring.datasource.url"));
    }

    private static final class Writing extends JdbcTransactionManager {

        private static final long serialVersionUID = 1L;

        private final transient OpenDoor door;
        private final transient ActsUnderWay acts;

        Writing(DataSource database, OpenDoor door, ActsUnderWay acts) {
            super(database);
            this.door = door;
            this.acts = acts;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            acts.begin();
            boolean begun = false;
            try {
                super.doBegin(transaction, definition);
                begun = true;
            } finally {
                if (!begun) {
                    acts.end();
                }
            }
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            try {
                super.doCleanupAfterCompletion(transaction);
            } finally {
                acts.end();
            }
        }

        @Override
        protected void doCommit(DefaultTransactionStatus transaction) {
            super.doCommit(transaction);
            if (door.running && !transaction.isReadOnly()) {
                write(DataSourceUtils.getConnection(obtainDataSource()));
            }
        }

        /** On the transaction's own connection, which is let go after this. */
        private static void write(Connection connection) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint");
            } catch (SQLException failure) {
                throw new TransactionSystemException("What is committed is not in the file yet", failure);
            }
        }
    }

    /**
     * Until the web server opens its door nobody is told of anything, and no step runs. Most of the first start is done in that time,
     * which leaves the file full of what was written anew. What people typed and the retention has erased stands in such pages too, until
     * H2 needs their room: so the file is written anew when the application ends, or, where it was killed, when it begins again.
     */
    static final class OpenDoor implements SmartLifecycle, DisposableBean {

        /** How many times what is in it, as H2 guesses, the file may be. */
        private static final int MOST = 2;

        private static final String PERCENT = """
                select cast(setting_value as bigint) from information_schema.settings where setting_name = ?
                """;

        private static final String ERASED_SINCE = """
                select count(*) > (select max(erasures) from file_written_anew) from erasure
                """;

        private static final String KNOWN = """
                select count(*) > 0 from information_schema.tables where table_name = 'FILE_WRITTEN_ANEW'
                """;

        private final DataSource pool;
        private final BegunFile begun;
        private final JdbcClient database;
        private volatile boolean running;

        OpenDoor(DataSource pool, BegunFile begun) {
            this.pool = pool;
            this.begun = begun;
            this.database = JdbcClient.create(pool);
        }

        @Override
        public void start() {
            boolean erased = isErasedSince();
            if (erased || isWide()) {
                writeAnew(erased);
            }
            running = true;
            database.sql("checkpoint").update();
            begun.finish();
        }

        /** It opens again by itself; connections to what was closed are of no use. */
        private void writeAnew(boolean erased) {
            database.sql("shutdown compact").update();
            HikariDataSource connections = DataSourceUnwrapper.unwrap(pool, HikariDataSource.class);
            if (connections != null) {
                connections.getHikariPoolMXBean().softEvictConnections();
            }
            if (erased) {
                database.sql("update file_written_anew set erasures = (select count(*) from erasure)")
                        .update();
            }
        }

        private boolean isErasedSince() {
            return holds(KNOWN) && holds(ERASED_SINCE);
        }

        private boolean holds(String question) {
            return database.sql(question).query(Boolean.class).single();
        }

        private boolean isWide() {
            long used = percent("info.FILL_RATE") * percent("info.CHUNKS_FILL_RATE");
            return used * MOST < 100 * 100;
        }

        private long percent(String setting) {
            return database.sql(PERCENT).param(setting).query(Long.class).single();
        }

        @Override
        public void stop() {
            // Whoever is served to the end is told to the end.
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        /** The engine, which needs this, is gone by then, and the pool is not. */
        @Override
        public void destroy() {
            if (running && isErasedSince()) {
                writeAnew(true);
            }
        }

        /** After the example's flights. */
        @Override
        public int getPhase() {
            return 1;
        }
    }
}
