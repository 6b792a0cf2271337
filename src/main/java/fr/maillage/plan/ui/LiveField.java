package fr.maillage.plan.ui;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.HasPlaceholder;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.ConflictChoice;
import fr.maillage.base.ui.DraftKeeper;
import fr.maillage.plan.ActionChange;
import fr.maillage.plan.FieldRef;
import fr.maillage.plan.Outcome;
import fr.maillage.plan.PlanRooms.Present;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of an action that saves itself when it is left, shows at once what others make of it, and who is in it.
 * While somebody writes here, a change by somebody else waits: it is shown when they leave without having written, and
 * beside their own value when they have.
 *
 * @param <T> the type of the value kept
 * @param <V> the type of the component's value
 */
class LiveField<T, V> extends Composite<Div> {

    private final LiveSheet sheet;
    private final FieldRef<T> ref;
    private final HasValue<?, V> input;
    private final Function<@Nullable T, V> present;
    private final Function<V, @Nullable T> read;
    private final Validity<V> validity;
    private final Span flag = new Span();
    private @Nullable Component typing;
    private @Nullable Function<String, V> understand;
    /** The version that what stands in the field is based on. */
    private long version;
    private @Nullable T known;
    private boolean focused;
    private boolean showing;
    private boolean unsent;
    private ActionChange.@Nullable FieldSet<T> waiting;
    private @Nullable ConflictChoice conflict;

    /**
     * @param input   a Vaadin field, whose changes arrive when it is left
     * @param present makes the component's value of the kept one
     * @param read    makes the kept value of the component's
     */
    <C extends Component & HasValue<?, V>> LiveField(LiveSheet sheet, FieldRef<T> ref, C input,
            Function<@Nullable T, V> present, Function<V, @Nullable T> read) {
        this.sheet = sheet;
        this.ref = ref;
        this.input = input;
        this.validity = new Validity<>(input);
        this.present = present;
        this.read = read;
        getContent().addClassName("ml-field");
        flag.addClassName("ml-flag");
        flag.setVisible(false);
        getContent().add(flag, input);
        input.addValueChangeListener(event -> {
            if (!showing && parsed()) {
                typed(event.getValue());
            }
        });
        if (input instanceof FocusNotifier<?> notifier) {
            notifier.addFocusListener(event -> entered());
        }
        if (input instanceof BlurNotifier<?> notifier) {
            notifier.addBlurListener(event -> left());
        }
        if (!sheet.current().mayEdit()) {
            input.setReadOnly(true);
            if (input instanceof HasPlaceholder empty) {
                empty.setPlaceholder(FieldWords.NOTHING);
            }
        }
        sheet.register(this);
    }

    /**
     * Keeps in the browser what is typed here until it is saved.
     *
     * @param typing     what is typed into: the input, or a part of it
     * @param understand makes the component's value of what the browser kept
     */
    LiveField<T, V> kept(Component typing, Function<String, V> understand) {
        typing.getElement().setAttribute("data-draft", LiveSheet.draftName(ref));
        this.typing = typing;
        this.understand = understand;
        based(version);
        return this;
    }

    /**
     * Keeps in the browser what is chosen here until it is saved, by its words.
     *
     * @param find finds what was chosen by its words, a line each
     * @throws IllegalArgumentException from it when nothing has these words
     */
    LiveField<T, V> chosen(Component choice, Function<List<String>, V> find) {
        DraftKeeper.words(choice);
        return kept(choice, words -> find.apply(words.lines().toList()));
    }

    /** Over the whole width of the sheet. */
    LiveField<T, V> wide() {
        getContent().addClassName("wide");
        return this;
    }

    /** The cell of a table, which draws the lines itself. */
    LiveField<T, V> cell() {
        getContent().addClassName("cell");
        return this;
    }

    /** Somebody who looks on began to write. */
    void entered() {
        focused = true;
        sheet.focus(ref);
    }

    FieldRef<T> ref() {
        return ref;
    }

    /** Whether two values stand side by side, waiting for a choice. */
    boolean inConflict() {
        return conflict != null;
    }

    HasValue<?, V> input() {
        return input;
    }

    /** Shows what the sheet holds. */
    void load(@Nullable T value, long itsVersion) {
        known = value;
        based(itsVersion);
        waiting = null;
        show(value);
    }

    private void show(@Nullable T value) {
        showing = true;
        try {
            validity.show(present.apply(value));
        } finally {
            showing = false;
        }
    }

    private void based(long itsVersion) {
        version = itsVersion;
        if (typing != null) {
            DraftKeeper.base(typing, itsVersion);
        }
    }

    /**
     * Takes up what was typed here before the session ended, as if it were typed now on the version of then: whoever
     * changed the field since is not overwritten unseen.
     *
     * @param itsVersion what it was typed on, -1 when nobody knows
     * @return whether it can be taken up; what the browser kept may make no sense here, like the name of nobody
     */
    boolean takeUp(String typed, long itsVersion) {
        Function<String, V> understood = understand;
        if (understood == null || inConflict()) {
            return true;
        }
        V value;
        try {
            value = understood.apply(typed);
        } catch (DateTimeException | IllegalArgumentException _) {
            return false;
        }
        if (Objects.equals(value, input.getValue())) {
            sheet.saved(ref);
            return true;
        }
        setVisible(true);
        based(itsVersion);
        input.setValue(value);
        return true;
    }

    /** They stopped. */
    void left() {
        focused = false;
        sheet.focus(null);
        again();
        ActionChange.FieldSet<T> late = waiting;
        if (late != null && conflict == null && untouched()) {
            waiting = null;
            take(late);
        }
    }

    private boolean parsed() {
        if (validity.isUnparsable()) {
            String words = getTranslation("plan.badInput");
            validity.tell(words);
            sheet.refused(words);
            return false;
        }
        return true;
    }

    private void typed(V value) {
        T understood;
        try {
            understood = read.apply(value);
        } catch (InvalidInput error) {
            String words = getTranslation(error.messageKey(), error.arguments());
            validity.tell(words);
            sheet.refused(words);
            return;
        }
        save(understood);
    }

    /** Whether the field shows what was last kept: nothing was written in it since. */
    private boolean untouched() {
        try {
            return Objects.equals(read.apply(input.getValue()), known);
        } catch (InvalidInput notUnderstood) {
            return false;
        }
    }

    private void save(@Nullable T typed) {
        sheet.saving();
        unsent = false;
        try {
            Optional<Outcome<T>> outcome = sheet.set(ref, version, typed);
            outcome.ifPresent(answer -> {
                switch (answer) {
                    case Outcome.Applied<T>(var newVersion, var kept) -> applied(newVersion, kept);
                    case Outcome.Conflict<T> theirs -> offer(typed, theirs);
                }
            });
        } catch (InvalidInput error) {
            String words = getTranslation(error.messageKey(), error.arguments());
            validity.tell(words);
            sheet.refused(words);
        } catch (RuntimeException notWritten) {
            // The database is away, or something else that will pass: what stands here is not kept, and says so.
            unsent = true;
            validity.tell(getTranslation("plan.notSaved"));
            sheet.failed(this);
            throw notWritten;
        }
    }

    /** Sends once more what could not be written. */
    void again() {
        if (unsent && conflict == null) {
            unsent = false;
            typed(input.getValue());
        }
    }

    /**
     * The same once all that came with this request has been heard: what was typed here since may be among it, and must
     * not be replaced by what stood here before.
     */
    void againSoon() {
        getUI().ifPresent(ui -> ui.beforeClientResponse(this, context -> again()));
    }

    private void applied(long newVersion, @Nullable T kept) {
        based(newVersion);
        known = kept;
        if (conflict != null) {
            getContent().remove(conflict);
            conflict = null;
        }
        show(kept);
        sheet.saved(ref);
        ActionChange.FieldSet<T> late = waiting;
        if (late != null && late.version() <= version) {
            waiting = null;
        } else if (late != null && !focused) {
            waiting = null;
            take(late);
        }
    }

    /** Both values, side by side; what was typed stays in the field until one is chosen. */
    private void offer(@Nullable T typed, Outcome.Conflict<T> theirs) {
        if (conflict != null) {
            getContent().remove(conflict);
        }
        ConflictChoice choice = sheet.choice(ref, typed, theirs);
        choice.addKeepListener(event -> {
            based(theirs.version());
            if (event.mine()) {
                save(typed);
            } else {
                applied(theirs.version(), theirs.theirs());
            }
        });
        conflict = choice;
        getContent().add(choice);
        sheet.conflict();
    }

    /** Somebody set this field, perhaps I in another window. */
    void changed(ActionChange.FieldSet<T> change, int hue) {
        if (change.version() <= version) {
            return;
        }
        if (focused || conflict != null || unsent) {
            waiting = change;
            return;
        }
        take(change);
        getContent().getElement().setAttribute("data-hue", String.valueOf(hue));
        getContent().removeClassName("changed");
        getContent().getElement().executeJs("requestAnimationFrame(() => this.classList.add('changed'))");
    }

    private void take(ActionChange.FieldSet<T> change) {
        based(change.version());
        known = change.value();
        show(known);
    }

    /** Rings the field in the colour of whoever writes in it, with their name. */
    void busy(@Nullable Present somebody) {
        getContent().setClassName("busy", somebody != null);
        flag.setVisible(somebody != null);
        if (somebody != null) {
            getContent().getElement().setAttribute("data-hue", String.valueOf(somebody.hue()));
            flag.setText(sheet.name(somebody.person()).split(" ")[0]);
        }
    }
}
