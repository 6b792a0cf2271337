package fr.maillage.discussion.ui;

import com.vaadin.flow.component.Component;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes the components by which other features show discussions, following and activity. Each answers for one screen
 * of one person: it asks the access module itself and shows nothing that this person may not see.
 */
@org.springframework.stereotype.Component
public class DiscussionComponents {

    private final Parts parts;
    private final Spaces spaces;

    DiscussionComponents(Parts parts, Spaces spaces) {
        this.parts = parts;
        this.spaces = spaces;
    }

    /**
     * What is said about an item, and the field to write in it. Reads when it is attached, reads again when somebody
     * writes, and empties itself when the person may no longer read it. The heading above it is the caller's; inner
     * headings there are none.
     */
    public Component discussion(ItemRef item) {
        return new DiscussionPanel(parts, item);
    }

    /** The button by which a person follows or mutes an item. Nothing for somebody who is not signed in. */
    public Component follow(ItemRef item) {
        return new FollowButton(parts, item);
    }

    /** The button by which a person follows or mutes a space. Nothing for somebody who is not signed in. */
    public Component follow(SpaceId space) {
        return new FollowButton(parts, space);
    }

    /** What happened to one item, newest first. */
    public Component history(ItemRef item) {
        return new ActivityFeed(parts, spaces, limit -> parts.activity().ofItem(item, limit), 10, null);
    }

    /** What moved in a space, newest first: {@code first} lines, then more on demand. */
    public Component feed(SpaceId space, int first) {
        return new ActivityFeed(parts, spaces, limit -> parts.activity().ofSpace(space, limit), first, null);
    }

    /** The same with twelve lines. */
    public Component feed(SpaceId space) {
        return feed(space, 12);
    }

    /**
     * What moved in all the spaces of whoever is acting.
     *
     * @param since what is later is marked as new; null marks nothing
     */
    public Component feedOfMySpaces(int first, @Nullable Instant since) {
        return new ActivityFeed(parts, spaces, limit -> parts.activity().ofMySpaces(limit), first, since);
    }
}
