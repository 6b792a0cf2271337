package fr.maillage.plan;

import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes plans and actions for tests, in a territory of their own. */
@Component
public class PlanWorld {

    /** A territory with people of three roles and a plan that all of them see. */
    public record Town(SpaceId space, PersonId coordinator, PersonId editor, PersonId reader, PlanId plan) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TestWorld world;
    private final PlanService plans;
    private final ActionService actions;

    PlanWorld(JdbcClient jdbc, TransactionTemplate transaction, TestWorld world, PlanService plans,
            ActionService actions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.world = world;
        this.plans = plans;
        this.actions = actions;
    }

    /** From then on, the coordinator acts. */
    public Town town() {
        SpaceId space = world.territory();
        PersonId coordinator = member(space, "Maud Lanoë", Role.COORDINATOR);
        PersonId editor = member(space, "Ivan Delmotte", Role.EDITOR);
        PersonId reader = member(space, "Rozenn Talmont", Role.READER);
        world.as(coordinator);
        PlanId plan = plans.create(space, draft("Plan industrie et accueil"), Audience.ofSpace(space));
        return new Town(space, coordinator, editor, reader, plan);
    }

    public PersonId member(SpaceId space, String name, Role role) {
        PersonId person = world.person(name);
        world.member(person, space, Profile.STAFF, role);
        return person;
    }

    public static PlanDraft draft(String title) {
        return new PlanDraft(title, PlanType.TERRITORY_PROJECT, LocalDate.of(2025, 1, 1), LocalDate.of(2028, 12, 31),
                "Former et **accueillir**.");
    }

    public ActionId action(PlanId plan, String title) {
        return actions.create(plan, null, title);
    }

    /** So many actions more like this one: in the same plan, for the same people. */
    public void more(ActionId like, int count) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < count; i++) {
                UUID id = Ids.next();
                jdbc.sql("insert into action (id, plan, owner, place, title, status, author, created_at) select :id,"
                        + " plan, owner, place, title, status, author, created_at from action where id = :like")
                        .param("id", id).param("like", like.value()).update();
                jdbc.sql("insert into listing (door, kind, archived, slot, item, level, status, facet, themes, owner,"
                        + " moved, moved_slot, since, container) select door, kind, archived, slot, :id, level, status,"
                        + " facet, themes, owner, moved, moved_slot, since, container from listing where item = :like")
                        .param("id", id).param("like", like.value()).update();
            }
        });
    }

    public UUID budget(ActionId action, int year, String planned, @Nullable String actual) {
        UUID line = actions.addLine(action, ActionField.Part.BUDGET);
        actions.set(new FieldRef<>(action, line, ActionField.BUDGET_YEAR), 0, year);
        actions.set(new FieldRef<>(action, line, ActionField.BUDGET_PLANNED), 0, new BigDecimal(planned));
        if (actual != null) {
            actions.set(new FieldRef<>(action, line, ActionField.BUDGET_ACTUAL), 0, new BigDecimal(actual));
        }
        return line;
    }
}
