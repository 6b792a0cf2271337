package fr.maillage.access;

/**
 * The integer that an audience and a person have in common: {@code scope × 8 + p}, where p says which profile the
 * door lets through. An item is visible exactly when one of its doors is among a person's keys.
 */
final class Door {

    /** All profiles; for a person, being named in the audience. */
    static final int ALL = 0;
    /** In a person's scope or seat: being involved (a pilot), which is not part of the audience one chooses. */
    static final int INVOLVED = 1;

    private Door() {}

    static int of(int scope, int p) {
        return scope * 8 + p;
    }

    static int of(int scope, Profile profile) {
        return of(scope, profile.number());
    }

    static int scope(int door) {
        return door / 8;
    }

    static int p(int door) {
        return door % 8;
    }
}
