package fr.maillage.discussion;

import fr.maillage.base.PersonId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a person is named in a comment: {@code @[identifier]}, so that a changed name changes everywhere. */
public final class Mentions {

    /** The most people one comment may call. */
    public static final int MOST = 20;

    private static final Pattern MENTION = Pattern
            .compile("@\\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})]");

    private Mentions() {}

    /** The mention of a person, as it is stored. */
    public static String of(PersonId person) {
        return "@[" + person.value() + "]";
    }

    /** The people a text names, in order, each once. */
    public static Set<PersonId> in(String text) {
        Set<PersonId> people = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            people.add(new PersonId(UUID.fromString(matcher.group(1))));
        }
        return people;
    }

    /** The text with each mention replaced by words. */
    public static String replaced(String text, Function<PersonId, String> words) {
        return MENTION.matcher(text).replaceAll(match -> Matcher
                .quoteReplacement(words.apply(new PersonId(UUID.fromString(match.group(1))))));
    }

    /** Walks through a text: plain words and mentions in turn. */
    public static void walk(String text, java.util.function.Consumer<String> words,
            java.util.function.Consumer<PersonId> mention) {
        Matcher matcher = MENTION.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                words.accept(text.substring(from, matcher.start()));
            }
            mention.accept(new PersonId(UUID.fromString(matcher.group(1))));
            from = matcher.end();
        }
        if (from < text.length()) {
            words.accept(text.substring(from));
        }
    }
}
