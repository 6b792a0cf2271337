package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A state that can be changed: shows the present one, offers the others, and tells what was chosen. It does not change
 * by itself: whoever listens decides, then calls {@link #show}.
 *
 * @param <T> the feature’s own states
 */
public class StatusMenu<T> extends Composite<Menu> {

    private final MenuItem button;
    private final Function<T, Status> looks;
    private final Function<T, String> words;

    /**
     * @param current what it is now
     * @param choices what it may become
     * @param looks   how each of them looks
     * @param words   the word for each of them
     * @param chosen  told what was chosen
     */
    public StatusMenu(T current, List<T> choices, Function<T, Status> looks, Function<T, String> words,
            Consumer<T> chosen) {
        this.looks = looks;
        this.words = words;
        getContent().addClassName("ml-status-menu");
        button = getContent().addItem(badge(current));
        label(current);
        for (T choice : choices) {
            button.getSubMenu().addItem(badge(choice), event -> chosen.accept(choice));
        }
    }

    /** Shows this state from now on. */
    public void show(T current) {
        button.removeAll();
        button.add(badge(current));
        label(current);
    }

    private void label(T current) {
        button.setAriaLabel(getTranslation("base.status.change", words.apply(current)));
    }

    private StatusBadge badge(T state) {
        return new StatusBadge(looks.apply(state), words.apply(state));
    }
}
