package fr.maillage.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of every module: there in both languages, and set as French is set. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/vaadin-i18n");
    /** What stands between « and », or before a high sign, must not break. */
    private static final Map<String, Pattern> FAULTS = Map.of(
            "a straight apostrophe", Pattern.compile("'"),
            "a straight quotation mark", Pattern.compile("\"(?![^<]*>)"),
            "no U+00A0 before a colon", Pattern.compile("(?<![\u00A0\\d/])(?<!https?):(?!//)"),
            "no U+202F before a semicolon, an exclamation or a question mark",
            Pattern.compile("(?<![\u202F;!?])[;!?]"),
            "no U+00A0 inside quotation marks", Pattern.compile("«(?!\u00A0)|(?<!\u00A0)»"),
            "no U+00A0 before a unit", Pattern.compile("[\\d}] ?(€|%|k€|M€|km|Mo)(?![\\p{L}])"),
            "three dots for an ellipsis", Pattern.compile("\\.\\.\\."),
            "a plain space between thousands", Pattern.compile("\\d \\d{3}(?!\\d)"));

    private final Messages messages = new Messages();

    static Stream<Path> frenchBundles() throws IOException {
        return Files.list(BUNDLES).filter(file -> !file.toString().endsWith("_en.properties")).sorted();
    }

    @ParameterizedTest
    @MethodSource("frenchBundles")
    void everyBundleSaysTheSameThingsInBothLanguages(Path french) {
        Path english = french.resolveSibling(module(french) + "_en.properties");
        assertThat(english).exists();
        assertThat(read(english).keySet()).containsExactlyElementsOf(read(french).keySet());
    }

    @ParameterizedTest
    @MethodSource("frenchBundles")
    void frenchIsSetAsFrenchIsSet(Path french) {
        SoftAssertions.assertSoftly(softly -> read(french).forEach((key, words) -> {
            String text = withoutPatterns(words);
            FAULTS.forEach((fault, pattern) -> softly.assertThat(pattern.matcher(text).find())
                    .as("%s in %s: %s", fault, key, words).isFalse());
        }));
    }

    @ParameterizedTest
    @MethodSource("frenchBundles")
    void everySentenceCanBeFilled(Path french) {
        for (Path bundle : new Path[] {french, french.resolveSibling(module(french) + "_en.properties")}) {
            read(bundle).forEach((key, words) ->
                    assertThatCode(() -> new MessageFormat(words)).as(key).doesNotThrowAnyException());
        }
    }

    @Test
    void numbersChooseTheirWords() {
        assertThat(messages.getTranslation("base.lateBy", Locale.FRENCH, 1)).isEqualTo("en retard d’un jour");
        assertThat(messages.getTranslation("base.lateBy", Locale.FRENCH, 12)).isEqualTo("en retard de 12 jours");
        assertThat(messages.getTranslation("base.lateBy", Locale.ENGLISH, 12)).isEqualTo("late by 12 days");
    }

    @Test
    void thousandsAreKeptTogetherByANoBreakSpace() {
        assertThat(messages.getTranslation("base.lateBy", Locale.FRENCH, 1200)).contains("1\u00A0200");
    }

    @Test
    void aSentenceMayHoldAnother() {
        Phrase inner = Phrase.of("base.lateBy", 2);
        assertThat(messages.say(Phrase.of("base.save.refused", inner), Locale.FRENCH))
                .isEqualTo("Refusé\u00A0: en retard de 2 jours");
        assertThat(messages.say(Phrase.asIs("L’été {0} ici"), Locale.FRENCH)).isEqualTo("L’été {0} ici");
    }

    @Test
    void anotherLanguageGetsFrench() {
        assertThat(messages.getTranslation("base.need", Locale.GERMAN)).isEqualTo("Besoin");
        assertThat(messages.getTranslation("base.need", Locale.UK)).isEqualTo("Need");
    }

    @Test
    void aMissingKeyIsSeen() {
        assertThat(messages.getTranslation("base.nothing", Locale.FRENCH)).isEqualTo("!base.nothing");
    }

    private static String module(Path bundle) {
        return bundle.getFileName().toString().replace(".properties", "");
    }

    /** Only the words: {@code {0,choice,0#rien|1#un}} is read as “rien un”. */
    private static String withoutPatterns(String words) {
        return words.replaceAll("\\{\\d+,(choice|number|date|time),?", "").replaceAll("[0-9.]+[#<≤]", " ")
                .replaceAll("[{}|]", " ").replaceAll("https?://\\S+", "");
    }

    private static TreeMap<String, String> read(Path bundle) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        TreeMap<String, String> sorted = new TreeMap<>();
        properties.forEach((key, words) -> sorted.put((String) key, (String) words));
        return sorted;
    }
}
