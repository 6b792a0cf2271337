package fr.maillage.base;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words of the product. Each module keeps its own in {@code vaadin-i18n/<module>.properties} (French) and
 * {@code vaadin-i18n/<module>_en.properties} (English), UTF-8, keys starting with the name of a module; all of them
 * together answer here, and two that say the same key stop the start. Sentences are {@link MessageFormat} patterns: {@code {0}} for what fills them, and
 * {@code {0,choice,0#aucune fiche|1#une fiche|1<{0} fiches}} for numbers.
 *
 * <p>French is what a key falls back to. A key nobody wrote is shown as {@code !key}, so that it is seen.
 */
@Component
public class Messages implements I18NProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final List<Locale> LOCALES = List.of(Locale.FRENCH, Locale.ENGLISH);
    private static final String ENGLISH_SUFFIX = "_en.properties";
    private static final Pattern NARROW_BETWEEN_DIGITS = Pattern.compile("(?<=\\d)\u202F(?=\\d)");

    private final Map<String, String> french = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();
    private final transient Set<String> missing = ConcurrentHashMap.newKeySet();

    /** Reads every bundle on the class path. */
    public Messages() {
        try {
            var resolver = new PathMatchingResourcePatternResolver(Messages.class.getClassLoader());
            for (Resource bundle : resolver.getResources("classpath*:vaadin-i18n/*.properties")) {
                String name = String.valueOf(bundle.getFilename());
                read(bundle, name.endsWith(ENGLISH_SUFFIX) ? english : french);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Resource bundle, Map<String, String> into) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, words) -> {
            if (into.putIfAbsent((String) key, (String) words) != null) {
                throw new IllegalStateException("Two bundles say " + key);
            }
        });
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public Locale getDefaultLocale() {
        return Locale.FRENCH;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        boolean inEnglish = isEnglish(locale);
        String pattern = inEnglish ? english.getOrDefault(key, french.get(key)) : french.get(key);
        if (pattern == null) {
            if (missing.add(key)) {
                LOG.warn("No words for the key {}", key);
            }
            return "!" + key;
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0) {
            return pattern;
        }
        Object[] filled = Arrays.stream(arguments)
                .map(argument -> argument instanceof Phrase phrase ? say(phrase, locale) : argument).toArray();
        String words = new MessageFormat(pattern, inEnglish ? Locale.ENGLISH : Locale.FRENCH).format(filled);
        return NARROW_BETWEEN_DIGITS.matcher(words).replaceAll("\u00A0");
    }

    @Override
    public Map<String, String> getAllTranslations(Locale locale) {
        return Map.copyOf(isEnglish(locale) ? english : french);
    }

    /** The words of a sentence, in this language. */
    public String say(Phrase phrase, Locale locale) {
        if (phrase.key().equals(Phrase.AS_IS)) {
            return phrase.arguments().stream().map(String::valueOf).findFirst().orElse("");
        }
        return getTranslation(phrase.key(), locale, phrase.arguments().toArray());
    }

    /** The words of one language, for what has no screen: mail, files. */
    public Translator in(Locale locale) {
        return (key, arguments) -> getTranslation(key, locale, arguments);
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
