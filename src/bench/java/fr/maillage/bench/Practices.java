package fr.maillage.bench;

import fr.maillage.access.Audience;
import fr.maillage.practice.PracticeService;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

/** Practices. */
final class Practices extends Items {

    private static final int SHARED = 2;

    Practices(World world, Audiences audiences, LocalDate today, Connection connection, boolean write,
            Consumer<String> say) throws SQLException {
        super("practices", world, audiences, today, connection, write, say);
    }

    @Override
    void make(int count) throws SQLException {
        try (Bulk rows = new Bulk(connection, write, "practice", "id", "owner", "author", "title", "summary",
                "done_in", "themes", "context", "problem", "done", "results", "cost", "means", "partners",
                "conditions", "pitfalls", "contacts", "sources", "state", "created_at", "changed_at", "version")) {
            for (int n = 0; n < count; n++) {
                World.Space owner = owner();
                Audience audience = audiences.draw(owner, draw);
                World.Member author = Audiences.author(owner, audience, draw);
                long made = made(n, count);
                long moved = moved(made);
                UUID id = draw.id(made);
                int themes = themes();
                rows.add(id, owner.id().value(), author.person().value(), Words.action(draw), Words.sentence(draw),
                        draw.between(2012, today.getYear()), themes, Words.paragraph(draw), Words.paragraph(draw),
                        Words.body(draw), Words.paragraph(draw), "", "", Words.sentence(draw), "", "", "", "", SHARED,
                        utc(made), utc(moved), 0);
                open(PracticeService.KIND, id, null, owner, author.person(), doors(audience), null,
                        new Facts(SHARED, 0, themes, null), made, moved, false);
            }
        }
    }
}
