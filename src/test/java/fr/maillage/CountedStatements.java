package fr.maillage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Counts what each thread sends to the database. The server’s own counters also hold what the application does in the
 * background, so that a number of statements taken from them is not the same twice.
 */
@Component
class CountedStatements implements BeanPostProcessor {

    /** What a thread has sent so far. */
    record Sent(long reads, long all) {

        private static final Pattern READS = Pattern.compile("\\s*(select|with)\\b", Pattern.CASE_INSENSITIVE);

        private Sent and(String sql) {
            return new Sent(READS.matcher(sql).lookingAt() ? reads + 1 : reads, all + 1);
        }
    }

    private static final ThreadLocal<Sent> SENT = ThreadLocal.withInitial(() -> new Sent(0, 0));

    /** By the current thread, in all contexts of this process. */
    static Sent sent() {
        return SENT.get();
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
            Connection connection = super.getConnection();
            return proxy(Connection.class, connection, (method, arguments, answer) -> switch (answer) {
                case PreparedStatement statement -> counted(PreparedStatement.class, statement, (String) arguments[0]);
                case Statement statement -> counted(Statement.class, statement, "");
                case null, default -> answer;
            });
        }

        private static <S extends Statement> S counted(Class<S> type, S statement, String prepared) {
            return proxy(type, statement, (method, arguments, answer) -> {
                if (method.getName().startsWith("execute")) {
                    SENT.set(SENT.get().and(arguments == null || arguments.length == 0 ? prepared : (String) arguments[0]));
                }
                return answer;
            });
        }
    }

    private interface Seen {
        Object answer(Method method, Object[] arguments, Object answer);
    }

    private static <T> T proxy(Class<T> type, T of, Seen seen) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                return seen.answer(method, arguments, method.invoke(of, arguments));
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }
}
