package fr.maillage.alliance.ui;

import fr.maillage.base.SpaceId;

/**
 * A space that may be chosen by typing a few letters.
 *
 * @param detail what tells it from others of a like name
 */
record Candidate(SpaceId id, String name, String detail) {

    String label() {
        return detail.isEmpty() ? name : name + " (" + detail + ')';
    }
}
