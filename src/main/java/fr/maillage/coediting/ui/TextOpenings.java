package fr.maillage.coediting.ui;

import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextOpened;
import fr.maillage.coediting.LiveTextRef;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the screens of this node that a field they show has become a text. */
@Component
class TextOpenings {

    private final Map<LiveTextRef, Set<Consumer<LiveTextId>>> listeners = new ConcurrentHashMap<>();
    private final TaskExecutor executor;

    TextOpenings(TaskExecutor applicationTaskExecutor) {
        this.executor = applicationTaskExecutor;
    }

    /** Calls once it is opened, on another thread; the answer ends the waiting. */
    Runnable await(LiveTextRef ref, Consumer<LiveTextId> opened) {
        listeners.compute(ref, (key, present) -> {
            Set<Consumer<LiveTextId>> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(opened);
            return all;
        });
        return () -> listeners.computeIfPresent(ref, (key, present) -> {
            present.remove(opened);
            return present.isEmpty() ? null : present;
        });
    }

    @TransactionalEventListener
    void on(LiveTextOpened opened) {
        // On its own thread: the committing one still holds its transaction and its own screen’s lock.
        listeners.getOrDefault(opened.ref(), Set.of())
                .forEach(listener -> executor.execute(() -> listener.accept(opened.text())));
    }
}
