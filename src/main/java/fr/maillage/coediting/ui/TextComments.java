package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Component;
import fr.maillage.access.ItemRef;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.TextRange;
import java.util.Set;
import java.util.UUID;

/**
 * What a live text asks of whoever keeps comments: it knows the words a comment is tied to, not what is said. Each call
 * answers for whoever is acting.
 */
public interface TextComments {

    /** Ends the listening. */
    @FunctionalInterface
    interface Listening {

        void end();
    }

    /** Whether they may say something. */
    boolean mayComment(ItemRef item);

    /** The threads about a text that are not closed. */
    Set<UUID> open(LiveTextRef text);

    /**
     * Where one writes a comment on these words.
     *
     * @param done called when it is said, or not wanted any more
     */
    Component writer(LiveTextRef text, TextRange range, Runnable done);

    /**
     * Where one proposes other words for these.
     *
     * @param done called when they are proposed, or not wanted any more
     */
    Component proposer(LiveTextRef text, TextRange range, Runnable done);

    /** These threads, with all one may do in them; those that are not about the text are left out. */
    Component threads(LiveTextRef text, Set<UUID> threads);

    /** All threads about a text, those whose words are gone too, which are said to be. */
    Component all(LiveTextRef text);

    /** Calls when what is said about an item has changed, in any thread. */
    Listening listen(ItemRef item, Runnable changed);
}
