package fr.maillage.plan;

import fr.maillage.access.AccessChanged;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AudienceChanged;
import fr.maillage.access.Operation;
import fr.maillage.base.PersonId;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where open screens meet: one room for each action and one for each plan that somebody looks at, kept while somebody
 * is in it. What is committed is told to everybody in the room; what people do to nothing but the screen (where they
 * are) is told at once. The database stays the truth: a room holds nothing that a reload would not bring back.
 */
@Component
public class PlanRooms {

    /** What a screen that shows an action hears. Called in any thread, the actor's own screens included. */
    public interface Listener {

        void changed(ActionChange change);

        /** Somebody came, left or went to another field. */
        void presence(List<Present> here);

        /** Rights changed somewhere: ask again whether this may still be shown. */
        void rightsMayHaveChanged();
    }

    /**
     * A person in the room.
     *
     * @param hue   0 to 11, by the order of coming; the same for all screens of a person
     * @param field where they are writing, or null
     */
    public record Present(PersonId person, int hue, @Nullable FieldRef<?> field) {}

    private static final int HUES = 12;
    /** Long enough for a burst of changes to become one, short enough to be at once for people. */
    private static final long GATHERING_MS = 200;

    private final AccessPolicy policy;
    private final Map<ActionId, Room> rooms = new ConcurrentHashMap<>();
    private final Map<PlanId, List<Watch>> watches = new ConcurrentHashMap<>();
    private final Set<PlanId> stirred = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("plan-rooms").factory());

    PlanRooms(AccessPolicy policy) {
        this.policy = policy;
    }

    @PreDestroy
    void close() {
        clock.shutdownNow();
    }

    /**
     * Enters the room of an action that the person acting may see; {@link Seat#leave} must be called when the screen
     * closes. The room names nobody: what somebody is called depends on who reads it.
     */
    public Seat enter(ActionId action, PersonId person, Listener listener) {
        policy.require(Operation.VIEW, ActionService.subject(action));
        Seat[] seat = new Seat[1];
        Room room = rooms.compute(action, (id, present) -> {
            Room kept = present == null ? new Room(id) : present;
            seat[0] = kept.sit(person, listener);
            return kept;
        });
        room.tellPresence();
        return seat[0];
    }

    /**
     * Hears, until the returned handle is run, that something in a plan changed (gathered, a few times a second at
     * most) or that rights did.
     */
    public Runnable watch(PlanId plan, Runnable changed, Runnable rightsMayHaveChanged) {
        policy.require(Operation.VIEW, PlanService.subject(plan));
        Watch watch = new Watch(changed, rightsMayHaveChanged);
        watches.compute(plan, (id, present) -> {
            List<Watch> list = present == null ? new CopyOnWriteArrayList<>() : present;
            list.add(watch);
            return list;
        });
        return () -> watches.computeIfPresent(plan, (id, list) -> {
            list.remove(watch);
            return list.isEmpty() ? null : list;
        });
    }

    /** Who is in the room of an action now. */
    List<Present> present(ActionId action) {
        Room room = rooms.get(action);
        return room == null ? List.of() : room.here();
    }

    /** How many rooms are kept; none when nobody looks. */
    int open() {
        return rooms.size() + watches.size();
    }

    /** Tells a change once the running transaction is committed. */
    void tell(ActionChange change) {
        afterCommit(() -> {
            Room room = rooms.get(change.action());
            if (room != null) {
                room.each(listener -> listener.changed(change));
            }
            stir(change.plan());
        });
    }

    /** The axes of a plan, or the plan itself, changed. */
    void outlineChanged(PlanId plan) {
        afterCommit(() -> stir(plan));
    }

    private void stir(PlanId plan) {
        if (watches.containsKey(plan) && stirred.add(plan)) {
            clock.schedule(() -> {
                stirred.remove(plan);
                watches.getOrDefault(plan, List.of()).forEach(watch -> watch.changed().run());
            }, GATHERING_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** Every new item says so too, so many become one question for each open screen. */
    @EventListener
    void on(AccessChanged changed) {
        afterCommit(() -> {
            if (asking.compareAndSet(false, true)) {
                clock.schedule(() -> {
                    asking.set(false);
                    rooms.values().forEach(room -> room.each(Listener::rightsMayHaveChanged));
                    watches.values().forEach(list -> list.forEach(watch -> watch.rightsMayHaveChanged().run()));
                }, GATHERING_MS, TimeUnit.MILLISECONDS);
            }
        });
    }

    /** The access module forgets what it knew when the transaction has ended: asking waits for that. */
    @EventListener
    void on(AudienceChanged changed) {
        afterCommit(() -> clock.schedule(() -> {
            Room room = rooms.get(new ActionId(changed.item()));
            if (room != null) {
                room.each(Listener::rightsMayHaveChanged);
            }
            watches.getOrDefault(new PlanId(changed.item()), List.of())
                    .forEach(watch -> watch.rightsMayHaveChanged().run());
        }, GATHERING_MS, TimeUnit.MILLISECONDS));
    }

    /** Not through the publication registry: a screen that is gone after a crash needs to be told nothing. */
    private static void afterCommit(Runnable told) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            told.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told.run();
            }
        });
    }

    private record Watch(Runnable changed, Runnable rightsMayHaveChanged) {}

    /** A screen in a room. */
    public final class Seat {

        private final Room room;
        private final PersonId person;
        private final int hue;
        private final Listener listener;
        private volatile @Nullable FieldRef<?> field;

        private Seat(Room room, PersonId person, int hue, Listener listener) {
            this.room = room;
            this.person = person;
            this.hue = hue;
            this.listener = listener;
        }

        /** Tells where the person writes, or with null that they write nowhere. */
        public void focus(@Nullable FieldRef<?> where) {
            field = where;
            room.tellPresence();
        }

        /** Those in the room, in the order they came; each person once. */
        public List<Present> here() {
            return room.here();
        }

        /** Closes the screen; the last one closes the room. */
        public void leave() {
            rooms.computeIfPresent(room.action, (id, kept) -> {
                kept.seats.remove(this);
                return kept.seats.isEmpty() ? null : kept;
            });
            room.tellPresence();
        }
    }

    private final class Room {

        private final ActionId action;
        private final List<Seat> seats = new CopyOnWriteArrayList<>();

        private Room(ActionId action) {
            this.action = action;
        }

        private Seat sit(PersonId person, Listener listener) {
            Seat seat = new Seat(this, person, hue(person), listener);
            seats.add(seat);
            return seat;
        }

        private int hue(PersonId person) {
            for (Seat seat : seats) {
                if (seat.person.equals(person)) {
                    return seat.hue;
                }
            }
            int hue = 0;
            // Every fifth of the twelve hues: neighbours in the room are far apart in colour.
            for (int i = 0; i < HUES; i++) {
                hue = i * 5 % HUES;
                int wanted = hue;
                if (seats.stream().noneMatch(seat -> seat.hue == wanted)) {
                    break;
                }
            }
            return hue;
        }

        private List<Present> here() {
            List<Present> here = new ArrayList<>();
            for (Seat seat : seats) {
                int known = -1;
                for (int i = 0; i < here.size(); i++) {
                    known = here.get(i).person().equals(seat.person) ? i : known;
                }
                Present present = new Present(seat.person, seat.hue, seat.field);
                if (known < 0) {
                    here.add(present);
                } else if (present.field() != null) {
                    here.set(known, present);
                }
            }
            return here;
        }

        private void tellPresence() {
            List<Present> here = here();
            each(listener -> listener.presence(here));
        }

        private void each(Consumer<Listener> told) {
            seats.forEach(seat -> told.accept(seat.listener));
        }
    }
}
