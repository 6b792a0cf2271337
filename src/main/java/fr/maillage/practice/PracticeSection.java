package fr.maillage.practice;

/** The parts of a practice's story, in the order in which they are read and written. */
public enum PracticeSection {
    CONTEXT, PROBLEM, DONE, RESULTS, COST, MEANS, PARTNERS, CONDITIONS, PITFALLS, CONTACTS, SOURCES;

    /** The key of its heading in the translation bundles. */
    public String messageKey() {
        return "practice.section." + name();
    }

    /** The key of the question that helps to write it. */
    public String hintKey() {
        return "practice.hint." + name();
    }

    /** The name of its field in forms and errors. */
    public String field() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
