package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A thing that moves on a board, or is suggested on its own. */
public class ItemCard extends Composite<Article> {

    private final H3 heading;
    private final Div foot = new Div();
    private final String title;

    public ItemCard(String title, String href) {
        this.title = title;
        getContent().addClassName("ml-card");
        heading = new H3(new Anchor(href, title));
        foot.addClassName("foot");
        foot.setVisible(false);
        getContent().add(heading, foot);
    }

    /** Its number in the plan, above the title. */
    public ItemCard number(String number) {
        Span span = new Span(number);
        span.addClassNames("number", "ml-num");
        getContent().addComponentAsFirst(span);
        return this;
    }

    /** What kind of thing, above the title. */
    public ItemCard kind(Icon icon, @Nullable NeedOffer needOffer, String label) {
        Paragraph kind = new Paragraph();
        kind.addClassName("ml-kind");
        kind.add(icon.small());
        if (needOffer != null) {
            kind.add(needOffer);
        }
        kind.add(new Span(label));
        getContent().addComponentAsFirst(kind);
        return this;
    }

    /** What blocks it, in words. */
    public ItemCard blocked(String reason) {
        Paragraph blocked = new Paragraph();
        blocked.addClassName("blocked");
        blocked.add(Icon.CIRCLE_ALERT.small(), new Span(reason));
        return before(blocked);
    }

    /** Why this person sees it. */
    public ItemCard why(String reason) {
        return before(new Why(reason));
    }

    /** How far it is, from 0 to 1. */
    public ItemCard progress(double share) {
        return before(new Meter(share));
    }

    /** Under everything: an avatar, a date, a sum. */
    public ItemCard foot(Component... components) {
        foot.setVisible(true);
        foot.add(components);
        return this;
    }

    /** At the right of the foot. */
    public ItemCard sum(Component sum) {
        sum.addClassName("sum");
        return foot(sum);
    }

    public ItemCard keep(boolean kept, Consumer<Boolean> changed) {
        KeepButton button = new KeepButton(title, kept, changed);
        button.addClassName("sum");
        return foot(button);
    }

    private ItemCard before(Component component) {
        getContent().addComponentAtIndex(getContent().getComponentCount() - 1, component);
        return this;
    }
}
