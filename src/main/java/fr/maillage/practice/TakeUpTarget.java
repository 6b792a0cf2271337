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

    /** The spaces in which whoever is acting may make a new place. */
    List<SpaceId> homes();

    /**
     * Makes a new place in a space, for those its items are proposed to. Checks the right to do so.
     *
     * @throws fr.maillage.base.InvalidInput on {@code title}
     */
    UUID open(SpaceId home, String title);

    /** Makes an action there that tells where it comes from. Checks the right to do so. */
    Made takeUp(UUID place, PracticeId practice, String title, String description);
}
