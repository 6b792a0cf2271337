package fr.maillage.plan;

import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.Theme;
import fr.maillage.coediting.LiveTextRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed in an action, one by one: its own fields and the cells of its lines. Each knows how its value is
 * checked and how it is written down; nothing else in the product lists the fields of an action.
 *
 * @param <T> the type of the value
 */
public final class ActionField<T> {

    /** Where a field stands: in the action itself or in one of its lines. */
    public enum Part {
        ACTION("action"), BUDGET("budget_line"), FUNDING("funding_line"), INDICATOR("indicator"),
        MEASURE("indicator_value"), STEP("step");

        private final String table;

        Part(String table) {
            this.table = table;
        }

        String table() {
            return table;
        }

        /** The key of its name in the translation bundles. */
        public String messageKey() {
            return "plan.part." + name();
        }
    }

    private static final List<ActionField<?>> ALL = new ArrayList<>();

    public static final ActionField<String> TITLE = text(Part.ACTION, "title", 300).required();
    public static final ActionField<String> DESCRIPTION = text(Part.ACTION, "description", Checks.LONGEST_TEXT);
    public static final ActionField<String> OBJECTIVES = text(Part.ACTION, "objectives", Checks.LONGEST_TEXT);
    public static final ActionField<String> MEANS = text(Part.ACTION, "means", Checks.LONGEST_TEXT);
    /** Those that several people write at once, character by character: {@link ActionTexts}. */
    static final List<ActionField<String>> LIVE = List.of(DESCRIPTION, OBJECTIVES, MEANS);

    public static final ActionField<ActionStatus> STATUS =
            choice(Part.ACTION, "status", ActionStatus.class).required();
    public static final ActionField<Phase> PHASE = choice(Part.ACTION, "phase", Phase.class);
    public static final ActionField<Priority> PRIORITY = choice(Part.ACTION, "priority", Priority.class);
    public static final ActionField<LocalDate> START = date(Part.ACTION, "starts");
    public static final ActionField<LocalDate> END = date(Part.ACTION, "ends");
    public static final ActionField<Boolean> YEARLY = flag(Part.ACTION, "yearly");
    public static final ActionField<NationalAxis> NATIONAL_AXIS =
            choice(Part.ACTION, "national_axis", NationalAxis.class);
    public static final ActionField<Set<Theme>> THEMES = new ActionField<>(Part.ACTION, "themes",
            themes -> Integer.toString(Theme.mask(themes)), mask -> Theme.ofMask(Integer.parseInt(mask)),
            (name, themes) -> themes == null ? Set.of() : themes);
    public static final ActionField<String> RESULTS = text(Part.ACTION, "results", Checks.LONGEST_TEXT);
    public static final ActionField<Integer> JOBS = number(Part.ACTION, "jobs", 0, 1_000_000);
    public static final ActionField<String> RISKS = text(Part.ACTION, "risks", Checks.LONGEST_TEXT);
    public static final ActionField<String> BLOCKING_CAUSE = text(Part.ACTION, "blocking_cause", 1000);
    public static final ActionField<String> BLOCKING_REMEDY = text(Part.ACTION, "blocking_remedy", 1000);
    public static final ActionField<String> SITE = text(Part.ACTION, "site", 500);
    public static final ActionField<String> TARGETS = text(Part.ACTION, "targets", 500);
    public static final ActionField<OrganizationId> LEAD_ORGANIZATION = new ActionField<>(Part.ACTION,
            "lead_organization", id -> id.value().toString(), id -> new OrganizationId(UUID.fromString(id)),
            (name, id) -> id);
    public static final ActionField<String> LEAD_SERVICE = text(Part.ACTION, "lead_service", 200);
    public static final ActionField<String> GOVERNANCE = text(Part.ACTION, "governance", 300);

    public static final ActionField<BudgetKind> BUDGET_KIND = choice(Part.BUDGET, "kind", BudgetKind.class).required();
    public static final ActionField<BudgetUnit> BUDGET_UNIT = choice(Part.BUDGET, "unit", BudgetUnit.class).required();
    public static final ActionField<Integer> BUDGET_YEAR = number(Part.BUDGET, "year", 1950, 2150);
    public static final ActionField<BigDecimal> BUDGET_PLANNED = amount(Part.BUDGET, "planned");
    public static final ActionField<BigDecimal> BUDGET_ACTUAL = amount(Part.BUDGET, "actual");

    public static final ActionField<String> FUNDER = text(Part.FUNDING, "funder", 200);
    public static final ActionField<BigDecimal> FUNDING_AMOUNT = amount(Part.FUNDING, "amount");
    public static final ActionField<FundingState> FUNDING_STATE =
            choice(Part.FUNDING, "state", FundingState.class).required();
    public static final ActionField<LocalDate> FUNDING_DUE = date(Part.FUNDING, "due");

    public static final ActionField<String> INDICATOR_NAME = text(Part.INDICATOR, "name", 200);
    public static final ActionField<String> INDICATOR_UNIT = text(Part.INDICATOR, "unit", 60);
    public static final ActionField<BigDecimal> INDICATOR_TARGET = measure(Part.INDICATOR, "target");

    /** The indicator a measure belongs to; set when the line is added. */
    public static final ActionField<UUID> MEASURE_OF = new ActionField<>(Part.MEASURE, "indicator", UUID::toString,
            UUID::fromString, (name, id) -> {
                throw new InvalidInput(name, "plan.measure.stays");
            });
    public static final ActionField<LocalDate> MEASURED = date(Part.MEASURE, "measured");
    public static final ActionField<BigDecimal> MEASURE_VALUE = measure(Part.MEASURE, "amount");
    public static final ActionField<String> MEASURE_SOURCE = text(Part.MEASURE, "source", 300);

    public static final ActionField<String> STEP_TITLE = text(Part.STEP, "title", 300);
    public static final ActionField<Boolean> STEP_DONE = flag(Part.STEP, "done");
    public static final ActionField<LocalDate> STEP_DUE = date(Part.STEP, "due");

    private final Part part;
    private final String column;
    private final Function<T, String> write;
    private final Function<String, T> read;
    private final BiFunction<String, @Nullable T, @Nullable T> check;

    private ActionField(Part part, String column, Function<T, String> write, Function<String, T> read,
            BiFunction<String, @Nullable T, @Nullable T> check) {
        this.part = part;
        this.column = column;
        this.write = write;
        this.read = read;
        this.check = check;
        ALL.removeIf(other -> other.name().equals(name()));
        ALL.add(this);
    }

    /** The fields of a part, in the order they are declared. */
    public static List<ActionField<?>> of(Part part) {
        return ALL.stream().filter(field -> field.part == part).toList();
    }

    /** The field of this {@link #name()}. */
    static Optional<ActionField<?>> named(String name) {
        return ALL.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public Part part() {
        return part;
    }

    /** A name no other field has; the one {@link InvalidInput} carries. */
    public String name() {
        return part == Part.ACTION ? column : part.table() + '.' + column;
    }

    /** The key of its label in the translation bundles. */
    public String messageKey() {
        return "plan.field." + name();
    }

    /** Whether several people write it at once, see {@link ActionTexts}. */
    public boolean isLive() {
        return LIVE.contains(this);
    }

    /** Which text the field of an action is, if it is one; says nothing of whether it has been opened. */
    public LiveTextRef text(ActionId action) {
        return new LiveTextRef(ActionService.ref(action), column);
    }

    String column() {
        return column;
    }

    /**
     * The value as it will be kept.
     *
     * @throws InvalidInput on {@link #name()}
     */
    @Nullable
    T checked(@Nullable T value) {
        return check.apply(name(), value);
    }

    /** The value written down, in a form that the database converts into its own type. */
    @Nullable
    String stored(@Nullable T value) {
        return value == null ? null : write.apply(value);
    }

    @Nullable
    T read(@Nullable String stored) {
        return stored == null ? null : read.apply(stored);
    }

    private ActionField<T> required() {
        return new ActionField<>(part, column, write, read, (name, value) -> {
            T checked = check.apply(name, value);
            if (checked == null || checked.equals("")) {
                throw new InvalidInput(name, "base.required");
            }
            return checked;
        });
    }

    private static ActionField<String> text(Part part, String column, int max) {
        return new ActionField<>(part, column, Function.identity(), Function.identity(),
                (name, value) -> Checks.optional(name, value, max));
    }

    private static <E extends Enum<E>> ActionField<E> choice(Part part, String column, Class<E> type) {
        return new ActionField<>(part, column, Enum::name, name -> Enum.valueOf(type, name), (name, value) -> value);
    }

    private static ActionField<LocalDate> date(Part part, String column) {
        return new ActionField<>(part, column, LocalDate::toString, LocalDate::parse, Checks::plausible);
    }

    private static ActionField<Boolean> flag(Part part, String column) {
        return new ActionField<>(part, column, value -> value ? "1" : "0", "1"::equals,
                (name, value) -> Boolean.TRUE.equals(value));
    }

    private static ActionField<Integer> number(Part part, String column, int least, int most) {
        return new ActionField<>(part, column, String::valueOf, Integer::valueOf, (name, value) -> {
            if (value != null && (value < least || value > most)) {
                throw new InvalidInput(name, "plan.outOfRange", least, most);
            }
            return value;
        });
    }

    /** Euros with cents, or full-time equivalents with hundredths: never negative. */
    private static ActionField<BigDecimal> amount(Part part, String column) {
        return decimal(part, column, 2, Checks::notNegative);
    }

    /** What an indicator measures: may be below zero. */
    private static ActionField<BigDecimal> measure(Part part, String column) {
        return decimal(part, column, 4, (name, value) -> {
            if (value != null) {
                Checks.notNegative(name, value.abs());
            }
            return value;
        });
    }

    private static ActionField<BigDecimal> decimal(Part part, String column, int scale,
            BiFunction<String, @Nullable BigDecimal, @Nullable BigDecimal> check) {
        return new ActionField<>(part, column, BigDecimal::toPlainString, BigDecimal::new, (name, value) -> {
            BigDecimal checked = check.apply(name, value);
            return checked == null ? null : checked.setScale(scale, RoundingMode.HALF_UP);
        });
    }

    @Override
    public String toString() {
        return name();
    }
}
