package fr.maillage.plan;

/** The axes of the national programme Territoires d’industrie. */
public enum NationalAxis {
    RECRUIT_TRAIN, INNOVATE, ATTRACT_LAND, SIMPLIFY, ECOLOGICAL_TRANSITION;

    /** The key of its name in the translation bundles. */
    public String messageKey() {
        return "plan.nationalAxis." + name();
    }
}
