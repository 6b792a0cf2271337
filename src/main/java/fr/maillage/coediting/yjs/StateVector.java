package fr.maillage.coediting.yjs;

import java.util.HashMap;
import java.util.Map;

/** How much of each client somebody knows: the clock that comes next. Clients not named are not known at all. */
public final class StateVector {

    private final Map<Long, Integer> clocks;

    StateVector(Map<Long, Integer> clocks) {
        this.clocks = clocks;
    }

    public static StateVector empty() {
        return new StateVector(Map.of());
    }

    public int clock(long client) {
        return clocks.getOrDefault(client, 0);
    }

    public Map<Long, Integer> clocks() {
        return Map.copyOf(clocks);
    }

    /** @throws MalformedUpdate when the bytes are not a state vector */
    public static StateVector decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        Map<Long, Integer> clocks = new HashMap<>();
        for (long left = in.varUint(); left > 0; left--) {
            clocks.put(in.varUint(), in.clock());
        }
        return new StateVector(clocks);
    }

    public byte[] encode() {
        ByteWriter out = new ByteWriter(1 + clocks.size() * 8);
        out.varUint(clocks.size());
        clocks.entrySet().stream().sorted(Map.Entry.<Long, Integer>comparingByKey().reversed())
                .forEach(entry -> out.varUint(entry.getKey()).varUint(entry.getValue()));
        return out.toBytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateVector vector && vector.clocks.equals(clocks);
    }

    @Override
    public int hashCode() {
        return clocks.hashCode();
    }

    @Override
    public String toString() {
        return clocks.toString();
    }
}
