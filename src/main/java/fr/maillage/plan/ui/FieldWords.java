package fr.maillage.plan.ui;

import fr.maillage.base.OrganizationId;
import fr.maillage.base.Theme;
import fr.maillage.base.Translator;
import fr.maillage.base.ui.Formats;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.BudgetKind;
import fr.maillage.plan.BudgetUnit;
import fr.maillage.plan.FundingState;
import fr.maillage.plan.NationalAxis;
import fr.maillage.plan.Phase;
import fr.maillage.plan.Priority;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says the value of any field in the words of whoever reads. */
final class FieldWords {

    /** What is said where nothing is. */
    static final String NOTHING = "–";

    private final Formats formats;
    private final Translator words;
    private final Function<OrganizationId, String> organizations;

    FieldWords(Formats formats, Translator words, Function<OrganizationId, String> organizations) {
        this.formats = formats;
        this.words = words;
        this.organizations = organizations;
    }

    /** The value in words; a dash for none. */
    String say(ActionField<?> field, @Nullable Object value) {
        String said = switch (value) {
            case null -> "";
            case String text -> text;
            case Boolean flag -> words.translate(flag ? "plan.yes" : "plan.no");
            case LocalDate date -> formats.date(date);
            case BigDecimal amount when money(field) -> formats.euros(amount);
            case BigDecimal amount -> formats.number(amount, 4);
            case Integer year when field == ActionField.BUDGET_YEAR -> year.toString();
            case Integer number -> formats.number(number);
            case Set<?> themes -> themes.stream().map(Theme.class::cast)
                    .map(theme -> words.translate(theme.messageKey())).collect(Collectors.joining(", "));
            case OrganizationId organization -> organizations.apply(organization);
            case Enum<?> choice -> words.translate(key(choice));
            default -> value.toString();
        };
        return said.isBlank() ? NOTHING : said;
    }

    private static boolean money(ActionField<?> field) {
        return field == ActionField.BUDGET_PLANNED || field == ActionField.BUDGET_ACTUAL
                || field == ActionField.FUNDING_AMOUNT;
    }

    static String key(Enum<?> choice) {
        return switch (choice) {
            case ActionStatus status -> status.messageKey();
            case Phase phase -> phase.messageKey();
            case Priority priority -> priority.messageKey();
            case NationalAxis axis -> axis.messageKey();
            case BudgetKind kind -> kind.messageKey();
            case BudgetUnit unit -> unit.messageKey();
            case FundingState state -> state.messageKey();
            default -> throw new IllegalArgumentException("No words for " + choice.getClass());
        };
    }
}
