package fr.maillage.discussion.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import fr.maillage.access.ItemRef;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Menu;
import fr.maillage.base.ui.Notices;
import fr.maillage.discussion.Follows;
import fr.maillage.discussion.Follows.State;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How a person stands towards an item or a space, and the three ways to stand. */
class FollowButton extends Composite<Menu> {

    private final Supplier<Optional<State>> read;
    private final Consumer<State> set;
    private final Runnable forget;
    private final String followKey;

    FollowButton(Parts parts, ItemRef item) {
        this(parts, follows -> follows.of(item), (follows, state) -> follows.set(item, state),
                follows -> follows.forget(item), "discussion.follow.choice.follow");
    }

    FollowButton(Parts parts, SpaceId space) {
        this(parts, follows -> follows.of(space), (follows, state) -> follows.set(space, state),
                follows -> follows.forget(space), "discussion.follow.space.choice.follow");
    }

    private FollowButton(Parts parts, java.util.function.Function<Follows, Optional<State>> read,
            java.util.function.BiConsumer<Follows, State> set, Consumer<Follows> forget, String followKey) {
        this.read = () -> read.apply(parts.follows());
        this.set = state -> set.accept(parts.follows(), state);
        this.forget = () -> forget.accept(parts.follows());
        this.followKey = followKey;
        getContent().addThemeVariants(MenuBarVariant.TERTIARY);
        getContent().addClassName("ml-follow");
        getContent().setVisible(parts.me().isPresent());
        if (parts.me().isPresent()) {
            show();
        }
    }

    private void show() {
        Optional<State> state = read.get();
        String word = getTranslation(state.map(known -> known == State.MUTED ? "discussion.follow.muted"
                : "discussion.follow.on").orElse("discussion.follow"));
        Icon icon = state.map(known -> known == State.MUTED ? Icon.BELL_OFF : Icon.CHECK).orElse(Icon.BELL);
        getContent().removeAll();
        MenuItem root = getContent().addItem(icon.create());
        root.add(new Span(word));
        root.setAriaLabel(getTranslation("discussion.follow.menu", word));
        choice(root, followKey, state.filter(known -> known == State.FOLLOWING).isPresent(), () -> {
            set.accept(State.FOLLOWING);
            Notices.success(getTranslation("discussion.follow.done"));
        });
        choice(root, "discussion.follow.choice.mute", state.filter(known -> known == State.MUTED).isPresent(), () -> {
            set.accept(State.MUTED);
            Notices.success(getTranslation("discussion.follow.mutedNotice"));
        });
        choice(root, "discussion.follow.choice.none", state.isEmpty(), () -> {
            forget.run();
            Notices.success(getTranslation("discussion.follow.ended"));
        });
    }

    private void choice(MenuItem root, String key, boolean current, Runnable act) {
        MenuItem item = root.getSubMenu().addItem(getTranslation(key));
        item.setCheckable(true);
        item.setChecked(current);
        item.addClickListener(click -> {
            if (!current) {
                act.run();
            }
            show();
        });
    }
}
