package fr.maillage.base;

/**
 * The nine-digit number of a legal unit in the French register (INSEE); valid when its Luhn sum is a multiple of ten.
 * Métropole de Lyon, which is not an EPCI and has no SIREN in the reference data, is carried by its code {@code MET69}.
 */
public record Siren(String value) {

    public Siren {
        if (!isValid(value)) {
            throw new InvalidInput("siren", "base.siren.invalid");
        }
    }

    /**
     * Reads what a person typed: spaces and dots are dropped.
     *
     * @throws InvalidInput on the field {@code siren} when it is not nine digits with a right check digit
     */
    public static Siren of(String typed) {
        return new Siren(normalize(typed));
    }

    static String normalize(String typed) {
        return typed.replaceAll("[\\s\\u00A0\\u202F.]", "");
    }

    private static boolean isValid(String value) {
        return value.equals("MET69") || value.matches("\\d{9}") && luhnSum(value) % 10 == 0;
    }

    static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum;
    }

    /** As it is read aloud: three groups of three digits. */
    public String grouped() {
        return value.length() == 9
                ? value.substring(0, 3) + '\u00A0' + value.substring(3, 6) + '\u00A0' + value.substring(6) : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
