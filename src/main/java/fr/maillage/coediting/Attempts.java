package fr.maillage.coediting;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Something that is done for one text after another. Where it fails it is said once and tried again after ever longer
 * pauses, so that one text stops no other, and what always fails costs little.
 */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(5);

    private record Failed(long at, long pause) {}

    private final Map<LiveTextId, Failed> failed = new ConcurrentHashMap<>();
    private final String complaint;

    /** @param complaint what is said when it fails */
    Attempts(String complaint) {
        this.complaint = complaint;
    }

    /**
     * Does it, unless it failed for this text just now.
     *
     * @throws RuntimeException when the database is away, which is no fault of this text
     */
    void attempt(LiveTextId text, Runnable act) {
        Failed before = failed.get(text);
        if (before != null && System.nanoTime() - before.at < before.pause) {
            return;
        }
        try {
            act.run();
            if (before != null && failed.remove(text) != null) {
                LOG.info("Done at last for the live text {}. It was: {}", text, complaint);
            }
        } catch (CannotGetJdbcConnectionException | CannotCreateTransactionException away) {
            throw away;
        } catch (RuntimeException | StackOverflowError why) {
            if (before == null) {
                LOG.warn("A live text is in trouble, and it is tried again and again: {}. {}", text, complaint, why);
            }
            failed.put(text, new Failed(System.nanoTime(),
                    before == null ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, before.pause * 2)));
        }
    }

    /** Nobody asks for this text any more. */
    void forget(LiveTextId text) {
        failed.remove(text);
    }
}
