package fr.maillage.coediting.yjs;

/** A position of a document by who wrote it when, which stays what it is whatever others do around it. */
public record Place(long client, int clock) {

    boolean isIn(Struct struct) {
        return struct.client == client && struct.clock <= clock && clock < struct.end();
    }
}
