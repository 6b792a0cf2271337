package fr.maillage.territory;

import fr.maillage.base.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The words of a place’s name by which it is found: folded, without those that hundreds of names share. */
final class PlaceWords {

    static final int LONGEST = 40;

    /** Typed by people who write the name in full, but in so many names that they find nothing. */
    private static final Set<String> GENERIC = Set.of("communaute", "communautes", "commune", "communes",
            "agglomeration", "urbaine", "cc", "ca", "cu", "de", "du", "des", "d", "la", "le", "les", "l", "et", "en",
            "a", "au", "aux", "sur");

    private PlaceWords() {}

    /** The words that find this name; all of them when all are generic (Lès, La Ville…). */
    static List<String> of(String name) {
        List<String> words = words(name);
        List<String> telling = words.stream().filter(word -> !GENERIC.contains(word)).toList();
        return telling.isEmpty() ? words : telling;
    }

    private static List<String> words(String name) {
        return Arrays.stream(Texts.fold(name).split(" ")).filter(word -> !word.isEmpty()).distinct()
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word).toList();
    }
}
