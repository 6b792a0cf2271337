package fr.maillage.shell;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * While the database is away everything that needs it fails, in many words. On the console stand two lines instead: one
 * when it goes, one when it is back. The log file keeps all of it.
 */
@Component
class QuietConsole extends Filter<ILoggingEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(QuietConsole.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** What was no absence, a pool without a free connection say, is told in full for so long. */
    private static final long CALM_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int ANSWER_SECONDS = 2;
    private static final Set<String> CAUSES = Set.of("java.sql.SQLNonTransientConnectionException",
            "java.sql.SQLTransientConnectionException",
            "org.springframework.jdbc.CannotGetJdbcConnectionException",
            "org.springframework.transaction.CannotCreateTransactionException",
            "org.springframework.dao.DataAccessResourceFailureException");
    private static final List<String> WORDS = List.of("Failed to obtain JDBC Connection", "SQLState: 08", "HikariPool-",
            "The database does not answer", "Could not open JPA EntityManager");

    private final DataSource source;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final boolean tells;
    private volatile boolean ended;
    private volatile long calmUntil = System.nanoTime();

    /** @param outside the address of an outside database; the embedded one tells itself when it ends and serves again */
    QuietConsole(DataSource source, @Value("${maillage.db.url:}") String outside) {
        this.source = source;
        this.tells = !outside.isBlank();
        setName("database away");
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            setContext(logging);
            start();
            logging.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(this::quieten);
            sayOnce(logging.getStatusManager());
        }
    }

    private void quieten(Appender<ILoggingEvent> appender) {
        if (appender instanceof ConsoleAppender<ILoggingEvent>) {
            appender.addFilter(this);
        }
    }

    /** A log file on a full disk would otherwise be told of with every line that does not fit. */
    private static void sayOnce(StatusManager troubles) {
        List<StatusListener> before = troubles.getCopyOfStatusListenerList();
        if (before.stream().anyMatch(OncePerHour.class::isInstance)) {
            return;
        }
        before.forEach(troubles::remove);
        troubles.add(new OncePerHour());
    }

    /** Tells on the console of what keeps the log from being written, once an hour. */
    private static final class OncePerHour implements StatusListener {

        private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();
        private final AtomicLong until = new AtomicLong(System.nanoTime());

        @Override
        public void addStatusEvent(Status status) {
            long now = System.nanoTime();
            long silent = until.get();
            if (status.getLevel() == Status.ERROR && now - silent >= 0
                    && until.compareAndSet(silent, now + HOUR_NANOS)) {
                System.err.println("maillage: the log cannot be written in full: " + status.getMessage()
                        + (status.getThrowable() == null ? "" : " (" + status.getThrowable().getMessage() + ")"));
            }
        }
    }

    @PreDestroy
    void end() {
        ended = true;
        stop();
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        if (ended || event.getLoggerName().equals(QuietConsole.class.getName()) || !speaksOfAbsence(event)) {
            return FilterReply.NEUTRAL;
        }
        if (asking.get()) {
            return FilterReply.DENY;
        }
        if (System.nanoTime() - calmUntil < 0) {
            return FilterReply.NEUTRAL;
        }
        if (asking.compareAndSet(false, true)) {
            // Elsewhere: what is logged from within a filter is not written.
            Thread.ofVirtual().name("database away").start(this::ask);
        }
        return FilterReply.DENY;
    }

    static boolean speaksOfAbsence(ILoggingEvent event) {
        if (event.getLoggerName().startsWith("com.zaxxer.hikari")
                || WORDS.stream().anyMatch(event.getFormattedMessage()::contains)) {
            return true;
        }
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            if (CAUSES.contains(cause.getClassName())) {
                return true;
            }
        }
        return false;
    }

    private void ask() {
        try {
            if (answers()) {
                calmUntil = System.nanoTime() + CALM_NANOS;
                return;
            }
            if (tells) {
                LOG.warn("The database went away. What needs it waits or says so; the log file tells the details.");
            }
            while (!ended && !answers()) {
                Thread.sleep(PAUSE);
            }
            if (tells && !ended) {
                LOG.warn("The database is back.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            asking.set(false);
        }
    }

    /** Asked beside the pool, which may be exhausted by work while the database is well. */
    private boolean answers() {
        try {
            HikariDataSource pool = source.unwrap(HikariDataSource.class);
            try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(),
                    pool.getPassword())) {
                return connection.isValid(ANSWER_SECONDS);
            }
        } catch (SQLException away) {
            return false;
        }
    }
}
