package fr.maillage.coediting.yjs;

/**
 * A run of consecutive clock ticks of one client. A client numbers all it ever does, from 0 on, without a gap; a pair of
 * client and clock therefore names one position for ever.
 */
abstract sealed class Struct permits Item, Gc, Skip {

    final long client;
    int clock;
    int length;

    Struct(long client, int clock, int length) {
        if (length <= 0 || clock < 0 || clock > Integer.MAX_VALUE - length) {
            throw new MalformedUpdate("a run of no length, or beyond all clocks");
        }
        this.client = client;
        this.clock = clock;
        this.length = length;
    }

    /** The clock after the last tick of this run. */
    final int end() {
        return clock + length;
    }

    abstract boolean isDeleted();

    /** Writes all but the first {@code skipped} ticks. */
    abstract void write(ByteWriter out, int skipped);

    /** Leaves out the first {@code skipped} ticks; only before it is part of a document. */
    abstract void dropHead(int skipped);
}
