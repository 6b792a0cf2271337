package fr.maillage.access;

/** What a person may do in a space, weakest first. The order is the strength. */
public enum Role {
    OBSERVER, READER, CONTRIBUTOR, EDITOR, COORDINATOR;

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    public static Role strongest(Role a, Role b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "access.role." + name();
    }
}
