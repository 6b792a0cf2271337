package fr.maillage.discussion.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.internal.JacksonUtils;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.base.PersonId;
import fr.maillage.discussion.Mentionable.Suggestion;
import fr.maillage.discussion.Mentions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text area in which “@” offers people to name. What is being written is kept in the tab until it has been sent, so
 * that it survives a session that ended; sends on Ctrl+Enter.
 */
@Tag("ml-mention-area")
@JsModule("./mention-area.ts")
class MentionArea extends Component implements HasComponents {

    private static final int LONGEST_LABEL = 200;

    private final Parts parts;
    private final ItemRef item;
    private final String draftKey;
    private final Consumer<String> onSend;
    private final TextArea area = new TextArea();
    /** Whom the words “@Name” in the text stand for. What a browser says here is checked again when it is sent. */
    private final Map<String, PersonId> named = new LinkedHashMap<>();

    MentionArea(Parts parts, ItemRef item, String draftKey, String label, Consumer<String> onSend) {
        this.parts = parts;
        this.item = item;
        this.draftKey = draftKey;
        this.onSend = onSend;
        area.setLabel(label);
        area.setWidthFull();
        area.setMinRows(2);
        area.setMaxRows(12);
        area.addValueChangeListener(change -> area.setInvalid(false));
        add(area);
    }

    TextArea area() {
        return area;
    }

    /** Shows a stored text, mentions by their names. */
    void show(String stored, Map<PersonId, String> names) {
        String text = Mentions.replaced(stored, person -> {
            String label = label(names.getOrDefault(person, getTranslation("discussion.someoneLeft")), person);
            getElement().executeJs("this.name($0, $1)", person.value().toString(), label);
            return label;
        });
        area.setValue(text);
    }

    /** A typed text as it is stored: the longest names first, so that no name eats the beginning of another. */
    String stored(String typed) {
        List<String> labels = new ArrayList<>(named.keySet());
        labels.sort(Comparator.comparingInt(String::length).reversed());
        String text = typed;
        for (String label : labels) {
            text = text.replace(label, Mentions.of(named.get(label)));
        }
        return text;
    }

    void refuse(String sentence) {
        area.setErrorMessage(sentence);
        area.setInvalid(true);
        area.focus();
    }

    /** This has been sent: the field is empty but for what was typed since, and nothing else is kept. */
    void sent(String text) {
        empty();
        getElement().executeJs("this.sent($0)", text);
    }

    /** What is typed is thrown away. */
    void clear() {
        named.clear();
        empty();
        getElement().executeJs("this.sent(null)");
    }

    private void empty() {
        area.clear();
        area.setInvalid(false);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        getElement().executeJs("this.start($0, $1)", draftKey, getTranslation("discussion.mention.list"));
    }

    @ClientCallable
    void suggest(String query) {
        List<Suggestion> found;
        try {
            found = parts.mentionable().find(item, query);
        } catch (NotVisible | Refused e) {
            found = List.of();
        }
        ArrayNode list = JacksonUtils.createArrayNode();
        for (Suggestion suggestion : found) {
            ObjectNode node = JacksonUtils.createObjectNode();
            node.put("id", suggestion.person().value().toString());
            node.put("label", label(suggestion.name(), suggestion.person()));
            node.put("detail", suggestion.detail());
            list.add(node);
        }
        getElement().executeJs("this.show($0, $1, $2)", query, list,
                getTranslation("discussion.mention.found", found.size()));
    }

    /** Two people of one name are told apart by a number behind it. */
    private String label(String name, PersonId person) {
        String label = "@" + name;
        for (int i = 2; named.containsKey(label) && !named.get(label).equals(person); i++) {
            label = "@" + name + " (" + i + ")";
        }
        named.put(label, person);
        return label;
    }

    @ClientCallable
    void picked(String id, String label) {
        if (label.length() > 1 && label.length() <= LONGEST_LABEL && label.charAt(0) == '@') {
            try {
                named.put(label, new PersonId(UUID.fromString(id)));
            } catch (IllegalArgumentException e) {
                // Not made by our own list: it names nobody.
                named.remove(label);
            }
        }
    }

    /** A draft of before was put back into the field. */
    @ClientCallable
    void typed(String text) {
        area.setValue(text);
    }

    @ClientCallable
    void send(String text) {
        area.setValue(text);
        onSend.accept(text);
    }
}
