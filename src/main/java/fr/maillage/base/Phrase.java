package fr.maillage.base;

import java.util.List;

/**
 * A sentence that has not been put in a language yet: a key of the translation bundles and what fills it. Parts that
 * know no screen say things with it to parts that show them.
 *
 * @param key       a key of the bundles; {@link #AS_IS} for words people wrote, which are shown as they stand
 * @param arguments what fills the sentence; another {@code Phrase} among them is put in words first
 */
public record Phrase(String key, List<Object> arguments) {

    /** The key of a sentence that is its only argument. */
    public static final String AS_IS = "base.asIs";

    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** Words people wrote, a title for example. */
    public static Phrase asIs(String words) {
        return of(AS_IS, words);
    }
}
