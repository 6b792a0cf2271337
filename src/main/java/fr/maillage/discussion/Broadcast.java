package fr.maillage.discussion;

import fr.maillage.access.AudienceChanged;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open screens that a discussion changed, once the change is committed. Says only that there is something to
 * read again: each screen asks anew, with its own person's rights.
 */
@Component
public class Broadcast {

    /** Ends a subscription; may be called more than once. */
    @FunctionalInterface
    public interface Subscription {

        void end();
    }

    private final Map<UUID, Set<Consumer<UUID>>> listeners = new ConcurrentHashMap<>();
    private final TaskExecutor executor;

    Broadcast(TaskExecutor applicationTaskExecutor) {
        this.executor = applicationTaskExecutor;
    }

    /** Calls the listener, on another thread, each time the discussion of this item or the audience changed. */
    public Subscription listen(UUID item, Consumer<UUID> listener) {
        listeners.compute(item, (key, present) -> {
            Set<Consumer<UUID>> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(item, (key, present) -> {
            present.remove(listener);
            return present.isEmpty() ? null : present;
        });
    }

    @TransactionalEventListener
    void on(DiscussionChanged changed) {
        tell(changed.item());
    }

    @TransactionalEventListener
    void on(AudienceChanged changed) {
        tell(changed.item());
    }

    private void tell(UUID item) {
        // On its own thread: the committing thread still holds its transaction and its own screen's lock.
        listeners.getOrDefault(item, Set.of())
                .forEach(listener -> executor.execute(() -> listener.accept(item)));
    }
}
