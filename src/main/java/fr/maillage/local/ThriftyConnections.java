package fr.maillage.local;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that tell the server how they are used only when a statement comes and only when it was otherwise before.
 * A transaction for reading is five questions to the server without it: no longer commit by itself, only read, commit, write
 * again, commit by itself again; a screen opens dozens. Here it is one, and none where nothing is asked at all. What the
 * server guarantees stays: a transaction is one, one for reading cannot write, and outside of one each statement stands.
 */
final class ThriftyConnections extends DelegatingDataSource {

    /** After these a statement may follow at once. */
    private static final Set<String> ASKING = Set.of("createStatement", "prepareStatement", "prepareCall", "setSavepoint");

    ThriftyConnections(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return thrifty(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return thrifty(super.getConnection(user, password));
    }

    private static Connection thrifty(Connection pooled) throws SQLException {
        return (Connection) Proxy.newProxyInstance(ThriftyConnections.class.getClassLoader(), new Class<?>[] {Connection.class},
                new Wishes(pooled, pooled.unwrap(org.mariadb.jdbc.Connection.class)));
    }

    /** What whoever has the connection wants of it. */
    private static final class Wishes implements InvocationHandler {

        private final Connection pooled;
        /** The pool would set back at once what it is told: it does not hear of these states. The driver skips what is so already. */
        private final Connection session;
        private boolean autoCommit = true;
        private boolean readOnly;

        Wishes(Connection pooled, Connection session) {
            this.pooled = pooled;
            this.session = session;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return switch (method.getName()) {
                    case "setAutoCommit" -> {
                        boolean wanted = (boolean) arguments[0];
                        if (wanted && !autoCommit) {
                            pooled.commit();
                        }
                        autoCommit = wanted;
                        yield null;
                    }
                    case "getAutoCommit" -> autoCommit;
                    case "setReadOnly" -> {
                        readOnly = (boolean) arguments[0];
                        yield null;
                    }
                    case "isReadOnly" -> readOnly;
                    case "close" -> {
                        end();
                        yield null;
                    }
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> {
                        if (ASKING.contains(method.getName())) {
                            session.setReadOnly(readOnly);
                            session.setAutoCommit(autoCommit);
                        }
                        yield method.invoke(pooled, arguments);
                    }
                };
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }

        /** What was not committed is not kept. */
        private void end() throws SQLException {
            try (pooled) {
                if (!pooled.isClosed() && !session.getAutoCommit()) {
                    pooled.rollback();
                }
            }
        }
    }
}
