package fr.maillage.coediting.yjs;

/** Ticks whose content and place are forgotten, because what held them was deleted. */
final class Gc extends Struct {

    Gc(long client, int clock, int length) {
        super(client, clock, length);
    }

    @Override
    boolean isDeleted() {
        return true;
    }

    @Override
    void write(ByteWriter out, int skipped) {
        out.unsignedByte(0).varUint(length - skipped);
    }

    @Override
    void dropHead(int skipped) {
        clock += skipped;
        length -= skipped;
    }
}
