package fr.maillage.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.maillage.access.PeopleLookup.Found;
import fr.maillage.base.ui.Icon;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** People or organizations named on something: chips, each with a cross, and a box that finds another by its letters. */
class ChipsEditor extends Composite<Div> {

    /**
     * One that is named.
     *
     * @param remove takes the name away
     */
    record Chip(Component chip, String name, Runnable remove) {}

    private final String label;
    private final boolean editable;
    private final BiFunction<String, Integer, List<Found>> find;
    private final Consumer<Found> add;
    private final @Nullable Consumer<String> addWords;
    private final Div chips = new Div();
    private final Div chooser = new Div();

    /**
     * @param find     finds by letters, at most that many
     * @param addWords for what is found nowhere; null when only what is found can be named
     */
    ChipsEditor(String label, boolean editable, BiFunction<String, Integer, List<Found>> find, Consumer<Found> add,
            @Nullable Consumer<String> addWords) {
        this.label = label;
        this.editable = editable;
        this.find = find;
        this.add = add;
        this.addWords = addWords;
        getContent().addClassName("ml-field");
        Span words = new Span(label);
        words.addClassName("label");
        chips.addClassName("value");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", label);
        getContent().add(words, chips, chooser);
    }

    void show(List<Chip> named) {
        chips.removeAll();
        chips.setClassName("empty", named.isEmpty());
        named.forEach(chip -> {
            // A chip keeps its cross beside it when the line breaks.
            Div one = new Div(chip.chip());
            one.addClassName("ml-named");
            if (editable) {
                one.add(button(Icon.X, getTranslation("plan.unname", chip.name(), label), chip.remove()));
            }
            chips.add(one);
        });
        if (named.isEmpty() && !editable) {
            chips.add(new Span(FieldWords.NOTHING));
        }
        chooser.removeAll();
        if (editable) {
            chips.add(button(Icon.PLUS, getTranslation("plan.name", label), this::open));
        }
    }

    private void open() {
        ComboBox<Found> box = new ComboBox<>();
        box.setAriaLabel(getTranslation("plan.name", label));
        box.setPlaceholder(getTranslation("plan.name.hint"));
        box.setWidthFull();
        box.setItemLabelGenerator(Found::name);
        box.setItems(query -> {
            int offset = query.getOffset();
            int limit = query.getLimit();
            return find.apply(query.getFilter().orElse(""), 20).stream().skip(offset).limit(limit);
        });
        box.setRenderer(com.vaadin.flow.data.renderer.LitRenderer
                .<Found>of("${item.name} <span class=\"ml-faint ml-small\">${item.detail}</span>")
                .withProperty("name", Found::name).withProperty("detail", Found::detail));
        box.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                add.accept(event.getValue());
            }
        });
        Consumer<String> words = addWords;
        if (words != null) {
            box.setAllowCustomValue(true);
            box.addCustomValueSetListener(event -> words.accept(event.getDetail()));
        }
        chooser.removeAll();
        chooser.add(box);
        box.focus();
    }

    private Button button(Icon icon, String said, Runnable act) {
        Button button = new Button(icon.small(), event -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().getThemeList().add("icon");
        button.addClassName("small");
        button.setAriaLabel(said);
        button.setTooltipText(said);
        return button;
    }
}
