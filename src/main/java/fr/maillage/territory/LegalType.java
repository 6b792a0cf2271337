package fr.maillage.territory;

/** What an intercommunality is in law (DGCL). The names are the codes of the reference files. */
public enum LegalType {
    /** Communauté de communes. */
    CC,
    /** Communauté d’agglomération. */
    CA,
    /** Communauté urbaine. */
    CU,
    /** Métropole. */
    METRO,
    /** Métropole de Lyon: a local authority of its own kind, no intercommunality in law. */
    MET69;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "territory.legalType." + name();
    }
}
