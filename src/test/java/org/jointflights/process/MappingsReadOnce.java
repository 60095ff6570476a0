package org.jointflights.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransaction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Each engine reads the same files of SQL at its start, which takes a second. The tests start dozens: what the first has
 * read for a kind of database, the others of this virtual machine use, each on its own.
 */
class MappingsReadOnce implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, Configuration> READ = new ConcurrentHashMap<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("mappingsReadOnce", new Plugin());
    }

    /** After the plugins that give the engine its data source. */
    @Order(Ordered.LOWEST_PRECEDENCE)
    private static final class Plugin extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            Configuration read = READ.get(kind(engine.getDataSource()));
            if (read != null) {
                engine.setSqlSessionFactory(new OnOwnDatabase(read, engine.getDataSource()));
            }
        }

        @Override
        public void postProcessEngineBuild(ProcessEngine engine) {
            ProcessEngineConfigurationImpl built =
                    (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
            READ.putIfAbsent(
                    kind(built.getDataSource()), built.getSqlSessionFactory().getConfiguration());
        }

        private static String kind(DataSource database) {
            try (Connection connection = database.getConnection()) {
                return connection.getMetaData().getDatabaseProductName();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class OnOwnDatabase extends DefaultSqlSessionFactory {

        private final DataSource database;

        OnOwnDatabase(Configuration read, DataSource database) {
            super(read);
            this.database = Objects.requireNonNull(database);
        }

        @Override
        public SqlSession openSession() {
            Configuration read = getConfiguration();
            return new DefaultSqlSession(
                    read,
                    read.newExecutor(new ManagedTransaction(database, null, false), read.getDefaultExecutorType()),
                    false);
        }
    }
}
