package fr.maillage.access;

import fr.maillage.base.SpaceId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an item its audience, with every question that has to be asked: the features' one way to widen, narrow and
 * publish.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Sharing {

    private final AccessPolicy policy;
    private final Listings listings;
    private final AuditLog audit;

    Sharing(AccessPolicy policy, Listings listings, AuditLog audit) {
        this.policy = policy;
        this.listings = listings;
        this.audit = audit;
    }

    /**
     * Lets the author go on or stops them, before a new item is opened in a space with this audience.
     *
     * @throws NotVisible when the space does not exist
     * @throws Refused    when they may not create there, or ask for the whole world without coordinating the space
     */
    public void requireCreation(SpaceId owner, Audience audience) {
        policy.require(Operation.CREATE, Subject.of(owner));
        if (audience.isPublic() && !policy.may(Operation.EDIT_SETTINGS, Subject.of(owner))) {
            throw new Refused(Operation.PUBLISH, Operation.PUBLISH.refusalKey());
        }
    }

    /**
     * Replaces the audience of an item: asks for what is widened, for what is narrowed, for what becomes public, and
     * records it. Nothing happens when the audience is the one it has.
     *
     * @return whether the audience changed
     * @throws NotVisible when the item does not exist or is not meant for whoever acts
     * @throws Refused    when they may not widen, narrow or publish it
     */
    public boolean share(ItemRef ref, SpaceId owner, Audience audience) {
        Subject subject = Subject.of(ref);
        policy.require(Operation.VIEW, subject);
        Audience before = listings.audienceOf(ref.id());
        if (audience.equals(before)) {
            return false;
        }
        boolean wider = !audience.isWithin(before);
        if (wider) {
            policy.require(Operation.SHARE_WIDER, subject);
        }
        if (!before.isWithin(audience)) {
            policy.require(Operation.SHARE_NARROWER, subject);
        }
        if (audience.isPublic() && !before.isPublic()) {
            policy.require(Operation.PUBLISH, subject);
        }
        listings.share(ref.id(), audience);
        audit.record(wider ? Operation.SHARE_WIDER : Operation.SHARE_NARROWER, ref.kind().name(), ref.id(), owner,
                "from " + words(before) + " to " + words(audience));
        return true;
    }

    private static String words(Audience audience) {
        return audience.grants().stream().map(grant -> grant.scope() + (grant.allProfiles() ? "" : " "
                + grant.profiles()) + " " + grant.level()).sorted().toList().toString();
    }
}
