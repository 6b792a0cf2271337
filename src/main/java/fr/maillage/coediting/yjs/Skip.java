package fr.maillage.coediting.yjs;

/** A gap: ticks that an update does not carry. Never part of a document. */
final class Skip extends Struct {

    /** The whole info byte by which the format knows a gap. */
    static final int CODE = 10;

    Skip(long client, int clock, int length) {
        super(client, clock, length);
    }

    @Override
    boolean isDeleted() {
        return false;
    }

    @Override
    void write(ByteWriter out, int skipped) {
        out.unsignedByte(CODE).varUint(length - skipped);
    }

    @Override
    void dropHead(int skipped) {
        clock += skipped;
        length -= skipped;
    }
}
