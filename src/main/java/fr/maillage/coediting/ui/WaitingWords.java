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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Says which texts somebody wrote in without a network and has not opened since: their words lie in this browser, and
 * are saved when they open the text. Empty where there are none, and for everybody else.
 */
@Tag("ml-waiting-words")
@JsModule("./waiting-words.ts")
public class WaitingWords extends Component implements HasComponents {

    /** A text that waits: what its item is called, what it is of the item, and where it opens. */
    record Waits(String title, String label, String path) {}

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

    /** This browser holds words for these texts, apart by spaces. */
    @ClientCallable
    void found(String texts) {
        removeAll();
        List<LiveTextId> ids = Arrays.stream(texts.split(" ")).filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .distinct().limit(MOST).map(id -> new LiveTextId(UUID.fromString(id))).toList();
        for (Waits waits : ids.isEmpty() ? List.<Waits>of() : named.apply(ids)) {
            Anchor open = new Anchor('/' + waits.path(), getTranslation("coediting.waiting.open"));
            open.setAriaLabel(getTranslation("coediting.waiting.openWhat", waits.title()));
            Paragraph line = new Paragraph(getTranslation("coediting.waiting", waits.title(), waits.label()) + " ");
            line.add(open);
            line.addClassName("ml-note");
            add(line);
        }
    }
}
