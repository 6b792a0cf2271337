package fr.maillage.access;

/** What a person is in a space: elected official, territorial staff, business, partner institution. */
public enum Profile {
    ELECTED, STAFF, BUSINESS, PARTNER;

    /** Its number in a door: 1 to 4; 0 stands for all profiles. */
    int number() {
        return ordinal() + 1;
    }

    /** Only those who answer to the territory may coordinate it. */
    public boolean mayCoordinateTerritory() {
        return this == ELECTED || this == STAFF;
    }

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "access.profile." + name();
    }
}
