package fr.maillage.base;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Turns what a person types into a MariaDB full-text expression that can mean nothing else. */
public final class FullText {

    /** Shorter words are not in the index. */
    private static final int SHORTEST = 3;
    private static final int MOST_WORDS = 8;

    private FullText() {}

    /**
     * Every word must be there, the beginning of it at least; empty when nothing searchable was typed.
     *
     * @see <a href="https://mariadb.com/kb/en/full-text-index-overview/">MariaDB, boolean mode</a>
     */
    public static String allWords(String typed) {
        return Arrays.stream(typed.split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() >= SHORTEST)
                .limit(MOST_WORDS).map(word -> "+" + word + "*").collect(Collectors.joining(" "));
    }
}
