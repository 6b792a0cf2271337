package fr.maillage.base;

import java.util.List;

/**
 * What was typed cannot be taken: names the field and the sentence (a key of the translation bundles) to show beside
 * it. Nothing has been changed when it is thrown.
 */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String messageKey;
    private final transient List<Object> arguments;

    public InvalidInput(String field, String messageKey, Object... arguments) {
        super(field + ": " + messageKey);
        this.field = field;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** The field as the form names it. */
    public String field() {
        return field;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
