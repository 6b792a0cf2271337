package fr.maillage.plan;

import fr.maillage.access.AccessScopes;
import fr.maillage.access.Attention;
import fr.maillage.access.AttentionPoint;
import fr.maillage.access.AttentionPoint.Need;
import fr.maillage.access.Lists;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import fr.maillage.base.Phrase;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What plans ask of a person: to decide about a plan that was submitted, to mind the dates of what they pilot. */
@Component
class PlanAttention implements Attention {

    private static final int DAYS = 14;

    private final ActionQueries actions;
    private final PlanQueries plans;
    private final AccessScopes scopes;
    private final Lists lists;
    private final Today today;

    PlanAttention(ActionQueries actions, PlanQueries plans, AccessScopes scopes, Lists lists, Today today) {
        this.actions = actions;
        this.plans = plans;
        this.scopes = scopes;
        this.lists = lists;
        this.today = today;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AttentionPoint> pointsFor(PersonId person, int limit) {
        List<AttentionPoint> points = new ArrayList<>(validationsAsked(limit));
        LocalDate now = today.date();
        List<ActionQueries.Due> due = actions.dueFor(person, now.plusDays(DAYS), limit);
        Set<UUID> visible = new HashSet<>(lists.visible(due.stream().map(ActionQueries.Due::id).toList()));
        due.stream().filter(action -> visible.contains(action.id())).forEach(action -> points.add(new AttentionPoint(
                Need.DEADLINE, "list-checks", Phrase.asIs(action.title()),
                Phrase.of(action.end().isBefore(now) ? "plan.attention.late" : "plan.attention.due"),
                "fiches/" + action.id(), action.end(), "plan.attention.open", action.owner())));
        return points.stream().limit(limit).toList();
    }

    private List<AttentionPoint> validationsAsked(int limit) {
        Set<SpaceId> coordinated = scopes.current().spaces().stream()
                .filter(space -> scopes.current().roleIn(space).filter(Role.COORDINATOR::equals).isPresent())
                .limit(200).collect(Collectors.toSet());
        if (coordinated.isEmpty()) {
            return List.of();
        }
        List<UUID> submitted = lists.page(PlanFilter.all().states(Set.of(PlanState.SUBMITTED)).owners(coordinated)
                .query().limit(Math.clamp(limit, 1, 200)), null).ids();
        Map<UUID, PlanCard> cards = plans.cards(submitted, Map.of());
        return submitted.stream().map(cards::get).filter(Objects::nonNull)
                .map(plan -> new AttentionPoint(Need.DECIDE, "list-checks", Phrase.asIs(plan.title()),
                        Phrase.of("plan.attention.submitted"), "plans/" + plan.id().value(), null,
                        "plan.attention.decide", plan.owner()))
                .toList();
    }
}
