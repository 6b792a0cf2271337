package fr.maillage.bench;

import fr.maillage.access.Audience;
import fr.maillage.base.PersonId;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.InterestState;
import fr.maillage.opportunity.OpportunityContent;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityKind;
import fr.maillage.opportunity.OpportunityStatus;
import fr.maillage.opportunity.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Opportunities and the interests in them. */
final class Opportunities extends Items {

    Opportunities(World world, Audiences audiences, LocalDate today, Connection connection, boolean write,
            Consumer<String> say) throws SQLException {
        super("opportunities", world, audiences, today, connection, write, say);
    }

    @Override
    void make(int count) throws SQLException {
        try (Bulk rows = new Bulk(connection, write, "opportunity", "id", "owner", "organization", "author",
                "direction", "kind", "title", "summary", "body", "details", "themes", "deadline", "status", "outcome",
                "outcome_words", "published_at", "changed_at", "archived", "version");
                Bulk interests = new Bulk(connection, write, "opportunity_interest", "id", "opportunity", "person",
                        "message", "state", "answer", "expressed_at", "answered_at", "version")) {
            for (int n = 0; n < count; n++) {
                one(n, count, rows, interests);
                progress("opportunities", n, count);
            }
        }
    }

    private void one(int n, int count, Bulk rows, Bulk interests) throws SQLException {
        World.Space owner = owner();
        Audience audience = audiences.draw(owner, draw);
        World.Member author = Audiences.author(owner, audience, draw);
        long made = made(n, count);
        long moved = moved(made);
        UUID id = draw.id(made);
        Direction direction = draw.one(Direction.values());
        OpportunityKind kind = draw.one(OpportunityKind.values());
        LocalDate deadline = draw.chance(70) ? day(made).plusDays(draw.between(15, 420)) : null;
        boolean open = deadline == null ? draw.chance(40) : !deadline.isBefore(today) || draw.chance(10);
        boolean archived = !open && draw.chance(15);
        int themes = themes();
        rows.add(id, owner.id().value(), author.organization().value(), author.person().value(), direction.name(),
                kind.name(), direction == Direction.NEED ? Words.need(draw, owner.name())
                        : Words.offer(draw, owner.name()), Words.sentence(draw), Words.body(draw), details(kind),
                themes, deadline, open ? "OPEN" : "CLOSED", open ? null : draw.one(Outcome.values()).name(), "",
                utc(made), utc(moved), archived, 0);
        open(OpportunityId.KIND, id, null, owner, author.person(), doors(audience), null,
                new Facts((open ? OpportunityStatus.OPEN : OpportunityStatus.CLOSED).code(),
                        OpportunityContent.facet(direction, kind), themes, deadline),
                made, moved, archived);
        Set<PersonId> interested = new HashSet<>();
        for (int i = draw.chance(35) ? draw.between(1, 3) : 0; i > 0; i--) {
            PersonId person = draw.one(owner.members()).person();
            if (!person.equals(author.person()) && interested.add(person)) {
                InterestState state = draw.one(InterestState.values());
                boolean answered = state.isAnswer();
                interests.add(draw.id(moved), id, person.value(), Words.sentence(draw), state.name(),
                        answered ? Words.sentence(draw) : "", utc(moved), answered ? utc(moved) : null, 0);
            }
        }
    }

    private String details(OpportunityKind kind) {
        return switch (kind) {
            case PREMISES -> "{\"SURFACE\":\"" + draw.between(2, 30) * 50 + "\"}";
            case SKILLS -> "{\"POSITIONS\":\"" + draw.between(1, 12) + "\"}";
            case FUNDING -> "{\"AMOUNT_MAX\":\"" + draw.between(1, 40) * 5_000 + "\"}";
            default -> "{}";
        };
    }
}
