package fr.maillage.coediting.yjs;

import org.jspecify.annotations.Nullable;

/** Says who wrote which positions of a document. */
public interface Authorship {

    /** How many positions from this clock on, from 1 to {@code length}, are by one author. */
    int together(long client, int clock, int length);

    /** The author of that position, under any name the caller knows; null for nobody known. */
    @Nullable String author(long client, int clock);
}
