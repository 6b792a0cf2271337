package fr.maillage.coediting;

import fr.maillage.coediting.yjs.ByteReader;
import fr.maillage.coediting.yjs.ByteWriter;
import fr.maillage.coediting.yjs.MalformedUpdate;
import fr.maillage.coediting.yjs.StateVector;
import fr.maillage.coediting.yjs.Update;

/** What browsers send: the messages of y-protocols, decoded and checked; and how the server's own are written. */
sealed interface Message {

    /** Sync step 1: tells what the browser knows, asks for the rest. */
    record Ask(StateVector known) implements Message {}

    /**
     * Sync step 2 or an update.
     *
     * @param whole whether it is a step 2: everything the server lacks, so that nothing of the sender can be missing
     */
    record Write(byte[] bytes, Update update, boolean whole) implements Message {}

    record Awareness(ByteReader states) implements Message {}

    record QueryAwareness() implements Message {}

    /** A kind this server does not know: left aside, as browsers do. */
    record Unknown(long kind) implements Message {}

    int SYNC = 0;
    int AWARENESS = 1;
    int QUERY_AWARENESS = 3;
    int DURABLE = 8;

    /** @throws MalformedUpdate when the bytes are not a message of the protocol */
    static Message decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        long kind = in.varUint();
        if (kind == SYNC) {
            long step = in.varUint();
            byte[] content = in.bytes();
            return switch ((int) Math.min(step, 3)) {
                case 0 -> new Ask(StateVector.decode(content));
                case 1 -> new Write(content, Update.decode(content), true);
                case 2 -> new Write(content, Update.decode(content), false);
                default -> throw new MalformedUpdate("no step of a sync: " + step);
            };
        }
        if (kind == AWARENESS) {
            return new Awareness(in.part());
        }
        return kind == QUERY_AWARENESS ? new QueryAwareness() : new Unknown(kind);
    }

    static byte[] step1(StateVector known) {
        return sync(0, known.encode());
    }

    static byte[] step2(byte[] update) {
        return sync(1, update);
    }

    static byte[] update(byte[] update) {
        return sync(2, update);
    }

    private static byte[] sync(int step, byte[] content) {
        return new ByteWriter(content.length + 8).varUint(SYNC).varUint(step).bytes(content).toBytes();
    }

    static byte[] awareness(byte[] states) {
        return new ByteWriter(states.length + 8).varUint(AWARENESS).bytes(states).toBytes();
    }

    /** The first {@code writes} writing messages of the connection are committed. */
    static byte[] durable(long writes) {
        return new ByteWriter().varUint(DURABLE).varUint(1).varUint(writes).toBytes();
    }

    /** This writing message of the connection was not taken: it may only read. */
    static byte[] notTaken(long write) {
        return new ByteWriter().varUint(DURABLE).varUint(0).varUint(write).toBytes();
    }
}
