package org.jointflights.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what one thread asks of the database, whichever it is: the count does not depend on the machine. */
@TestComponent
public class Statements implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> ASKED = new ThreadLocal<>();

    /** Something done, whatever it throws. */
    @FunctionalInterface
    public interface Act {

        void run() throws Exception;
    }

    /** The SQL that was prepared during an act, in order. */
    public List<String> during(Act act) throws Exception {
        ASKED.set(new ArrayList<>());
        try {
            act.run();
            return List.copyOf(ASKED.get());
        } finally {
            ASKED.remove();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counted(source) : bean;
    }

    private static final class Counted extends DelegatingDataSource {

        Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(super.getConnection());
        }

        private Connection counted(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    Statements.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        List<String> list = ASKED.get();
                        if (list != null && method.getName().equals("prepareStatement")) {
                            list.add((String) arguments[0]);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
