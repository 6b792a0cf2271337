package fr.maillage.coediting.yjs;

/**
 * Bytes that are not what they claim to be, or ask for more than is allowed. The one thing that reading from outside
 * throws. A document that threw it while changes were being brought in must not be used any more.
 */
public final class MalformedUpdate extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedUpdate(String what) {
        super(what, null, false, false);
    }
}
