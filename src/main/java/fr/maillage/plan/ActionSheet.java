package fr.maillage.plan;

import fr.maillage.access.Audience;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as one person sees it, whole.
 *
 * @param planTitle what the plan is called; null when only the action is meant for this person
 * @param trail     the axes above it, from the top; empty when the plan is not theirs to see
 * @param number    its place as it is read, or empty when the plan is not theirs to see
 * @param parent    the action above, when they see it
 * @param doneOn    since when it is done
 * @param origin    the practice it was taken up from; whether they see that one is not said here
 * @param own       its own fields
 * @param subs      the sub-actions they see
 * @param audience  for whom it is, author and pilots aside
 * @param mayEdit   whether they may change it
 * @param mayShare  whether they may give it another audience
 */
public record ActionSheet(ActionId id, PlanId plan, @Nullable String planTitle, SpaceId owner, List<AxisLine> trail,
        String number, @Nullable Above parent, @Nullable LocalDate doneOn, @Nullable UUID origin, PersonId author,
        Instant createdAt, boolean archived, Cells own, Map<ActionField.Part, Map<UUID, Cells>> lines,
        Map<Involvement, List<PersonId>> people, List<Partner> partners, List<ActionLine> subs, Audience audience,
        boolean mayEdit, boolean mayShare) {

    /** The action above a sub-action. */
    public record Above(ActionId id, String title) {}

    /**
     * An organization that takes part.
     *
     * @param organization when it is in the directory
     */
    public record Partner(UUID id, @Nullable OrganizationId organization, String name) {}

    /** The lines of a part, in the order they were added. */
    public Map<UUID, Cells> lines(ActionField.Part part) {
        return lines.getOrDefault(part, Map.of());
    }

    public List<PersonId> people(Involvement part) {
        return people.getOrDefault(part, List.of());
    }

    /** The cells of a line, or the action's own fields for its own identifier. */
    public Optional<Cells> cells(FieldRef<?> ref) {
        return ref.field().part() == ActionField.Part.ACTION ? Optional.of(own)
                : Optional.ofNullable(lines(ref.field().part()).get(ref.line()));
    }

    /** Complete: title, description, status and pilot are filled. */
    public boolean complete() {
        return !own.value(ActionField.DESCRIPTION).isBlank() && !people(Involvement.PILOT).isEmpty();
    }
}
