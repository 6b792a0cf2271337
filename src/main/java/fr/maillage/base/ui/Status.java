package fr.maillage.base.ui;

import com.vaadin.flow.component.icon.SvgIcon;

/**
 * The eight states a thing can look like: a shape, a word, a colour. Features map their own states onto them, with
 * their own word where it differs (“Voté” looks {@link #DONE}).
 */
public enum Status {
    DISCUSS, UPCOMING, ONGOING, DONE, PAUSED, ABANDONED, BLOCKED, LATE;

    /** What the style sheet calls it, in {@code data-status}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The key of its word in the bundles. */
    public String labelKey() {
        return "base.status." + code();
    }

    /** The name of its shape within {@link Icon#SPRITE}. */
    public String symbol() {
        return "status-" + code();
    }

    SvgIcon glyph() {
        return Icon.glyph(symbol());
    }
}
