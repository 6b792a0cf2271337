package fr.maillage.access;

import fr.maillage.base.Phrase;
import fr.maillage.base.SpaceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for a person, as a line of the home page.
 *
 * @param need      what is asked of them
 * @param icon      the Lucide name of its picture ({@code "handshake"}), used when there is no space to draw
 * @param title     what it is, one line
 * @param reason    why it is here and not elsewhere, one short line
 * @param path      where it is done, from the root of the site, without a leading slash
 * @param due       the day by which it must be done, or null
 * @param actionKey the message key of its button, a verb (“Répondre”)
 * @param space     the space whose emblem stands before the line, or null for the icon
 */
public record AttentionPoint(Need need, String icon, Phrase title, Phrase reason, String path,
        @Nullable LocalDate due, String actionKey, @Nullable SpaceId space) {

    /** What is asked, in the order in which home shows it. */
    public enum Need {
        /** Somebody waits for this person's yes or no. */
        DECIDE,
        /** Somebody asked this person something. */
        ANSWER,
        /** A date comes near. */
        DEADLINE,
        /** Something moved that this person follows. */
        READ
    }

    public AttentionPoint(Need need, String icon, Phrase title, Phrase reason, String path, @Nullable LocalDate due,
            String actionKey) {
        this(need, icon, title, reason, path, due, actionKey, null);
    }
}
