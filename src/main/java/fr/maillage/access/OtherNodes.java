package fr.maillage.access;

import fr.maillage.base.Today;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the other nodes of an installation that rights changed, in the transaction that changes them, and hears it from
 * them within half a second: {@link AccessChanged} is then published here too.
 */
@Component
class OtherNodes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final long LOOK_EVERY_MS = 400;
    private static final int KEPT_MINUTES = 10;

    /** What there is to read; a change that commits after a later one moves the number of rows. */
    private record News(long last, long rows) {}

    private final UUID node = UUID.randomUUID();
    private final JdbcClient jdbc;
    private final Today today;
    private final ApplicationEventPublisher events;
    private @Nullable News heard;
    private @Nullable ScheduledExecutorService schedule;

    OtherNodes(JdbcClient jdbc, Today today, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.today = today;
        this.events = events;
    }

    @EventListener
    void on(AccessChanged changed) {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.getSynchronizations().contains(telling)) {
            TransactionSynchronizationManager.registerSynchronization(telling);
        }
    }

    /** Once for a transaction, however often rights change in it. */
    private final TransactionSynchronization telling = new TransactionSynchronization() {
        @Override
        public void beforeCommit(boolean readOnly) {
            jdbc.sql("insert into access_change (node, at) values (:node, :at)").param("node", node)
                    .param("at", now()).update();
        }
    };

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC);
    }

    /** Looks once. Public events follow when another node changed something since the last time. */
    void look() {
        News news = jdbc.sql("select coalesce(max(id), 0), count(*) from access_change where node <> :node")
                .param("node", node).query((row, n) -> new News(row.getLong(1), row.getLong(2))).single();
        if (!news.equals(heard)) {
            boolean first = heard == null;
            heard = news;
            if (!first) {
                events.publishEvent(new AccessChanged());
            }
        }
    }

    private void tidy() {
        jdbc.sql("delete from access_change where at < :before").param("before", now().minusMinutes(KEPT_MINUTES)).update();
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("other nodes").factory());
        executor.scheduleWithFixedDelay(() -> guarded(this::look), 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        executor.scheduleWithFixedDelay(() -> guarded(this::tidy), 1, KEPT_MINUTES, TimeUnit.MINUTES);
        schedule = executor;
    }

    private static void guarded(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException away) {
            LOG.debug("The other nodes cannot be heard: {}", away.toString());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = schedule;
        if (executor != null) {
            executor.shutdownNow();
            schedule = null;
        }
    }

    @Override
    public boolean isRunning() {
        return schedule != null;
    }
}
