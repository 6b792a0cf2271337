package fr.maillage.coediting;

import fr.maillage.coediting.yjs.Place;

/**
 * Words of a live text, by who wrote the first and the last character when: they stay these words whatever is written
 * around them.
 */
public record TextRange(Place first, Place last) {

    /** As a browser tells it. */
    public static TextRange of(long firstClient, int firstClock, long lastClient, int lastClock) {
        return new TextRange(new Place(firstClient, firstClock), new Place(lastClient, lastClock));
    }
}
