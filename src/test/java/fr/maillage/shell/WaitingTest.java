package fr.maillage.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Attention;
import fr.maillage.access.AttentionPoint;
import fr.maillage.access.AttentionPoint.Need;
import fr.maillage.base.PersonId;
import fr.maillage.base.Phrase;
import fr.maillage.base.Today;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final PersonId MAUD = new PersonId(UUID.randomUUID());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Today today = new Today(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), Today.ZONE));

    private static AttentionPoint point(Need need, String title, @Nullable LocalDate due) {
        return new AttentionPoint(need, "inbox", Phrase.asIs(title), Phrase.asIs(""), "x", due, "x");
    }

    private static List<String> titles(List<AttentionPoint> points) {
        return points.stream().map(point -> (String) point.title().arguments().getFirst()).toList();
    }

    @Test
    void whatIsDueSoonestComesFirstAndFarDatesStandApart() {
        Attention one = (person, limit) -> List.of(point(Need.DECIDE, "sans date", null),
                point(Need.DEADLINE, "dans dix jours", TODAY.plusDays(10)),
                point(Need.DEADLINE, "en retard", TODAY.minusDays(3)));
        Attention other = (person, limit) -> List.of(point(Need.DECIDE, "jeudi", TODAY.plusDays(2)),
                point(Need.ANSWER, "nommée", null), point(Need.READ, "à lire", null),
                point(Need.DEADLINE, "dans sept jours", TODAY.plusDays(7)));

        Waiting.Points points = new Waiting(List.of(one, other), today).of(MAUD);

        assertThat(titles(points.decide())).containsExactly("jeudi", "sans date");
        assertThat(titles(points.week())).containsExactly("en retard", "nommée", "dans sept jours");
        assertThat(titles(points.read())).containsExactly("à lire");
        assertThat(titles(points.later())).containsExactly("dans dix jours");
        assertThat(points.count()).isEqualTo(5);
        assertThat(points.complete()).isTrue();
    }

    @Test
    void aModuleThatFailsLeavesTheOthersStanding() {
        Attention broken = (person, limit) -> {
            throw new IllegalStateException("no");
        };
        Attention whole = (person, limit) -> List.of(point(Need.DECIDE, "jeudi", null));

        Waiting.Points points = new Waiting(List.of(broken, whole), today).of(MAUD);

        assertThat(titles(points.decide())).containsExactly("jeudi");
        assertThat(points.complete()).isFalse();
    }
}
