package fr.maillage.access;

import fr.maillage.base.PersonId;
import java.util.List;

/**
 * What waits for a person, told by each module that has something to ask: requests to approve, interests to answer,
 * mentions, deadlines. A bean of this type is all it takes; the home page gathers them.
 */
public interface Attention {

    /**
     * What this module has for the person who is acting, the most urgent first. Only about what they may see, in a
     * fixed number of queries, and never more than {@code limit} points.
     *
     * @param person the person acting; answers are about nobody else
     */
    List<AttentionPoint> pointsFor(PersonId person, int limit);
}
