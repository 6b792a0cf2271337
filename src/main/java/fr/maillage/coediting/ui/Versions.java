package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.TimeText;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextVersion;
import fr.maillage.coediting.TextHistory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The versions of a text, newest first: what each is called, when, by whom, and the ways to see it and bring it back. */
class Versions extends Composite<Div> {

    private final LiveTextId text;
    private final Instant now;
    private final Function<LiveTextVersion, String> called;
    private final Function<LiveTextVersion, String> who;

    /**
     * @param shown   the one that is looked at, or null for the present text
     * @param called  what to call a version
     * @param who     who wrote it
     * @param restore brings one back; null for those who may not
     */
    Versions(LiveTextId text, List<LiveTextVersion> versions, @Nullable UUID shown, Instant now,
            Function<LiveTextVersion, String> called, Function<LiveTextVersion, String> who,
            @Nullable Consumer<LiveTextVersion> restore) {
        this.text = text;
        this.now = now;
        this.called = called;
        this.who = who;
        getContent().addClassName("ml-versions");
        if (versions.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("coediting.history.none"));
            none.addClassName("ml-muted");
            getContent().add(none);
            return;
        }
        OrderedList list = new OrderedList();
        for (int i = 0; i < versions.size(); i++) {
            LiveTextVersion version = versions.get(i);
            UUID before = i + 1 < versions.size() ? versions.get(i + 1).id() : null;
            list.add(line(version, before, version.id().equals(shown), restore));
        }
        getContent().add(list);
        if (versions.size() == TextHistory.VERSIONS_PER_PAGE) {
            getContent().add(new Anchor(CoeditingNavigation.history(text) + '?' + CoeditingNavigation.OLDER + '='
                    + versions.getLast().id(), getTranslation("coediting.history.older")));
        }
    }

    private ListItem line(LiveTextVersion version, @Nullable UUID before, boolean current,
            @Nullable Consumer<LiveTextVersion> restore) {
        String name = called.apply(version);
        Anchor open = new Anchor(before == null
                ? CoeditingNavigation.history(text) + '?' + CoeditingNavigation.TO + '=' + version.id()
                : CoeditingNavigation.compare(text, before, version.id()), name);
        open.addClassName("called");
        if (current) {
            open.getElement().setAttribute("aria-current", "true");
        }
        Div head = new Div(version.label() != null ? Icon.BOOKMARK_CHECK.small()
                : version.restored() != null ? Icon.UNDO_2.small() : Icon.CLOCK.small(), open);
        head.addClassName("head");
        Div facts = new Div(new TimeText(Formats.current().moment(version.at(), now), version.at().toString()));
        facts.addClassNames("facts", "ml-small", "ml-muted");
        Span people = new Span(who.apply(version));
        Span size = new Span(getTranslation(version.words() == 1 ? "coediting.history.word" : "coediting.history.words",
                Formats.current().number(version.words())));
        facts.add(people, size);
        ListItem line = new ListItem(head, facts);
        line.setClassName("current", current);
        if (restore != null) {
            Button back = new Button(getTranslation("coediting.history.restore"), click -> restore.accept(version));
            back.setAriaLabel(getTranslation("coediting.history.restore.of", name,
                    Formats.current().moment(version.at(), now)));
            back.addThemeVariants(ButtonVariant.TERTIARY);
            back.addClassName("small");
            line.add(back);
        }
        return line;
    }
}
