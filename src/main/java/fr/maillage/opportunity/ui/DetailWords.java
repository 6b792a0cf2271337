package fr.maillage.opportunity.ui;

import static fr.maillage.opportunity.KindField.AMOUNT_MAX;
import static fr.maillage.opportunity.KindField.AMOUNT_MIN;

import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.base.ui.Formats;
import fr.maillage.opportunity.Details;
import fr.maillage.opportunity.KindField;
import fr.maillage.opportunity.OpportunityKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a kind in words. */
final class DetailWords {

    private static final char NBSP = '\u00A0';

    /** One field: its name and its value. */
    record Fact(String label, String value) {}

    private DetailWords() {}

    /** What stands for the price in a list: a sum, a number of posts, a duration. */
    static Optional<String> price(OpportunityKind kind, Details details) {
        return switch (kind) {
            case FUNDING, CO_INVESTMENT -> amounts(details);
            case PREMISES -> details.number(KindField.PRICE).map(price -> price(price, details))
                    .or(() -> details.number(KindField.SURFACE).map(surface -> text(KindField.SURFACE, surface)));
            case SKILLS -> details.number(KindField.POSITIONS)
                    .map(posts -> I18NProvider.translate("opportunity.posts", posts.intValue()));
            case MARKET -> details.text(KindField.VOLUME);
            case POOLED_SERVICE -> details.text(KindField.SHARING);
            case EQUIPMENT -> details.text(KindField.EQUIPMENT_RATE);
            case PILOT_SITE -> details.text(KindField.DURATION);
        };
    }

    /** All the fields that are filled, in the order of the form; sums that belong together are one. */
    static List<Fact> facts(OpportunityKind kind, Details details) {
        List<Fact> facts = new ArrayList<>();
        amounts(details).ifPresent(sum -> facts.add(new Fact(I18NProvider.translate("opportunity.amount"), sum)));
        for (KindField field : kind.fields()) {
            Object value = details.values().get(field);
            if (value == null || field == AMOUNT_MIN || field == AMOUNT_MAX || field == KindField.PRICE_UNIT) {
                continue;
            }
            String words = field == KindField.PRICE ? price((BigDecimal) value, details) : text(field, value);
            facts.add(new Fact(I18NProvider.translate(field.messageKey()), words));
        }
        return facts;
    }

    private static Optional<String> amounts(Details details) {
        Formats formats = Formats.current();
        Optional<BigDecimal> min = details.number(AMOUNT_MIN);
        Optional<BigDecimal> max = details.number(AMOUNT_MAX);
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) != 0) {
            return Optional.of(I18NProvider.translate("opportunity.amount.between", formats.number(min.get(), 2),
                    formats.euros(max.get())));
        }
        return max.map(sum -> I18NProvider.translate("opportunity.amount.upTo", formats.euros(sum)))
                .or(() -> min.map(sum -> I18NProvider.translate("opportunity.amount.from", formats.euros(sum))));
    }

    private static String price(BigDecimal price, Details details) {
        String unit = details.text(KindField.PRICE_UNIT).orElse("€");
        String euros = Formats.current().euros(price);
        return unit.startsWith("€") ? euros + unit.substring(1).replace("/", NBSP + "/" + NBSP) : euros + NBSP + unit;
    }

    private static String text(KindField field, Object value) {
        Formats formats = Formats.current();
        return switch (field.type()) {
            case MONEY -> formats.euros((BigDecimal) value);
            case PERCENT -> formats.percent(((BigDecimal) value).doubleValue() / 100, 2);
            case SQUARE_METRES -> formats.number((BigDecimal) value, 0) + NBSP + "m²";
            case METRES -> formats.number((BigDecimal) value, 2) + NBSP + "m";
            case COUNT -> formats.number((BigDecimal) value, 0);
            case DATE -> formats.date((LocalDate) value);
            case TEXT, PRICE_UNIT -> (String) value;
        };
    }
}
