package fr.maillage.coediting.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.internal.JacksonUtils;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.base.PersonId;
import fr.maillage.base.ui.Notices;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.References;
import fr.maillage.file.Attachment;
import fr.maillage.file.Attachments;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text that several people write at once, shown and written in place. The browser speaks with the text itself; this
 * component only says which one, and whether one may write. Its editor (Tiptap and Yjs, MIT) is fetched by the browser
 * when a page shows one, not before.
 */
@Tag("ml-live-text")
@JsModule("./live-text.ts")
@NpmPackage(value = "@tiptap/core", version = "3.31.3")
@NpmPackage(value = "@tiptap/pm", version = "3.31.3")
@NpmPackage(value = "@tiptap/starter-kit", version = "3.31.3")
@NpmPackage(value = "@tiptap/extension-collaboration", version = "3.31.3")
@NpmPackage(value = "@tiptap/extension-collaboration-caret", version = "3.31.3")
@NpmPackage(value = "@tiptap/extension-heading", version = "3.31.3")
@NpmPackage(value = "@tiptap/extension-list", version = "3.31.3")
@NpmPackage(value = "@tiptap/extension-table", version = "3.31.3")
@NpmPackage(value = "@tiptap/y-tiptap", version = "3.0.9")
@NpmPackage(value = "yjs", version = "13.6.33")
@NpmPackage(value = "y-protocols", version = "1.0.7")
@NpmPackage(value = "y-websocket", version = "3.1.0")
@NpmPackage(value = "lib0", version = "0.2.117")
public class LiveText extends Component {

    /** The words of the editor, under their keys after {@code coediting.editor.} */
    private static final List<String> WORDS = List.of("toolbar", "heading", "subheading", "bold", "italic", "list",
            "numbers", "tasks", "quote", "link", "table", "undo", "redo", "addRow", "addColumn", "deleteRow",
            "deleteColumn", "deleteTable", "address", "linkDone", "linkRemove", "task", "word", "words", "here",
            "came", "came.many", "left", "left.many", "people", "someone", "and", "lost.refused", "lost.removed", "lost.tooLong", "lost.words", "lost.copy",
            "lost.copied", "lost.close", "lost.closed", "follow.person", "follow.began", "follow.ended", "follow.now", "signIn", "history",
            "named", "proposal.tick", "proposal.nothing",
            "mention", "refer", "picture", "reference.list", "reference.one", "reference.many", "reference.none",
            "reference.type", "reference.tooMany", "comment.write", "comment.select", "comment.one", "comment.many",
            "proposal.mode", "proposal.select", "proposal.strip", "proposal.ended", "proposal.list", "proposal.one",
            "proposal.many", "proposal.adds", "proposal.removes", "proposal.accept", "proposal.refuse",
            "proposal.accepted", "proposal.refused", "proposal.break", "proposal.begins", "proposal.joins",
            "proposal.leaves", "proposal.picture", "state.connecting", "state.saved", "state.saving", "state.offline",
            "state.ended", "state.signedOut", "state.outdated", "state.tooMany", "state.readOnly",
            "state.notTaken", "state.offline.reading", "state.signedOut.reading", "pasteTooLong");

    private final LiveTextId text;
    private final String label;
    private boolean writing;
    private boolean history;
    private @Nullable TextTalk talk;
    private @Nullable TextReferences references;
    private @Nullable Supplier<List<Attachment>> pictures;
    private @Nullable ItemRef item;
    private @Nullable ObjectNode me;

    /**
     * @param label   what the text is, for those who listen: “Description”
     * @param writing whether the person may write; the server's text asks for the right itself, with each change
     */
    LiveText(LiveTextId text, String label, boolean writing) {
        this.text = text;
        this.label = label;
        this.writing = writing;
    }

    /** With the way to what the text was, for those who may see it. */
    LiveText withHistory() {
        history = true;
        return this;
    }

    /**
     * With comments on its words.
     *
     * @param ref which text it is, for whoever keeps the comments
     */
    LiveText withComments(TextComments kept, LiveTextRef ref) {
        talk = new TextTalk(this, kept, ref);
        return this;
    }

    /** With the names of what it refers to, and ways to refer to more for whoever writes. */
    LiveText withReferences(References known, LiveTextRef ref) {
        references = new TextReferences(known, ref);
        return this;
    }

    /** With pictures among the files of its item. */
    LiveText withPictures(Attachments kept, ItemRef item) {
        this.item = item;
        pictures = () -> kept.of(item).stream().filter(Attachment::isPicture).toList();
        return this;
    }

    /** For this person: who is not shown to themselves, and in whose name one proposes instead of writing. */
    LiveText of(PersonId person) {
        me = JacksonUtils.createObjectNode().put("id", person.value().toString());
        return this;
    }

    /** Whether one may write, from now on. */
    public void writing(boolean may) {
        if (may != writing) {
            writing = may;
            getElement().callJsFunction("write", may);
        }
    }

    /** Puts the caret at the end of the text, once it is there. */
    public void focus() {
        getElement().callJsFunction("focusText");
    }

    /** Whether the person may write. */
    public boolean isWriting() {
        return writing;
    }

    /** What the text is. */
    public String label() {
        return label;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ObjectNode setting = JacksonUtils.createObjectNode().put("path", text.path()).put("label", label)
                .put("writing", writing).put("pictures", pictures != null)
                .put("item", item == null ? "" : item.id().toString()).put("firstHeading", TextParts.FIRST_HEADING);
        if (history) {
            setting.put("history", CoeditingNavigation.history(text));
        }
        if (me != null) {
            setting.put("person", me.path("id").asString());
            if (writing) {
                setting.set("me", me);
            }
        }
        if (talk != null) {
            setting.set("comments", talk.begin(event.getUI()));
        }
        ObjectNode words = setting.putObject("words");
        WORDS.forEach(key -> words.put(key, getTranslation("coediting.editor." + key)));
        words.put("empty", getTranslation(writing ? "coediting.editor.emptyWriting" : "coediting.editor.empty"));
        getElement().callJsFunction("open", setting);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (talk != null) {
            talk.end();
        }
    }

    /** What these references are called, apart by spaces; for whoever looks, at this moment. */
    @ClientCallable
    ArrayNode resolve(String keys) {
        return references == null ? JacksonUtils.createArrayNode() : references.resolve(keys);
    }

    /** What one may refer to: people after “@”, items after “#”. */
    @ClientCallable
    ArrayNode suggest(String sign, String typed) {
        return references == null ? JacksonUtils.createArrayNode() : references.suggest(sign, typed);
    }

    /** Somebody wants to put a picture into the text. */
    @ClientCallable
    void pictures() {
        if (pictures != null && writing) {
            try {
                new PictureDialog(pictures.get(), chosen -> getElement().callJsFunction("insertPicture",
                        chosen.file().toString(), chosen.alt())).open();
            } catch (NotVisible ended) {
                // The right ended meanwhile: the text itself says so.
                writing(false);
            }
        }
    }

    /** Something with pictures was pasted, which are not taken that way. */
    @ClientCallable
    void pastedPicture() {
        Notices.error(getTranslation("coediting.picture.pasted"));
    }

    /** Somebody wants to speak of these words; each end as “client:clock”. */
    @ClientCallable
    void comment(String first, String last) {
        if (talk != null) {
            talk.write(first, last, false);
        }
    }

    /** Somebody who does not write here wants to propose other words for these; each end as “client:clock”. */
    @ClientCallable
    void propose(String first, String last) {
        if (talk != null) {
            talk.write(first, last, true);
        }
    }

    /** Somebody wants to see these threads, apart by spaces; none for all of the text. */
    @ClientCallable
    void threads(String ids) {
        if (talk != null) {
            talk.show(ids);
        }
    }
}
