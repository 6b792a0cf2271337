package fr.maillage.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.SpaceSection.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Writes the page of a space: bar, header, tabs, and in them what the features bring as {@link SpaceSection}s.
 *
 * <p>The build follows references from routes to find which components the browser needs. Sections are beans that no
 * route refers to, so what they are made of is named here.
 */
@SpringComponent
@Uses(Checkbox.class)
@Uses(ComboBox.class)
@Uses(ConfirmDialog.class)
@Uses(ContextMenu.class)
@Uses(DatePicker.class)
@Uses(Details.class)
@Uses(Dialog.class)
@Uses(EmailField.class)
@Uses(FormLayout.class)
@Uses(FranceMap.class)
@Uses(IntegerField.class)
@Uses(MenuBar.class)
@Uses(RadioButtonGroup.class)
@Uses(Select.class)
@Uses(TextArea.class)
@Uses(TextField.class)
public class SpacePages {

    /** The name of the parameter that holds the tab in the address. */
    public static final String TAB = "onglet";

    /**
     * What the page says of the space itself.
     *
     * @param path        where it opens, from the root of the site, without a leading slash
     * @param facts       the line under the name
     * @param hue         the hue of its emblem
     * @param hues        those of the stripe: its own, or its members’ in the order in which they joined
     * @param above       name of the list it stands in: “Territoires”
     * @param abovePath   where that list opens
     */
    public record Head(SpaceId id, boolean alliance, String name, String path, String facts, int hue, List<Integer> hues,
            Emblem emblem, String above, String abovePath) {}

    private final ObjectProvider<SpaceSection> sections;

    SpacePages(ObjectProvider<SpaceSection> sections) {
        this.sections = sections;
    }

    /** Writes the page anew. @param tab the word in the address, or an empty text for the overview */
    public void write(Page page, Head head, String tab) {
        page.clear();
        page.liteau(head.hues().stream().mapToInt(Integer::intValue).toArray());
        PageHeader bar = new PageHeader().crumb(head.above(), "/" + head.abovePath()).here(head.name());
        in(Slot.ACTIONS, head).forEach(part -> part.section(head.id()).ifPresent(bar::actions));
        SpaceHeader header = new SpaceHeader(head.hue(), head.emblem(), head.name(), head.facts());
        in(Slot.HEADER, head).forEach(part -> part.section(head.id()).ifPresent(header::right));
        List<SpaceSection> tabs = in(Slot.TAB, head).stream().filter(part -> part.offered(head.id())).toList();
        Optional<SpaceSection> chosen = tabs.stream().filter(part -> part.tab().equals(tab)).findFirst();
        page.bar(bar).space(header);
        if (!tabs.isEmpty()) {
            page.tabs(tabs(head, tabs, chosen));
        }
        chosen.ifPresentOrElse(part -> tab(page, head, part), () -> overview(page, head));
    }

    private PageTabs tabs(Head head, List<SpaceSection> tabs, Optional<SpaceSection> chosen) {
        PageTabs row = new PageTabs(say("base.space.tabs"));
        row.tab(say("base.space.overview"), "/" + head.path(), chosen.isEmpty());
        for (SpaceSection part : tabs) {
            // A zero says nothing that the words “0 plan” inside would not say better.
            int count = part.count(head.id()).stream().filter(number -> number > 0).findFirst().orElse(-1);
            row.tab(say(part.labelKey()), "/" + head.path() + '?' + TAB + '=' + part.tab(),
                    chosen.filter(part::equals).isPresent(), count);
        }
        return row;
    }

    private static void tab(Page page, Head head, SpaceSection part) {
        page.content(section(head, part).orElseGet(() -> new Section(say(part.labelKey()),
                new Paragraph(say("base.space.nothing")))));
    }

    private void overview(Page page, Head head) {
        List<Section> main = new ArrayList<>();
        in(Slot.MAIN, head).forEach(part -> section(head, part).ifPresent(main::add));
        if (main.isEmpty()) {
            page.main(new HiddenHeading(say("base.space.overview")), new EmptyState(say("base.space.nothing"))
                    .actions(new LinkButton(head.above(), "/" + head.abovePath())));
        }
        main.forEach(page::main);
        in(Slot.ASIDE, head).forEach(part -> section(head, part).ifPresent(page::aside));
    }

    private static Optional<Section> section(Head head, SpaceSection part) {
        return part.section(head.id()).map(body -> {
            Section section = new Section(say(part.labelKey()), body);
            part.more(head.id()).ifPresent(more -> section.more(more.label(), "/" + more.path()));
            return section;
        });
    }

    private List<SpaceSection> in(Slot slot, Head head) {
        return sections.stream().filter(part -> part.slot() == slot)
                .filter(part -> head.alliance() ? part.inAlliances() : part.inTerritories())
                .sorted(Comparator.comparingInt(SpaceSection::order)).toList();
    }

    private static String say(String key) {
        return I18NProvider.translate(UI.getCurrent().getLocale(), key);
    }
}
