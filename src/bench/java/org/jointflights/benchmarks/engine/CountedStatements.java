package org.jointflights.benchmarks.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what one thread sends to the database while it is asked to, and stands in nobody's way otherwise. A batch is one
 * statement, and its rows are counted beside.
 */
final class CountedStatements extends DelegatingDataSource {

    private static final ThreadLocal<Sent> SENT = new ThreadLocal<>();

    /** What was sent during one act: the statements in order, and how many rows were sent in batches. */
    static final class Sent {

        private final List<String> statements = new ArrayList<>();
        private int batchedRows;

        List<String> statements() {
            return statements;
        }

        int batchedRows() {
            return batchedRows;
        }
    }

    CountedStatements(DataSource source) {
        super(source);
    }

    static Sent during(Runnable act) {
        Sent sent = new Sent();
        SENT.set(sent);
        try {
            act.run();
            return sent;
        } finally {
            SENT.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return SENT.get() == null ? connection : counted(connection);
    }

    private static Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return switch (method.getName()) {
                case "prepareStatement" -> counted(PreparedStatement.class, (Statement) result, (String) arguments[0]);
                case "prepareCall" -> counted(CallableStatement.class, (Statement) result, (String) arguments[0]);
                case "createStatement" -> counted(Statement.class, (Statement) result, null);
                default -> result;
            };
        });
    }

    private static <T extends Statement> T counted(Class<T> type, Statement statement, @Nullable String prepared) {
        return proxy(type, (proxy, method, arguments) -> {
            Object result = call(statement, method, arguments);
            Sent sent = SENT.get();
            if (sent != null && method.getName().startsWith("execute")) {
                boolean own = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
                sent.statements.add(own ? (String) arguments[0] : String.valueOf(prepared));
                if (result instanceof int[] rows) {
                    sent.batchedRows += rows.length;
                }
            }
            return result;
        });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CountedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
