package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.PeopleLookup.Found;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.Theme;
import fr.maillage.base.Translator;
import fr.maillage.base.ui.Choice;
import fr.maillage.base.ui.DateField;
import fr.maillage.base.ui.Formats;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionStatus;
import fr.maillage.plan.FieldRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the live fields of an action: the right Vaadin field for each type, labelled by the bundles. */
final class Inputs {

    private static final int MOST_FOUND = 20;

    private final LiveSheet sheet;
    private final Translator words;
    private final Locale locale;

    Inputs(LiveSheet sheet, Translator words, Locale locale) {
        this.sheet = sheet;
        this.words = words;
        this.locale = locale;
    }

    String label(ActionField<?> field) {
        return words.translate(field.messageKey());
    }

    LiveField<String, String> text(FieldRef<String> ref) {
        TextField input = labelled(new TextField(), ref);
        return new LiveField<>(sheet, ref, input, Inputs::orEmpty, Function.<String>identity())
                .kept(input, Function.identity());
    }

    LiveField<String, String> longText(FieldRef<String> ref) {
        LongText text = new LongText(label(ref.field()));
        LiveField<String, String> field =
                new LiveField<>(sheet, ref, text, Inputs::orEmpty, Function.identity());
        text.listen(field::entered, field::left);
        return field.kept(text.area(), Function.identity());
    }

    LiveField<ActionStatus, ActionStatus> status(FieldRef<ActionStatus> ref) {
        return new LiveField<>(sheet, ref, new StatusField(),
                status -> status == null ? ActionStatus.TO_COME : status, Function.identity());
    }

    <E extends Enum<E>> LiveField<E, E> choice(FieldRef<E> ref, Class<E> type, boolean required) {
        Choice<E> choice = labelled(new Choice<>(type, required ? null : words.translate("plan.none"),
                value -> words.translate(FieldWords.key(value))), ref);
        return new LiveField<E, E>(sheet, ref, choice, Function.identity(), Function.identity())
                .kept(choice, Choice.reading(type));
    }

    /** The one that has these words; two that are called alike are neither. */
    private static <E> E one(List<E> choices, List<String> said, Function<E, String> words) {
        List<E> meant = choices.stream().filter(choice -> said.equals(List.of(words.apply(choice)))).toList();
        if (meant.size() != 1) {
            throw new IllegalArgumentException("%d choices".formatted(meant.size()));
        }
        return meant.getFirst();
    }

    LiveField<LocalDate, LocalDate> date(FieldRef<LocalDate> ref) {
        DatePicker picker = labelled(new DateField(""), ref);
        return new LiveField<>(sheet, ref, picker, Function.<@Nullable LocalDate>identity(), Function.identity())
                .kept(picker, kept -> kept.isEmpty() ? null : LocalDate.parse(kept));
    }

    /** Read with its thousands apart, 480 000 or 12,50; typed with or without. */
    LiveField<BigDecimal, String> amount(FieldRef<BigDecimal> ref) {
        TextField input = labelled(new TextField(), ref);
        input.addClassName("ml-num");
        input.getElement().setAttribute("inputmode", "decimal");
        Formats formats = Formats.current();
        return new LiveField<BigDecimal, String>(sheet, ref, input,
                value -> value == null ? "" : formats.number(value, value.stripTrailingZeros().scale() > 0 ? 2 : 0),
                typed -> amount(ref.field(), typed, locale)).kept(input, Function.identity());
    }

    /** 12,50 is twelve and a half in French; 12,500 is twelve thousand and more in English, and 12,50 nothing. */
    static @Nullable BigDecimal amount(ActionField<?> field, String typed, Locale locale) {
        String digits = typed.replaceAll("[\\s\\u00A0\\u202F€]", "").replace('\u2212', '-');
        if (!locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            digits = digits.replace(',', '.');
        } else if (digits.matches("-?\\d{1,3}(,\\d{3})*(\\.\\d+)?")) {
            digits = digits.replace(",", "");
        }
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("-?\\d{1,20}(\\.\\d{1,10})?")) {
            throw new InvalidInput(field.name(), "plan.badInput");
        }
        return new BigDecimal(digits);
    }

    LiveField<Integer, Integer> number(FieldRef<Integer> ref) {
        IntegerField input = labelled(new IntegerField(), ref);
        return new LiveField<>(sheet, ref, input, Function.<@Nullable Integer>identity(), Function.identity())
                .kept(input, kept -> kept.isEmpty() ? null : Integer.valueOf(kept));
    }

    LiveField<Boolean, Boolean> flag(FieldRef<Boolean> ref) {
        Checkbox box = labelled(new Checkbox(), ref);
        return new LiveField<Boolean, Boolean>(sheet, ref, box, Boolean.TRUE::equals, Function.identity())
                .chosen(box, said -> !said.isEmpty());
    }

    LiveField<Set<Theme>, Set<Theme>> themes(FieldRef<Set<Theme>> ref) {
        MultiSelectComboBox<Theme> box = labelled(new MultiSelectComboBox<>(), ref);
        box.setItems(Theme.values());
        box.setItemLabelGenerator(theme -> words.translate(theme.messageKey()));
        return new LiveField<Set<Theme>, Set<Theme>>(sheet, ref, box, themes -> themes == null ? Set.of() : themes,
                Function.identity()).chosen(box, said -> said.stream().map(word -> one(List.of(Theme.values()),
                        List.of(word), theme -> words.translate(theme.messageKey()))).collect(Collectors.toSet()));
    }

    /**
     * One organization, found by its letters.
     *
     * @param find finds those that whoever writes may name, at most that many
     * @param name how one that is named already is called
     */
    LiveField<OrganizationId, OrganizationId> organization(FieldRef<OrganizationId> ref,
            BiFunction<String, Integer, List<Found>> find, Function<OrganizationId, String> name) {
        ComboBox<OrganizationId> box = labelled(new ComboBox<>(), ref);
        box.setClearButtonVisible(true);
        box.setItemLabelGenerator(name::apply);
        box.setItems(query -> {
            int offset = query.getOffset();
            int limit = query.getLimit();
            return find.apply(query.getFilter().orElse(""), MOST_FOUND).stream()
                    .map(found -> ((AudienceScope.Organization) found.scope()).id())
                    .skip(offset).limit(limit);
        });
        return new LiveField<OrganizationId, OrganizationId>(sheet, ref, box, Function.identity(), Function.identity())
                .chosen(box, said -> said.isEmpty() ? null : ((AudienceScope.Organization) one(
                        find.apply(said.getFirst(), MOST_FOUND), said, Found::name).scope()).id());
    }

    /** A field of its own says what it is above; the cell of a line says it to those who listen. */
    private <C extends Component> C labelled(C input, FieldRef<?> ref) {
        String label = label(ref.field());
        if (ref.field().part() == ActionField.Part.ACTION && input instanceof HasLabel labelled) {
            labelled.setLabel(label);
        } else if (input instanceof HasAriaLabel aria) {
            aria.setAriaLabel(label);
        } else {
            input.getElement().setProperty("accessibleName", label);
        }
        return input;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
