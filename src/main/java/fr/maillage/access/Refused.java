package fr.maillage.access;

/** A change is refused on something the person may see: says which act, and why in words (a key of the bundles). */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Operation operation;
    private final String messageKey;

    public Refused(Operation operation, String messageKey) {
        super(operation + " refused: " + messageKey, null, false, false);
        this.operation = operation;
        this.messageKey = messageKey;
    }

    public Operation operation() {
        return operation;
    }

    public String messageKey() {
        return messageKey;
    }
}
