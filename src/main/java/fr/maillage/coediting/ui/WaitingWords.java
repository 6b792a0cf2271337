package fr.maillage.coediting.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.LiveTextId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says which texts somebody wrote in without a network and has not opened since: their words lie in this browser, and
 * are saved when they open the text, or shown there when it does not take them. Empty where there are none, and for
 * everybody else.
 */
@Tag("ml-waiting-words")
@JsModule("./waiting-words.ts")
public class WaitingWords extends Component implements HasComponents {

    /**
     * A text that waits: what its item is called, what it is of the item, and where it opens.
     *
     * @param writable whether whoever looks may write in it
     */
    record Waits(LiveTextId text, String title, String label, String path, boolean writable) {}

    private static final int MOST = 20;
    private static final long serialVersionUID = 1;

    private final PersonId person;
    private final transient Function<List<LiveTextId>, List<Waits>> named;

    /** @param named what texts are called, without those that whoever looks may not see */
    WaitingWords(PersonId person, Function<List<LiveTextId>, List<Waits>> named) {
        this.person = person;
        this.named = named;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().callJsFunction("open", person.value().toString());
    }

    /**
     * This browser holds words for these texts, apart by spaces.
     *
     * @param texts those that get them when they are opened
     * @param aside those that did not take them
     */
    @ClientCallable
    void found(String texts, String aside) {
        removeAll();
        Set<LiveTextId> saved = ids(texts);
        Set<LiveTextId> all = new LinkedHashSet<>(saved);
        all.addAll(ids(aside));
        for (Waits waits : all.isEmpty() ? List.<Waits>of() : named.apply(List.copyOf(all))) {
            String sentence = saved.contains(waits.text()) && waits.writable() ? "coediting.waiting" : "coediting.waiting.aside";
            Anchor open = new Anchor('/' + waits.path(), getTranslation("coediting.waiting.open"));
            open.setAriaLabel(getTranslation("coediting.waiting.openWhat", waits.title()));
            Paragraph line = new Paragraph(getTranslation(sentence, waits.title(), waits.label()) + " ");
            line.add(open);
            line.addClassName("ml-note");
            add(line);
        }
    }

    private static Set<LiveTextId> ids(String texts) {
        return Arrays.stream(texts.split(" ")).filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .limit(MOST).map(id -> new LiveTextId(UUID.fromString(id))).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
