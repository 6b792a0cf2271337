package fr.maillage.base;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One request of a browser and its answer, in the thread that serves it. What several parts of a screen ask for while
 * the answer is made is read once; with the answer it is forgotten. Outside of a request every question is read anew.
 *
 * <p>An answer is never older than what was written: a writing transaction reads for itself and leaves nothing
 * remembered, and {@link #forget} lets everybody's requests read again from that instant on.
 */
@Component
public class Roundtrip implements TransactionExecutionListener {

    private static final class Memory {
        private final Map<Object, Object> answers = new HashMap<>();
        private long asOf;
    }

    private final ThreadLocal<@Nullable Memory> memory = new ThreadLocal<>();
    private final AtomicLong changes = new AtomicLong();

    /** A request begins in this thread. */
    public void begin() {
        memory.set(new Memory());
    }

    /** Its answer is made. */
    public void end() {
        memory.remove();
    }

    /**
     * The answer to a question, read now or earlier in this request.
     *
     * @param question all on which the answer depends, comparable by equals; a record of the asking class's own
     * @param read     what answers it, with something that does not change any more
     */
    @SuppressWarnings("unchecked")
    public <T> T once(Object question, Supplier<T> read) {
        Memory own = memory.get();
        if (own == null || writing()) {
            return read.get();
        }
        long now = changes.get();
        if (own.asOf != now) {
            own.answers.clear();
            own.asOf = now;
        }
        // Not computeIfAbsent: what answers one question may ask another.
        Object known = own.answers.get(question);
        if (known == null) {
            known = read.get();
            own.answers.put(question, known);
        }
        return (T) known;
    }

    /** Something changed that answers depend on: whatever any request remembers is read anew. */
    public void forget() {
        changes.incrementAndGet();
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        Memory own = memory.get();
        if (own != null && !transaction.isReadOnly()) {
            own.answers.clear();
        }
    }

    private static boolean writing() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }
}
