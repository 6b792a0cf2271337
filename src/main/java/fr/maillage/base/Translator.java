package fr.maillage.base;

/**
 * Puts a key of the translation bundles in the words of one language. {@code Component::getTranslation} is one, and
 * {@link Messages#in(java.util.Locale)} gives one where there is no screen.
 */
@FunctionalInterface
public interface Translator {

    /** The words of this key, filled with these arguments. */
    String translate(String key, Object... arguments);
}
