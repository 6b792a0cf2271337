package fr.maillage.coediting.ui;

import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.ItemDirectory;
import fr.maillage.access.ItemKind;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Spaces;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.PageTabs;
import fr.maillage.coediting.LiveTextFields;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.TextHistory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The top of the pages that tell what an item was: where one is, and its texts and fields as tabs. */
@Component
public class HistoryHead {

    private final TextHistory history;
    private final Map<ItemKind, LiveTextFields> fields;
    private final Map<ItemKind, ItemDirectory> directories;
    private final Spaces spaces;

    HistoryHead(TextHistory history, List<LiveTextFields> fields, List<ItemDirectory> directories, Spaces spaces) {
        this.history = history;
        this.fields = fields.stream().collect(Collectors.toMap(LiveTextFields::kind, Function.identity()));
        this.directories = directories.stream().collect(Collectors.toMap(ItemDirectory::kind, Function.identity()));
        this.spaces = spaces;
    }

    /** What a text is called: “Description”. */
    String label(LiveTextRef ref) {
        LiveTextFields known = fields.get(ref.item().kind());
        return I18NProvider.translate(known == null ? "coediting.history.text" : known.labelKey(ref.field()));
    }

    /** What an item is called, and where it opens; nobody is asked whether they may know. */
    Optional<ItemDirectory.Card> card(ItemRef item) {
        return Optional.ofNullable(directories.get(item.kind()))
                .map(directory -> directory.cards(Set.of(item.id())).get(item.id()));
    }

    /** For a page that tells what became of the fields of an item that are no texts. */
    public void write(Page page, ItemRef item, String title) {
        write(page, item, Optional.empty(), title);
    }

    void write(Page page, LiveTextRef ref, Optional<LiveTextId> current, String title) {
        write(page, ref.item(), current, title);
    }

    private void write(Page page, ItemRef item, Optional<LiveTextId> current, String title) {
        ItemDirectory.Card card = card(item).orElseThrow(NotVisible::new);
        spaces.find(card.owner()).ifPresent(space -> page.liteau(space.hue()));
        page.bar(new PageHeader().crumb(card.title(), card.path())
                .here(I18NProvider.translate("coediting.history.here")));
        PageTabs tabs = new PageTabs(I18NProvider.translate("coediting.history.tabs"));
        history.texts(item).forEach((field, text) -> tabs.tab(
                label(new LiveTextRef(item, field)), CoeditingNavigation.history(text),
                current.filter(text::equals).isPresent()));
        Optional.ofNullable(fields.get(item.kind())).flatMap(known -> known.fieldHistory(item))
                .ifPresent(path -> tabs.tab(I18NProvider.translate("coediting.history.fields"), path, current.isEmpty()));
        page.tabs(tabs);
        page.title(title);
    }
}
