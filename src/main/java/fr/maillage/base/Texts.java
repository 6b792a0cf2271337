package fr.maillage.base;

import java.text.Normalizer;
import java.util.Locale;

/** Text as people compare it. */
public final class Texts {

    private Texts() {}

    /**
     * Lower case without accents, ligatures opened, every run of other signs one space: « L’Œuvre d’Évron » becomes
     * “l oeuvre d evron”. What is typed and what is stored are both folded, then compared.
     */
    public static String fold(String text) {
        String opened = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("Æ", "ae");
        return Normalizer.normalize(opened, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** The first letters of the first and last words, for the circle that stands for a person. */
    public static String initials(String name) {
        String[] words = name.strip().split("[\\s-]+");
        String first = words[0].isEmpty() ? "?" : words[0].substring(0, 1);
        return (words.length == 1 ? first : first + words[words.length - 1].charAt(0)).toUpperCase(Locale.FRENCH);
    }
}
