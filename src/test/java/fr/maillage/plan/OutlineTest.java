package fr.maillage.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private final AxisLine skills = new AxisLine(AxisId.next(), null, 1, "", "Compétences");
    private final AxisLine land = new AxisLine(AxisId.next(), null, 1, "", "Foncier");
    private final AxisLine premises = new AxisLine(AxisId.next(), land.id(), 2, "", "Locaux");

    @Test
    void actionsAreNumberedWithinTheirAxisAndAfterItsAxes() {
        ActionLine a = action("a", skills.id(), null);
        ActionLine b = action("b", skills.id(), null);
        ActionLine c = action("c", land.id(), null);
        ActionLine d = action("d", premises.id(), null);
        ActionLine e = action("e", null, null);
        Outline outline = outline(List.of(a, b, c, d, e), Set.of(a.id(), b.id(), c.id(), d.id(), e.id()));

        assertThat(outline.axes()).extracting(AxisLine::number).containsExactly("1", "2", "2.1");
        assertThat(outline.actions()).extracting(line -> line.number() + line.title())
                .containsExactly("0.1e", "1.1a", "1.2b", "2.2c", "2.1.1d");
    }

    @Test
    void subActionsFollowTheirAction() {
        ActionLine a = action("a", skills.id(), null);
        ActionLine sub = action("sub", null, a.id());
        assertThat(outline(List.of(sub, a), Set.of(a.id(), sub.id())).actions())
                .extracting(line -> line.number() + line.title()).containsExactly("1.1a", "1.1.1sub");
    }

    @Test
    void aHiddenActionLeavesNoGap() {
        ActionLine a = action("a", skills.id(), null);
        ActionLine hidden = action("hidden", skills.id(), null);
        ActionLine c = action("c", skills.id(), null);
        assertThat(outline(List.of(a, hidden, c), Set.of(a.id(), c.id())).actions())
                .extracting(line -> line.number() + line.title()).containsExactly("1.1a", "1.2c");
    }

    @Test
    void aSubActionOfAHiddenActionReadsAsAnActionOfItsAxis() {
        ActionLine hidden = action("hidden", land.id(), null);
        ActionLine sub = action("sub", null, hidden.id());
        Outline outline = outline(List.of(hidden, sub), Set.of(sub.id()));
        assertThat(outline.actions()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo("2.2");
            assertThat(line.axis()).isEqualTo(land.id());
            assertThat(line.parent()).isNull();
        });
    }

    @Test
    void withoutAxesNumbersAreSingle() {
        ActionLine a = action("a", null, null);
        assertThat(new Outline(List.of(), List.of(a), Set.of(a.id())).actions()).extracting(ActionLine::number)
                .containsExactly("1");
    }

    private Outline outline(List<ActionLine> actions, Set<ActionId> visible) {
        return new Outline(List.of(skills, land, premises), actions, visible);
    }

    private static ActionLine action(String title, @Nullable AxisId axis, @Nullable ActionId parent) {
        return new ActionLine(ActionId.next(), axis, parent, "", title, ActionStatus.TO_COME, 0, null, null, null, null,
                null, null, List.of(), null, null, 0, 0, "", false);
    }
}
