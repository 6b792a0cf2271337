package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Keeps what is typed in a form in the person's own browser, so that an expired session, a closed tab or a lost
 * network loses nothing. Stands above the form; when an unfinished draft is there it offers to take it up. Nothing of
 * it reaches the server before it is taken up; a draft is thrown away after thirty days.
 *
 * <pre>{@code
 * DraftKeeper drafts = new DraftKeeper(form, "plan/new/" + person, Instant.now());
 * drafts.field("title", title);   // text, area, number, date, select of a fixed list, radio group
 * drafts.choices("themes", themes);
 * add(drafts, form);
 * ...
 * drafts.done();                  // after the save
 * }</pre>
 */
@JsModule("./draft-keeper.ts")
public class DraftKeeper extends Composite<Div> {

    private static final long UNKNOWN = -1;

    private final Component form;
    private final String key;
    private final Instant now;
    private final Map<String, Consumer<List<String>>> choices = new LinkedHashMap<>();
    private @Nullable TakeUp fields;
    private @Nullable LongConsumer versions;

    /** Takes up what is kept of one field among those that are saved one by one. */
    @FunctionalInterface
    public interface TakeUp {

        /**
         * @param name    the name of the field
         * @param typed   what was typed in it; of a choice its words, a line each
         * @param version the version it was typed on, -1 when nobody knows
         * @return whether there still is such a field
         */
        boolean takeUp(String name, String typed, long version);
    }

    /**
     * @param form the component that holds the fields
     * @param key  names the form for this person: end it with their identifier, for browsers that several people use
     * @param now  the present, to say how old the draft is
     */
    public DraftKeeper(Component form, String key, Instant now) {
        this.form = form;
        this.key = key;
        this.now = now;
        getContent().setVisible(false);
        getContent().addClassNames("ml-box", "quiet", "ml-row", "ml-wrap");
        getContent().getElement().setAttribute("role", "status");
        // The answer comes once the browser has the form; without an answer (no storage) there is no draft.
        form.addAttachListener(event -> form.getElement()
                .executeJs("return window.maillageDrafts.keep(this, $0, $1)", key, fields != null)
                .then(Double.class, at -> {
                    if (at > 0) {
                        offer(Instant.ofEpochMilli(at.longValue()));
                    }
                }));
    }

    /** Keeps this field under a name of its own within the form. */
    public DraftKeeper field(String name, Component field) {
        field.getElement().setAttribute("data-draft", name);
        return this;
    }

    /**
     * Keeps a choice in a list by its words: its key is another one in another session, and may be that of something else.
     *
     * @param takeUp finds what was chosen by its words, one for each
     */
    public DraftKeeper choice(String name, Component field, Consumer<List<String>> takeUp) {
        words(field);
        choices.put(name, takeUp);
        return field(name, field);
    }

    /** Keeps which of the items of the box were chosen, by their words; those it no longer has are left out. */
    public <T> DraftKeeper choices(String name, MultiSelectComboBox<T> box) {
        return choice(name, box, words -> box.setValue(box.getListDataView().getItems()
                .filter(item -> words.contains(box.getItemLabelGenerator().apply(item))).collect(Collectors.toSet())));
    }

    /** Says that of this field the words of what is chosen are kept. */
    public static void words(Component field) {
        field.getElement().setAttribute("data-draft-words", true);
    }

    /**
     * For a form whose fields are saved one by one: only those not saved yet are kept, each with the version it was
     * typed on, see {@link #base}.
     */
    public DraftKeeper apart(TakeUp takeUp) {
        fields = takeUp;
        return this;
    }

    /**
     * For a form of something others may save meanwhile: the draft keeps the version it was written on.
     *
     * @param shown    the version the form shows
     * @param takenUp  hears the version of a draft that is taken up, -1 when nobody knows: to be saved on that one
     */
    public DraftKeeper version(long shown, LongConsumer takenUp) {
        base(form, shown);
        versions = takenUp;
        return this;
    }

    /** Says which version a field, or a whole form, shows. */
    public static void base(Component field, long version) {
        field.getElement().setAttribute("data-draft-base", String.valueOf(version));
    }

    /** This field has been saved by itself, or what was typed in it is thrown away. */
    public void saved(String name) {
        UI.getCurrent().getPage().executeJs("window.maillageDrafts.saved($0, $1)", key, name);
    }

    /** What was typed has been saved: the draft goes. */
    public void done() {
        // Asked of the page: the form may leave it with this very answer, and what is asked of the form then is never done.
        UI.getCurrent().getPage().executeJs("window.maillageDrafts.done($0)", key);
    }

    private void offer(Instant at) {
        Button takeUp = new Button(getTranslation("base.draft.takeUp"), event -> {
            getContent().setVisible(false);
            takeUp();
        });
        takeUp.addClassName("small");
        Button drop = new Button(getTranslation("base.draft.drop"), event -> {
            form.getElement().executeJs("window.maillageDrafts.clear(this)");
            getContent().setVisible(false);
        });
        drop.addClassNames("small");
        getContent().removeAll();
        getContent().add(Icon.SAVE.small(), new Span(getTranslation("base.draft.found",
                Formats.of(this).moment(at, now))), takeUp, drop);
        getContent().setVisible(true);
    }

    private void takeUp() {
        TakeUp one = fields;
        if (one != null) {
            form.getElement().executeJs("return window.maillageDrafts.kept(this)").then(kept -> kept.forEach(field -> {
                String name = field.path("name").asString();
                String typed = field.path("value").asString();
                if (!one.takeUp(name, typed, number(field.path("base").asString()))) {
                    show(name, typed);
                }
            }));
            return;
        }
        form.getElement().executeJs("return window.maillageDrafts.takeUp(this)").then(this::taken);
    }

    /** The browser has filled in what was typed; the choices are found here. */
    void taken(JsonNode draft) {
        draft.path("choices").forEach(choice -> {
            Consumer<List<String>> takeUp = choices.get(choice.path("name").asString());
            if (takeUp != null) {
                takeUp.accept(choice.path("words").valueStream().map(JsonNode::asString).toList());
            }
        });
        if (versions != null) {
            versions.accept(number(draft.path("base").asString()));
        }
    }

    /** What was typed in a field that is no more: to be read and copied. */
    private void show(String name, String typed) {
        Span words = new Span(getTranslation("base.draft.fieldGone", typed));
        words.addClassName("ml-grow");
        Div one = new Div();
        Button drop = new Button(getTranslation("base.draft.drop"), event -> {
            saved(name);
            getContent().remove(one);
            getContent().setVisible(getContent().getChildren().findAny().isPresent());
        });
        drop.addClassNames("small");
        one.add(words, drop);
        one.addClassNames("ml-row", "ml-wrap", "ml-grow");
        if (!getContent().isVisible()) {
            getContent().removeAll();
            getContent().setVisible(true);
        }
        getContent().add(one);
    }

    private static long number(@Nullable String base) {
        return base != null && base.matches("\\d{1,18}") ? Long.parseLong(base) : UNKNOWN;
    }

    /** The name under which the draft is kept. */
    String key() {
        return key;
    }
}
