package fr.maillage.shell;

import fr.maillage.access.ItemRef;
import fr.maillage.access.ListQuery;
import fr.maillage.access.Lists;
import fr.maillage.access.ItemDirectory;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Subject;
import fr.maillage.access.AudienceReach;
import fr.maillage.base.SpaceId;
import fr.maillage.plan.ActionId;
import fr.maillage.plan.ActionService;
import fr.maillage.plan.PlanDraft;
import fr.maillage.plan.PlanId;
import fr.maillage.plan.PlanPages;
import fr.maillage.plan.PlanService;
import fr.maillage.plan.PlanType;
import fr.maillage.practice.PracticeId;
import fr.maillage.practice.TakeUpTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets practices be taken up into action plans, neither of which knows of the other. */
@Component
class PlanTakeUp implements TakeUpTarget {

    private final Lists lists;
    private final AccessPolicy policy;
    private final ItemDirectory plans;
    private final ItemDirectory actionCards;
    private final ActionService actions;
    private final PlanPages pages;
    private final PlanService planService;
    private final AudienceReach audiences;

    PlanTakeUp(Lists lists, AccessPolicy policy, List<ItemDirectory> directories, ActionService actions,
            PlanPages pages, PlanService planService, AudienceReach audiences) {
        this.pages = pages;
        this.planService = planService;
        this.audiences = audiences;
        this.lists = lists;
        this.policy = policy;
        this.plans = of(directories, PlanService.KIND.code());
        this.actionCards = of(directories, ActionService.KIND.code());
        this.actions = actions;
    }

    private static ItemDirectory of(List<ItemDirectory> directories, int kind) {
        return directories.stream().filter(directory -> directory.kind().code() == kind).findFirst().orElseThrow();
    }

    @Override
    public List<Place> places(int limit) {
        List<UUID> visible = lists.page(ListQuery.of(PlanService.KIND).limit(Math.min(limit, 200)), null).ids();
        Map<UUID, ItemDirectory.Card> cards = plans.cards(visible);
        return visible.stream().map(cards::get)
                .filter(card -> card != null && (policy.may(Operation.EDIT, Subject.of(card.ref()))
                        || policy.may(Operation.CREATE, Subject.of(card.owner()))))
                .map(card -> new Place(card.ref().id(), card.title(), card.owner())).toList();
    }

    @Override
    public List<SpaceId> homes() {
        return pages.spacesToCreateIn();
    }

    @Override
    public UUID open(SpaceId home, String title) {
        return planService.create(home, new PlanDraft(title, PlanType.OTHER, null, null, ""), audiences.proposed(home))
                .value();
    }

    @Override
    public Made takeUp(UUID place, PracticeId practice, String title, String description) {
        ActionId made = actions.takeUp(practice.value(), title, description, new PlanId(place), null);
        ItemRef ref = new ItemRef(ActionService.KIND, made.value());
        ItemDirectory.Card card = actionCards.cards(Set.of(made.value())).get(made.value());
        if (card == null) {
            throw new NotVisible();
        }
        return new Made(ref, card.owner(), card.path());
    }
}
