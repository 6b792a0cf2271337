package fr.maillage.member;

import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address, in lower case: the name under which a person signs in. */
public record Email(String value) {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@"
            + "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}{2,63}");
    private static final int LONGEST = 254;

    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches() || value.contains("..")) {
            throw new InvalidInput("email", "member.email.invalid");
        }
    }

    /** @throws InvalidInput on the field {@code email} when it is no address */
    public static Email of(String typed) {
        return new Email(Checks.required("email", typed, LONGEST));
    }

    @Override
    public String toString() {
        return value;
    }
}
