package fr.maillage.coediting.yjs;

import java.util.Arrays;

/** All that is known of one client, from clock 0 on, without a gap. */
final class StructList {

    private Struct[] structs = new Struct[4];
    private int size;

    int size() {
        return size;
    }

    Struct get(int index) {
        return structs[index];
    }

    /** The clock the client will use next. */
    int state() {
        return size == 0 ? 0 : structs[size - 1].end();
    }

    void add(Struct struct) {
        insert(size, struct);
    }

    void insert(int index, Struct struct) {
        if (size == structs.length) {
            structs = Arrays.copyOf(structs, size * 2);
        }
        System.arraycopy(structs, index, structs, index + 1, size - index);
        structs[index] = struct;
        size++;
    }

    void set(int index, Struct struct) {
        structs[index] = struct;
    }

    void removeRange(int from, int to) {
        System.arraycopy(structs, to, structs, from, size - to);
        Arrays.fill(structs, size - (to - from), size, null);
        size -= to - from;
    }

    /** The index of the struct with this clock, which is known. */
    int indexOf(int clock) {
        int low = 0;
        int high = size - 1;
        if (high >= 0 && structs[high].clock <= clock) {
            low = high;
        }
        while (low <= high) {
            int middle = low + high >>> 1;
            Struct struct = structs[middle];
            if (clock < struct.clock) {
                high = middle - 1;
            } else if (clock >= struct.end()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        throw new MalformedUpdate("refers to what does not exist");
    }
}
