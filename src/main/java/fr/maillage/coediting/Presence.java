package fr.maillage.coediting;

import fr.maillage.base.PersonId;
import fr.maillage.coediting.yjs.ByteReader;
import fr.maillage.coediting.yjs.ByteWriter;
import fr.maillage.coediting.yjs.MalformedUpdate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is in a room and where: the awareness states of y-protocols. Each connection speaks for the Yjs clients it brought
 * itself, and who it is, is said by the server. Guarded by the room.
 */
final class Presence {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HUES = 12;
    private static final int LONGEST_STATE = 8_000;
    /** A page has one client; a second one appears for a moment when a page takes a new number. */
    private static final int CLIENTS_PER_CONNECTION = 4;
    private static final String GONE = "null";

    private record State(Connection owner, long clock, String json) {}

    private final Map<Long, State> states = new HashMap<>();
    private final Map<Long, State> left = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private final Map<PersonId, Integer> hues = new HashMap<>();

    /**
     * Takes what a connection says of its clients; what it says of others is left aside.
     *
     * @param authors who wrote what each client wrote: for those, nobody else speaks
     */
    void take(Connection from, ByteReader in, Map<Long, PersonId> authors) {
        for (long count = in.varUint(); count > 0; count--) {
            long client = in.varUint();
            long clock = in.varUint();
            String json = in.string();
            if (!authors.getOrDefault(client, from.person()).equals(from.person())) {
                continue;
            }
            State before = states.get(client);
            boolean own = before == null ? mayBring(from) : before.owner == from
                    || before.owner.person().equals(from.person()) && !json.equals(GONE);
            if (!own || before != null && before.owner == from && clock <= before.clock && !json.equals(GONE)) {
                // Said again by its owner: the echo tells the page that the line is alive.
                if (own) {
                    changed.add(client);
                }
                continue;
            }
            if (json.equals(GONE)) {
                leave(client, clock);
            } else {
                states.put(client, new State(from, clock, signed(json, from)));
                left.remove(client);
                changed.add(client);
            }
        }
    }

    private boolean mayBring(Connection from) {
        return states.values().stream().filter(state -> state.owner == from).count() < CLIENTS_PER_CONNECTION;
    }

    /** The state with the person the server knows, whatever the browser put there. */
    private String signed(String json, Connection from) {
        if (json.length() > LONGEST_STATE) {
            throw new MalformedUpdate("a state is too long");
        }
        try {
            if (!(JSON.readTree(json) instanceof ObjectNode state)) {
                throw new MalformedUpdate("a state is not an object");
            }
            state.putObject("user").put("person", from.person().value().toString())
                    .put("name", from.principal.name()).put("hue", hue(from.person()));
            return state.toString();
        } catch (JacksonException malformed) {
            throw new MalformedUpdate("a state is not JSON");
        }
    }

    /** By the order of coming; every fifth of twelve, so that neighbours are far apart in colour. */
    private int hue(PersonId person) {
        return hues.computeIfAbsent(person, someone -> {
            for (int i = 0; i < HUES; i++) {
                int wanted = i * 5 % HUES;
                if (!hues.containsValue(wanted)) {
                    return wanted;
                }
            }
            return hues.size() * 5 % HUES;
        });
    }

    private void leave(long client, long clock) {
        State state = states.remove(client);
        if (state != null) {
            left.put(client, new State(state.owner, Math.max(clock, state.clock), GONE));
            changed.add(client);
        }
    }

    /** A connection is over, and with it all it spoke for. */
    void leave(Connection connection) {
        states.entrySet().stream().filter(entry -> entry.getValue().owner == connection).toList()
                .forEach(entry -> leave(entry.getKey(), entry.getValue().clock));
        if (states.values().stream().noneMatch(state -> state.owner.person().equals(connection.person()))) {
            hues.remove(connection.person());
        }
    }

    /** Whether somebody else who is here and may write speaks for this client. Who may only read has none that writes. */
    boolean belongsToAnother(long client, PersonId writer) {
        State state = states.get(client);
        if (state == null || state.owner.person().equals(writer)) {
            return false;
        }
        if (state.owner.right() == Connection.Right.WRITE) {
            return true;
        }
        leave(client, state.clock);
        return false;
    }

    boolean hasChanged() {
        return !changed.isEmpty();
    }

    /** Who moved, as everybody is told, and as those are who have to ask for names; null where there are none of these. */
    record Moved(byte[] named, byte @Nullable [] nameless) {

        void tell(Connection connection) {
            connection.send(nameless != null && connection.asksForNames ? nameless : named);
        }
    }

    /** What changed since the last call; null when nothing did. */
    @Nullable Moved changes(Collection<Connection> readers) {
        if (changed.isEmpty()) {
            return null;
        }
        Moved moved = new Moved(message(changed, true),
                readers.stream().anyMatch(reader -> reader.asksForNames) ? message(changed, false) : null);
        changed.clear();
        left.clear();
        return moved;
    }

    /** Everybody, for somebody who comes; null when nobody is here. */
    byte @Nullable [] everybody(Connection comes) {
        return states.isEmpty() ? null : message(states.keySet(), !comes.asksForNames);
    }

    private byte[] message(Collection<Long> clients, boolean named) {
        ByteWriter out = new ByteWriter(clients.size() * 200).varUint(clients.size());
        for (long client : clients) {
            State state = states.getOrDefault(client, left.get(client));
            out.varUint(client).varUint(state.clock).string(named ? state.json : nameless(state.json));
        }
        return Message.awareness(out.toBytes());
    }

    private static String nameless(String json) {
        if (JSON.readTree(json) instanceof ObjectNode state && state.get("user") instanceof ObjectNode user) {
            user.remove("name");
            return state.toString();
        }
        return json;
    }
}
