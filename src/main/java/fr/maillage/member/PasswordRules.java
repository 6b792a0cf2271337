package fr.maillage.member;

import fr.maillage.base.InvalidInput;
import fr.maillage.base.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a password must be. Source: CNIL, délibération 2022-100 (80 bits when the password stands alone): twelve
 * characters of four classes, fourteen of three, or a passphrase of seven words. Besides, none of the common ones, and
 * nothing that is known of the person.
 */
@Component
public class PasswordRules {

    /** Longest accepted, in characters: far above any passphrase, and short enough to hash. */
    public static final int LONGEST = 200;

    private static final int SHORTEST_OF_FOUR_CLASSES = 12;
    private static final int SHORTEST_OF_THREE_CLASSES = 14;
    private static final int PASSPHRASE_WORDS = 7;
    private static final int PASSPHRASE_LENGTH = 24;
    private static final int SHORTEST_KNOWN_PART = 4;
    private static final int FEWEST_DIFFERENT = 5;
    private static final Pattern WORDS = Pattern.compile("[\\s\\p{Punct}–—]+");

    private final Set<String> common;

    PasswordRules() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("common-passwords.txt").getInputStream(), StandardCharsets.UTF_8))) {
            this.common = lines.lines().map(PasswordRules::bare).filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords is missing from the build", e);
        }
    }

    /**
     * Accepts a password or says why not.
     *
     * @param field the field that carries the error
     * @param name  the person's name, whose parts it must not contain
     * @throws InvalidInput on that field
     */
    public void check(String field, String password, String name, String email) {
        if (password.length() > LONGEST) {
            throw new InvalidInput(field, "member.password.tooLong", LONGEST);
        }
        if (!isLongEnough(password)) {
            throw new InvalidInput(field, "member.password.tooWeak");
        }
        if (isCommon(password)) {
            throw new InvalidInput(field, "member.password.common");
        }
        if (namesThePerson(password, name, email)) {
            throw new InvalidInput(field, "member.password.personal");
        }
    }

    /**
     * The sentence (a key of the bundles) to show while somebody types: what is missing, or that it will do.
     */
    public String advice(String password, String name, String email) {
        if (password.isEmpty()) {
            return "member.password.advice.empty";
        }
        if (password.length() > LONGEST) {
            return "member.password.advice.tooLong";
        }
        if (isCommon(password)) {
            return "member.password.advice.common";
        }
        if (namesThePerson(password, name, email)) {
            return "member.password.advice.personal";
        }
        if (isLongEnough(password)) {
            return "member.password.advice.good";
        }
        if (password.length() < SHORTEST_OF_FOUR_CLASSES) {
            return "member.password.advice.longer";
        }
        return classes(password) < 3 ? "member.password.advice.classes" : "member.password.advice.almost";
    }

    private static boolean isLongEnough(String password) {
        int length = password.codePointCount(0, password.length());
        int classes = classes(password);
        if (password.chars().distinct().count() < FEWEST_DIFFERENT) {
            return false;
        }
        return classes == 4 && length >= SHORTEST_OF_FOUR_CLASSES || classes >= 3 && length >= SHORTEST_OF_THREE_CLASSES
                || length >= PASSPHRASE_LENGTH && words(password) >= PASSPHRASE_WORDS;
    }

    private static long words(String password) {
        return Arrays.stream(WORDS.split(password.strip())).filter(word -> word.length() > 1).distinct().count();
    }

    /** How many of lower case, upper case, digits and other signs appear. */
    private static int classes(String password) {
        boolean lower = password.chars().anyMatch(Character::isLowerCase);
        boolean upper = password.chars().anyMatch(Character::isUpperCase);
        boolean digit = password.chars().anyMatch(Character::isDigit);
        boolean other = password.chars().anyMatch(c -> !Character.isLetterOrDigit(c));
        return (lower ? 1 : 0) + (upper ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
    }

    /** Common as it is, or once the usual disguises (final digits and signs, 0 for o, @ for a) are taken off. */
    private boolean isCommon(String password) {
        String bare = bare(password);
        String core = bare.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return common.contains(bare) || common.contains(undisguised(bare))
                || common.contains(undisguised(bare.replaceAll("[^\\p{L}]+$", "")))
                || core.length() * 2 > bare.length() && common.contains(core);
    }

    private static String bare(String password) {
        return password.strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static String undisguised(String bare) {
        return bare.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('4', 'a').replace('5', 's')
                .replace('7', 't').replace('@', 'a').replace('$', 's').replace('!', 'i');
    }

    private static boolean namesThePerson(String password, String name, String email) {
        String folded = Texts.fold(password).replace(" ", "");
        String account = email.contains("@") ? email.substring(0, email.indexOf('@')) : email;
        return Arrays.stream((Texts.fold(name) + ' ' + Texts.fold(account)).split(" "))
                .filter(part -> part.length() >= SHORTEST_KNOWN_PART).anyMatch(folded::contains);
    }
}
