package fr.maillage.opportunity;

import static fr.maillage.opportunity.OpportunityKind.CO_INVESTMENT;
import static fr.maillage.opportunity.OpportunityKind.FUNDING;
import static fr.maillage.opportunity.OpportunityKind.MARKET;
import static fr.maillage.opportunity.OpportunityKind.PILOT_SITE;
import static fr.maillage.opportunity.OpportunityKind.POOLED_SERVICE;
import static fr.maillage.opportunity.OpportunityKind.PREMISES;
import static fr.maillage.opportunity.OpportunityKind.SKILLS;

import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that belong to one kind of opportunity (or to two): what each holds and what it accepts. The name is
 * stored; the key is what forms, errors and demonstration data call the field.
 */
public enum KindField {
    AMOUNT_MIN("amountMin", Type.MONEY, FUNDING, CO_INVESTMENT),
    AMOUNT_MAX("amountMax", Type.MONEY, FUNDING, CO_INVESTMENT),
    FUNDING_RATE("rate", Type.PERCENT, FUNDING),
    ELIGIBLE("eligible", Type.TEXT, FUNDING),
    SURFACE("surface", Type.SQUARE_METRES, PREMISES),
    PRICE("price", Type.MONEY, PREMISES),
    PRICE_UNIT("priceUnit", Type.PRICE_UNIT, PREMISES),
    HEIGHT("height", Type.METRES, PREMISES),
    AVAILABLE_FROM("availableFrom", Type.DATE, PREMISES),
    ADDRESS("address", Type.TEXT, PREMISES),
    POSITIONS("positions", Type.COUNT, SKILLS),
    CONTRACT("contract", Type.TEXT, SKILLS),
    TRADE("trade", Type.TEXT, SKILLS),
    VOLUME("volume", Type.TEXT, MARKET),
    CERTIFICATION("certification", Type.TEXT, MARKET),
    LEAD("lead", Type.TEXT, MARKET),
    SERVICE("service", Type.TEXT, POOLED_SERVICE),
    FREQUENCY("frequency", Type.TEXT, POOLED_SERVICE),
    SHARING("sharing", Type.TEXT, POOLED_SERVICE),
    EQUIPMENT("equipment", Type.TEXT, OpportunityKind.EQUIPMENT),
    CAPACITY("capacity", Type.TEXT, OpportunityKind.EQUIPMENT),
    EQUIPMENT_RATE("rate", Type.TEXT, OpportunityKind.EQUIPMENT),
    SHARE("share", Type.TEXT, CO_INVESTMENT),
    SITE("site", Type.TEXT, PILOT_SITE),
    DURATION("duration", Type.TEXT, PILOT_SITE),
    EXPECTATIONS("expectations", Type.TEXT, PILOT_SITE);

    /** What a field holds: text is a String, a date a LocalDate, everything else a BigDecimal. */
    public enum Type {
        MONEY(2), PERCENT(2), SQUARE_METRES(0), METRES(2), COUNT(0), DATE(0), TEXT(0), PRICE_UNIT(0);

        private final int decimals;

        Type(int decimals) {
            this.decimals = decimals;
        }

        public boolean isNumber() {
            return this != DATE && this != TEXT && this != PRICE_UNIT;
        }
    }

    /** Longest text of one field, in characters. */
    public static final int LONGEST = 200;

    private final String key;
    private final Type type;
    private final Set<OpportunityKind> kinds;

    KindField(String key, Type type, OpportunityKind... kinds) {
        this.key = key;
        this.type = type;
        this.kinds = Set.of(kinds);
    }

    public String key() {
        return key;
    }

    public Type type() {
        return type;
    }

    public Set<OpportunityKind> kinds() {
        return kinds;
    }

    public String messageKey() {
        return "opportunity.field." + name();
    }

    /**
     * The value as it is kept, from what a form or a document holds.
     *
     * @return null when nothing was given
     * @throws InvalidInput on this field's key
     */
    @Nullable
    Object accept(@Nullable Object given) {
        String text = given == null ? "" : given.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (type == Type.DATE) {
            return date(given, text);
        }
        return type.isNumber() ? number(given, text)
                : Checks.required(key, text, type == Type.PRICE_UNIT ? 30 : LONGEST);
    }

    private @Nullable LocalDate date(@Nullable Object given, String text) {
        try {
            return Checks.plausible(key, given instanceof LocalDate date ? date : LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new InvalidInput(key, "opportunity.notADate");
        }
    }

    private @Nullable BigDecimal number(@Nullable Object given, String text) {
        BigDecimal number;
        try {
            // Beyond thirty signs it is no number somebody means, and exponents could be made to fill the memory.
            number = given instanceof BigDecimal decimal ? decimal
                    : new BigDecimal(text.substring(0, Math.min(30, text.length())));
        } catch (NumberFormatException e) {
            throw new InvalidInput(key, "opportunity.notANumber");
        }
        Checks.notNegative(key, number);
        if (type == Type.PERCENT && number.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new InvalidInput(key, "opportunity.percentTooLarge");
        }
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > type.decimals) {
            throw new InvalidInput(key, type.decimals == 0 ? "opportunity.notWhole" : "opportunity.tooManyDecimals",
                    type.decimals);
        }
        return number.stripTrailingZeros();
    }
}
