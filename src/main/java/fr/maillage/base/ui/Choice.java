package fr.maillage.base.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/**
 * One of a few values of an enum: Vaadin’s select in the browser, told its words as plain data. {@link Select} keeps a
 * component for each value of each field, which is much where a page holds many.
 *
 * @param <E> what is chosen among
 */
@Tag("vaadin-select")
@JsModule("@vaadin/select/src/vaadin-select.js")
@Uses(Select.class)
public class Choice<E extends Enum<E>> extends AbstractSinglePropertyField<Choice<E>, @Nullable E>
        implements Focusable<Choice<E>>, HasLabel, HasValidationProperties {

    /** The browser’s select takes the words for the value where that is empty; no constant is called so. */
    private static final String NONE = "-";

    /**
     * @param type  the values, in their order
     * @param none  the word for “none of them”; null where one must be chosen
     * @param words what each value is called
     */
    public Choice(Class<E> type, @Nullable String none, Function<E, String> words) {
        super("value", null, String.class, name -> reading(type).apply(name),
                chosen -> chosen != null ? chosen.name() : none == null ? "" : NONE);
        ArrayNode items = JacksonUtils.createArrayNode();
        if (none != null) {
            items.addObject().put("value", NONE).put("label", none);
            getElement().setProperty("value", NONE);
        }
        for (E value : type.getEnumConstants()) {
            items.addObject().put("value", value.name()).put("label", words.apply(value));
        }
        getElement().setPropertyJson("items", items);
    }

    /**
     * Makes the value of what such a field has in the browser.
     *
     * @throws IllegalArgumentException from it when no value of the type is called so
     */
    public static <E extends Enum<E>> Function<String, @Nullable E> reading(Class<E> type) {
        return name -> name.isEmpty() || name.equals(NONE) ? null : Enum.valueOf(type, name);
    }
}
