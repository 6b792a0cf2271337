package fr.maillage.coediting;

import fr.maillage.base.Today;
import fr.maillage.coediting.TextStore.Derived;
import fr.maillage.coediting.yjs.SharedDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done for texts when they are quiet: their words are derived, their log goes into their state, versions are kept. */
@Component
class Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);
    private static final long RESTING_AFTER = TimeUnit.SECONDS.toNanos(30);
    private static final long EMPTY_FOR = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_ROWS = 500;
    private static final int AFTER_START = 10_000;

    /** Nobody wrote for that long: a good moment to keep. */
    static final Duration QUIET = Duration.ofMinutes(3);
    /** Where somebody always writes, one is kept that often. */
    static final Duration LONGEST_SITTING = Duration.ofMinutes(20);

    /** Changes that no version holds: since when, and the last. */
    private record Unversioned(Instant since, Instant last) {

        boolean isDue(Instant now) {
            return now.isAfter(last.plus(QUIET)) || now.isAfter(since.plus(LONGEST_SITTING));
        }
    }

    private final Map<LiveTextId, Unversioned> unversioned = new ConcurrentHashMap<>();
    private final Attempts deriving = new Attempts("Its words cannot be derived");
    private final Attempts compacting = new Attempts("Its log cannot be shortened");
    private final Attempts versioning = new Attempts("No version of it can be kept");
    private final TextStore store;
    private final VersionStore versions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Today today;

    Keeping(TextStore store, VersionStore versions, TransactionTemplate transaction, ApplicationEventPublisher events,
            Today today) {
        this.store = store;
        this.versions = versions;
        this.transaction = transaction;
        this.events = events;
        this.today = today;
    }

    /** Stores the words of texts that have paused, and tells the features. One that fails is due again after a pause. */
    void derive(Collection<Room> rooms) {
        for (Room room : rooms) {
            if (room.isDueForDeriving(PAUSE)) {
                deriving.attempt(room.id, () -> derive(room));
            }
        }
    }

    /** The same for one text, at once. */
    void settle(Room room) {
        if (room.isDueForDeriving(0)) {
            derive(room);
        }
    }

    private void derive(Room room) {
        Room.@Nullable Snapshot snapshot = null;
        try {
            snapshot = room.snapshot();
            save(room.id, room.ref, snapshot);
            unversioned.compute(room.id, (id, before) -> {
                Instant now = today.now();
                return new Unversioned(before == null ? now : before.since(), now);
            });
        } catch (RuntimeException failed) {
            room.deriveAgain(snapshot == null ? Set.of() : snapshot.writers());
            throw failed;
        }
    }

    private void save(LiveTextId id, LiveTextRef ref, Room.Snapshot is) {
        transaction.executeWithoutResult(status -> {
            versions.wrote(id, is.writers());
            store.saveWords(id, is.content(), today.now(), is.writers().stream().findFirst().orElse(null));
            events.publishEvent(new LiveTextChanged(ref, is.content().plainText(), is.writers(), is.named(), today.now()));
        });
    }

    /** Shortens long logs, lets documents rest, and gives up rooms nobody is in. What fails for one stops no other. */
    void tidy(Collection<Room> rooms, Consumer<Room> giveUp) {
        for (Room room : rooms) {
            if (room.rows() > MOST_ROWS) {
                compacting.attempt(room.id, () -> {
                    compact(room.id);
                    room.compacted();
                });
            }
            room.rest(RESTING_AFTER);
            Unversioned changed = unversioned.get(room.id);
            if (changed != null && changed.isDue(today.now())) {
                versioning.attempt(room.id, () -> keepVersion(room.id));
            }
            if (room.abandonIfEmpty(EMPTY_FOR)) {
                giveUp.accept(room);
                boolean changes = unversioned.remove(room.id) != null;
                if (room.rows() > 0 || changes) {
                    compacting.attempt(room.id, () -> compact(room.id));
                    versioning.attempt(room.id, () -> versions.keepQuietly(room.id, today.now()));
                }
                List.of(deriving, compacting, versioning).forEach(attempts -> attempts.forget(room.id));
            }
        }
    }

    private void keepVersion(LiveTextId id) {
        Unversioned changed = unversioned.remove(id);
        try {
            versions.keepQuietly(id, today.now());
        } catch (RuntimeException failed) {
            if (changed != null) {
                unversioned.merge(id, changed, (now, before) -> new Unversioned(before.since(), now.last()));
            }
            throw failed;
        }
    }

    private void compact(LiveTextId id) {
        store.compact(id, today.now(), updates -> {
            SharedDocument document = SharedDocument.of(updates);
            RichText content = Trees.document(document.read().xml(Trees.ROOT));
            return new Derived(document.encode(), content.plainText(), content.words());
        });
    }

    /** After a crash words may be behind and logs long: both are made good, with nobody waiting for it. */
    void afterStart() {
        for (LiveTextId id : store.withLog(AFTER_START)) {
            try {
                compact(id);
                store.find(id).ifPresent(known -> save(id, known.ref(), stored(id)));
            } catch (RuntimeException failed) {
                LOG.warn("A live text cannot be tidied: {}", id, failed);
            }
        }
    }

    private Room.Snapshot stored(LiveTextId id) {
        SharedDocument document = SharedDocument.of(store.load(id).updates());
        RichText content = Trees.document(document.read().xml(Trees.ROOT));
        return new Room.Snapshot(content, NamedPeople.in(content, document, store.authors(id)), Set.of());
    }
}
