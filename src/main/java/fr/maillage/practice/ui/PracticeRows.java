package fr.maillage.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.ListQuery.Cursor;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.ItemRow;
import fr.maillage.base.ui.SpaceChip;
import fr.maillage.practice.PracticeQuery.Page;
import fr.maillage.practice.PracticeRow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Practices as rows of a list. */
@org.springframework.stereotype.Component
class PracticeRows {

    private final Spaces spaces;

    PracticeRows(Spaces spaces) {
        this.spaces = spaces;
    }

    List<Component> rows(List<PracticeRow> practices) {
        Map<SpaceId, Space> known = spaces.find(practices.stream().map(PracticeRow::owner).distinct().toList());
        return practices.stream().<Component>map(practice -> row(practice, known.get(practice.owner()))).toList();
    }

    private static ItemRow row(PracticeRow practice, @Nullable Space space) {
        String themes = practice.themes().stream().sorted().map(PracticeRows::name).collect(Collectors.joining(" · "));
        ItemRow row = new ItemRow(practice.title(), PracticeNavigation.page(practice.id()))
                .kind(Icon.BOOK_OPEN, themes).summary(practice.summary());
        if (space != null) {
            row.right(new SpaceChip(space.shortName(), space.hue(), Emblem.stored(space.emblem()),
                    "/" + space.path()));
        }
        return practice.year() == null ? row : row.price(String.valueOf(practice.year()));
    }

    static String name(Theme theme) {
        return I18NProvider.translate(theme.messageKey());
    }

    /** A list that grows by a page at a time. */
    Component growing(Page first, Function<Cursor, Page> next) {
        Div whole = new Div();
        DrawnList list = new DrawnList(rows(first.rows()));
        whole.add(list);
        continued(whole, list, first.next(), next);
        return whole;
    }

    private void continued(Div whole, DrawnList list, @Nullable Cursor from, Function<Cursor, Page> next) {
        if (from == null) {
            return;
        }
        Button more = new Button(I18NProvider.translate("base.more"));
        more.setDisableOnClick(true);
        more.addClickListener(click -> {
            Page page = next.apply(from);
            list.add(rows(page.rows()));
            whole.remove(more);
            continued(whole, list, page.next(), next);
        });
        whole.add(more);
    }
}
