package fr.maillage.member;

/** How a person wants the screens: as their device says, light, or dark. */
public enum ColorChoice {
    AUTO, LIGHT, DARK;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "member.color." + name();
    }
}
