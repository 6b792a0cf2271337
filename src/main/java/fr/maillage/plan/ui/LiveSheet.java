package fr.maillage.plan.ui;

import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.access.Viewer;
import fr.maillage.base.PersonId;
import fr.maillage.base.Today;
import fr.maillage.base.Translator;
import fr.maillage.base.ui.ConflictChoice;
import fr.maillage.base.ui.DraftKeeper;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.SaveState;
import fr.maillage.plan.ActionChange;
import fr.maillage.plan.ActionField;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.ActionSheet;
import fr.maillage.plan.FieldRef;
import fr.maillage.plan.Outcome;
import fr.maillage.plan.PlanRooms;
import fr.maillage.plan.PlanRooms.Present;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one open action: sends what is typed, hands out what others changed, and tells where each one writes.
 * Belongs to one screen and is used under its lock.
 */
class LiveSheet {

    private final ActionService actions;
    private final Function<PersonId, String> names;
    private final FieldWords fieldWords;
    private final Translator words;
    private final Formats formats;
    private final Today today;
    private final @Nullable PersonId me;
    private final Runnable lost;
    private final SaveState state = new SaveState();
    private final Map<FieldRef<?>, LiveField<?, ?>> fields = new HashMap<>();
    private final Map<ActionField<?>, List<Consumer<ActionChange.FieldSet<?>>>> watchers = new HashMap<>();
    private final Set<LiveField<?, ?>> failed = new LinkedHashSet<>();
    private ActionSheet current;
    private PlanRooms.@Nullable Seat seat;
    private @Nullable DraftKeeper drafts;
    private List<Present> here = List.of();

    /**
     * @param lost    called when the right to change or to see the action has ended
     * @param current what the fields are filled with
     */
    LiveSheet(ActionService actions, CurrentViewer viewer, Today today, Formats formats, Translator words,
            FieldWords fieldWords, Function<PersonId, String> names, Runnable lost, ActionSheet current) {
        this.actions = actions;
        this.me = viewer.get() instanceof Viewer.SignedIn signedIn ? signedIn.person() : null;
        this.current = current;
        this.today = today;
        this.formats = formats;
        this.words = words;
        this.fieldWords = fieldWords;
        this.names = names;
        this.lost = lost;
    }

    SaveState state() {
        return state;
    }

    void sit(PlanRooms.@Nullable Seat taken) {
        seat = taken;
    }

    /** What somebody is called, for whoever looks. */
    String name(PersonId person) {
        return names.apply(person);
    }

    /** Whether whoever looks at it is signed in. */
    boolean signedIn() {
        return me != null;
    }

    ActionSheet current() {
        return current;
    }

    /** Takes a sheet read anew; fields made from now on are filled with it, those that stand keep theirs. */
    void current(ActionSheet sheet) {
        current = sheet;
        fields.keySet().removeIf(ref -> sheet.cells(ref).isEmpty());
    }

    /** Fills a new field and keeps it filled; one for the same value that stood before is forgotten. */
    <T> void register(LiveField<T, ?> field) {
        fields.put(field.ref(), field);
        current.cells(field.ref()).ifPresent(
                cells -> field.load(cells.get(field.ref().field()), cells.version(field.ref().field())));
    }

    /** Hears the values of a field of the action: the present one now, each new one when it is committed. */
    <T> void watch(ActionField<T> field, Consumer<@Nullable T> watcher) {
        watcher.accept(current.own().get(field));
        watchers.computeIfAbsent(field, f -> new ArrayList<>())
                .add(change -> watcher.accept(value(field, change)));
    }

    @SuppressWarnings("unchecked") // a change of a field carries a value of its type
    private static <T> @Nullable T value(ActionField<T> field, ActionChange.FieldSet<?> change) {
        return ((ActionChange.FieldSet<T>) change).value();
    }

    /** Empty when the right has ended, which {@link #lost} has been told. */
    <T> Optional<Outcome<T>> set(FieldRef<T> ref, long version, @Nullable T value) {
        try {
            return Optional.of(actions.set(ref, version, value));
        } catch (NotVisible | Refused ended) {
            lost.run();
            return Optional.empty();
        }
    }

    void saving() {
        state.saving();
    }

    /** What was typed in this field could not be written; it is sent again with the next thing that can be. */
    void failed(LiveField<?, ?> field) {
        failed.add(field);
        state.failed();
    }

    void saved(FieldRef<?> ref) {
        failed.removeIf(field -> field.ref().equals(ref));
        if (failed.isEmpty()) {
            state.saved();
        } else {
            state.failed();
            List<LiveField<?, ?>> waiting = List.copyOf(failed);
            failed.clear();
            waiting.forEach(LiveField::againSoon);
        }
        if (drafts != null) {
            drafts.saved(draftName(ref));
        }
    }

    /** Keeps what is typed in a field until it is saved, in case the session ends first. */
    void drafts(DraftKeeper keeper) {
        drafts = keeper;
    }

    /** Takes up what was typed in a field before a session ended; false when there is no such field or value any more. */
    boolean takeUp(String name, String typed, long version) {
        Optional<LiveField<?, ?>> field = fields.values().stream()
                .filter(one -> draftName(one.ref()).equals(name)).findFirst();
        return field.filter(one -> one.takeUp(typed, version)).isPresent();
    }

    /** The name of a field among all that hang on the action. */
    static String draftName(FieldRef<?> ref) {
        return ref.field().name() + ':' + ref.line();
    }

    void refused(String reason) {
        state.refused(reason);
    }

    void conflict() {
        state.refused(words.translate("plan.conflict.state"));
    }

    <T> ConflictChoice choice(FieldRef<T> ref, @Nullable T mine, Outcome.Conflict<T> theirs) {
        String name = names.apply(theirs.author());
        ZonedDateTime at = theirs.at().atZone(Today.ZONE);
        return new ConflictChoice(words.translate(ref.field().messageKey()), words.translate("plan.conflict.how", name),
                new ConflictChoice.Value(me == null ? "" : names.apply(me), hue(me), formats.time(
                        today.now().atZone(Today.ZONE).toLocalTime()), fieldWords.say(ref.field(), mine)),
                new ConflictChoice.Value(name, hue(theirs.author()), formats.time(at.toLocalTime()),
                        fieldWords.say(ref.field(), theirs.theirs())));
    }

    private int hue(@Nullable PersonId person) {
        return here.stream().filter(present -> present.person().equals(person)).map(Present::hue).findFirst()
                .orElse(0);
    }

    void focus(@Nullable FieldRef<?> field) {
        PlanRooms.Seat taken = seat;
        if (taken != null) {
            taken.focus(field);
        }
    }

    <T> void changed(ActionChange.FieldSet<T> change) {
        LiveField<?, ?> field = fields.get(change.ref());
        if (field != null) {
            changed(field, change);
        }
        watchers.getOrDefault(change.ref().field(), List.of()).forEach(watcher -> watcher.accept(change));
    }

    @SuppressWarnings("unchecked") // equal references have the same field, and a field has one type
    private <T> void changed(LiveField<?, ?> field, ActionChange.FieldSet<T> change) {
        ((LiveField<T, ?>) field).changed(change, hue(change.by()));
    }

    void presence(List<Present> present) {
        here = present;
        for (LiveField<?, ?> field : fields.values()) {
            field.busy(present.stream().filter(other -> !other.person().equals(me))
                    .filter(other -> field.ref().equals(other.field())).findFirst().orElse(null));
        }
    }
}
