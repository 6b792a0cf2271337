package fr.maillage.base;

/**
 * The fourteen-digit number of an establishment (INSEE): Luhn's rule, or for La Poste (SIREN 356 000 000) a plain sum
 * of its digits that is a multiple of five.
 */
public record Siret(String value) {

    private static final String LA_POSTE = "356000000";

    public Siret {
        if (!isValid(value)) {
            throw new InvalidInput("siret", "base.siret.invalid");
        }
    }

    /** @throws InvalidInput on the field {@code siret} */
    public static Siret of(String typed) {
        return new Siret(Siren.normalize(typed));
    }

    private static boolean isValid(String value) {
        return value.matches("\\d{14}") && (Siren.luhnSum(value) % 10 == 0
                || value.startsWith(LA_POSTE) && value.chars().map(c -> c - '0').sum() % 5 == 0);
    }

    public Siren siren() {
        return new Siren(value.substring(0, 9));
    }

    @Override
    public String toString() {
        return value;
    }
}
