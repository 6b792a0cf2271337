package fr.maillage.plan;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Listings;
import fr.maillage.access.Operation;
import fr.maillage.base.Checks;
import fr.maillage.base.Ids;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names people and partners on an action. Adding and removing one commutes with adding and removing another, so two
 * people who do it at once never meet; doing it twice changes nothing.
 */
@Service
@Transactional
public class ActionPeople {

    /** Where the error of a partner's name comes back. */
    public static final String PARTNER = "partner";

    private final ActionStore actions;
    private final AccessPolicy policy;
    private final Listings listings;
    private final AuditLog audit;
    private final CurrentViewer viewer;
    private final PlanRooms rooms;
    private final FieldLog log;

    ActionPeople(ActionStore actions, AccessPolicy policy, Listings listings, AuditLog audit, CurrentViewer viewer,
            PlanRooms rooms, FieldLog log) {
        this.actions = actions;
        this.policy = policy;
        this.listings = listings;
        this.audit = audit;
        this.viewer = viewer;
        this.rooms = rooms;
        this.log = log;
    }

    /** Names somebody; a pilot sees the action from now on and may edit it. */
    public void add(ActionId id, Involvement part, PersonId person) {
        ActionStore.Locked action = lock(id);
        if (actions.addPerson(id, part, person)) {
            log.add(id, person.value(), FieldLog.PERSON + part, viewer.person(), null, "1");
            changed(action, part, person, "named");
        }
    }

    public void remove(ActionId id, Involvement part, PersonId person) {
        ActionStore.Locked action = lock(id);
        if (actions.removePerson(id, part, person)) {
            log.add(id, person.value(), FieldLog.PERSON + part, viewer.person(), "1", null);
            changed(action, part, person, "no longer named");
        }
    }

    private void changed(ActionStore.Locked action, Involvement part, PersonId person, String what) {
        if (part == Involvement.PILOT) {
            listings.involve(action.id().value(), actions.pilots(action.id()));
        }
        audit.record(Operation.PILOT, ActionService.KIND.name(), action.id().value(), action.owner(),
                part + " " + person.value() + " " + what);
        told(action);
    }

    /**
     * Names a partner.
     *
     * @param organization when it is in the directory, else null
     * @throws fr.maillage.base.InvalidInput when there is no name
     */
    public void addPartner(ActionId id, @Nullable OrganizationId organization, String name) {
        String checked = Checks.required(PARTNER, name, 200);
        ActionStore.Locked action = lock(id);
        if (actions.addPartner(id, Ids.next(), organization, checked)) {
            log.add(id, id.value(), FieldLog.PARTNER, viewer.person(), null, checked);
            told(action);
        }
    }

    /** @param partner the identifier of the partner's line */
    public void removePartner(ActionId id, UUID partner) {
        ActionStore.Locked action = lock(id);
        String name = actions.partner(id, partner);
        if (actions.removePartner(id, partner)) {
            log.add(id, id.value(), FieldLog.PARTNER, viewer.person(), name, null);
            told(action);
        }
    }

    private ActionStore.Locked lock(ActionId id) {
        ActionStore.Locked action = actions.lock(id);
        policy.require(Operation.PILOT, ActionService.subject(id));
        return action;
    }

    private void told(ActionStore.Locked action) {
        listings.moved(action.id().value());
        rooms.tell(new ActionChange.PeopleChanged(action.id(), action.plan(), viewer.person()));
    }
}
