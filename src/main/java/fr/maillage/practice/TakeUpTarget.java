package fr.maillage.practice;

import fr.maillage.access.ItemRef;
import fr.maillage.base.SpaceId;
import java.util.List;
import java.util.UUID;

/**
 * Where a practice can be taken up: an action plan, without this module knowing of plans.
 */
public interface TakeUpTarget {

    /**
     * One place to take it up.
     *
     * @param id    of the plan
     * @param title as it is offered
     */
    record Place(UUID id, String title, SpaceId owner) {}

    /** What taking up made. */
    record Made(ItemRef item, SpaceId owner, String path) {}

    /** The places that whoever is acting may add to, at most {@code limit}. */
    List<Place> places(int limit);

    /** Makes an action there that tells where it comes from. Checks the right to do so. */
    Made takeUp(UUID place, PracticeId practice, String title, String description);
}
